package topfive.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Document.Quality;
import topfive.ingest.text.Languages;

class AccessTest {
    private static final String OPENING =
            "The canal company has sold the winter slots to three shippers, and the small ones learned of it from the newspaper on Friday morning.";
    private static final String MORE =
            "Two of the three belong to the same family, which has run barges on the canal since the first lock was built by its founder.";
    private static Languages languages;

    @BeforeAll
    static void load() {
        languages = Languages.load();
    }

    @Test
    void a_whole_article_is_full_and_a_short_one_a_teaser() {
        assertThat(see("<article><h1>Slots</h1><p>" + OPENING + "</p><p>" + MORE + "</p></article>")
                        .access())
                .isEqualTo(Access.FULL);
        assertThat(see("<article><h1>Slots</h1><p>" + OPENING + "</p></article>")
                        .access())
                .isEqualTo(Access.TEASER);
    }

    @Nested
    class Behind_a_paywall {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "This article is for subscribers only.",
                    "Subscribe to continue reading",
                    "To read the full story, choose a plan.",
                    "Dieser Artikel ist nur für Abonnenten.",
                    "Jetzt weiterlesen mit Plus-Abo",
                    "Cet article est réservé aux abonnés.",
                    "Il vous reste 80 % de l’article à lire.",
                    "Contenido exclusivo para suscriptores",
                    "Suscríbete para seguir leyendo",
                    "Contenuto riservato agli abbonati",
                    "Per continuare a leggere scegli un'offerta",
                    "Conteúdo exclusivo para assinantes",
                    "Assine para continuar lendo",
                    "Alleen voor abonnees",
                    "Om verder te lezen heeft u een account nodig.",
                    "Artykuł dostępny tylko dla prenumeratorów",
                    "Aby czytać dalej, wykup dostęp."
                })
        void what_is_shown_openly_is_kept_and_the_offer_is_not(String prompt) {
            var seen = see("<article><h1>Slots</h1><p>" + OPENING + "</p><div class=offer><p>" + prompt
                    + "</p><p>€ 4.90 per month, cancel any time.</p></div></article>");

            assertThat(seen.access()).isEqualTo(Access.PAYWALLED);
            assertThat(seen.reading().quality()).isEqualTo(Quality.PAYWALLED);
            assertThat(seen.reading().text()).isEqualTo(OPENING);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<meta property=article:content_tier content=locked>",
                    "<meta itemprop=isAccessibleForFree content=False>",
                    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>"
                })
        void the_page_may_say_so_itself(String said) {
            assertThat(see(said + "<article><h1>Slots</h1><p>" + OPENING + "</p></article>")
                            .access())
                    .isEqualTo(Access.PAYWALLED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"Already a subscriber? Log in", "Bereits Abonnent? Anmelden", "Déjà abonné ? Connexion"})
        void a_login_in_the_masthead_is_no_wall(String greeting) {
            assertThat(see("<div class=top><a href=/login>" + greeting + "</a></div><article><h1>Slots</h1><p>"
                                    + OPENING + "</p><p>" + MORE + "</p></article>")
                            .access())
                    .isEqualTo(Access.FULL);
        }

        @Test
        void an_article_about_paywalls_is_none() {
            var about =
                    "The regional papers agreed in spring that readers would have to subscribe to continue reading after three articles a month, and the publishers now report that a fifth of the visitors did, while the rest went to the broadcaster, whose site may not charge for anything and is the largest of the region.";
            var seen = see("<article><h1>Slots</h1><p>" + about + "</p><p>" + MORE + "</p></article>");

            assertThat(seen.access()).isEqualTo(Access.FULL);
            assertThat(seen.reading().body().texts()).containsExactly(about, MORE);
        }
    }

    @Nested
    class Behind_the_question_for_cookies {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "We and our 214 partners store and access information on your device, such as cookies, to show you personalised advertising. You may withdraw your consent at any time.",
                    "Wir und unsere Partner speichern Informationen auf Ihrem Gerät und verwenden Cookies, um Werbung zu messen. Ihre Einwilligung können Sie jederzeit widerrufen.",
                    "Nous et nos partenaires utilisons des cookies pour mesurer notre audience. Vous pouvez retirer votre consentement à tout moment.",
                    "Nosotros y nuestros socios utilizamos cookies para medir la audiencia. Puede retirar su consentimiento en cualquier momento.",
                    "Noi e i nostri partner utilizziamo cookie per misurare il pubblico. Il tuo consenso può essere revocato in ogni momento.",
                    "Nós e os nossos parceiros utilizamos cookies para medir a audiência. Pode retirar o seu consentimento a qualquer momento.",
                    "Wij en onze partners gebruiken cookies om advertenties te meten. Uw toestemming kunt u altijd intrekken.",
                    "My i nasi partnerzy używamy plików cookie, aby mierzyć oglądalność. Swoją zgodę możesz wycofać w każdej chwili."
                })
        void nothing_is_an_article(String question) {
            assertThat(see("<div><h1>Before you go on</h1><p>" + question + "</p><button>OK</button></div>")
                            .access())
                    .isEqualTo(Access.COOKIE_WALL);
        }

        @Test
        void an_article_below_the_question_is_read_without_it() {
            var seen = see(
                    "<div class=text><p>We use cookies to improve this site and to measure how many of you read it; by continuing you agree.</p><h1>Slots</h1><p>"
                            + OPENING + "</p><p>" + MORE + "</p></div>");

            assertThat(seen.access()).isEqualTo(Access.FULL);
            assertThat(seen.reading().text()).doesNotContain("cookies").contains(OPENING);
        }

        @Test
        void a_short_column_on_cookies_is_no_wall() {
            var column =
                    "You click accept all, and the cookie stays for a year; your consent lasts longer than most marriages in this town, says the registrar.";

            assertThat(see("<article><h1>Crumbs</h1><p>" + column + "</p></article>")
                            .access())
                    .isEqualTo(Access.TEASER);
        }

        @Test
        void an_article_about_cookies_is_read_whole() {
            var quote =
                    "The banner says “We use cookies to improve your experience, by clicking accept you give your consent”, and hardly anybody reads on.";
            var about =
                    "The regulator counted 41,000 banners in a week and found that nine of ten websites set cookies before anybody had clicked on anything at all.";
            var seen = see("<article><h1>Banners</h1><p>" + about + "</p><p>" + quote + "</p><p>"
                    + about.replace("week", "month") + "</p></article>");

            assertThat(seen.access()).isEqualTo(Access.FULL);
            assertThat(seen.reading().text()).contains(quote);
        }
    }

    @Test
    void an_empty_page_is_empty() {
        assertThat(see("<html><body><div id=app></div></body></html>").access()).isEqualTo(Access.EMPTY);
    }

    private static ArticlePage.Seen see(String html) {
        return ArticlePage.see(html, "https://www.harbourledger.example/canal", languages, "");
    }
}
