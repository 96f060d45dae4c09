package topfive.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import topfive.contract.Article.Paragraph;
import topfive.ingest.text.Cues;

/** Whether the rest of an article is sold, and the words with which it is offered. */
final class Paywall {
    private static final int NO_WALL_ABOVE = 4000;
    private static final int SHORT = 1500;
    private static final int WHOLE_PAGE = 60_000;
    /** A prompt stands in a line of its own; in a long one somebody writes about paywalls. */
    private static final int LINE = 260;

    private static final int OFFER = 400;
    private static final int SHORT_OFFER = 120;

    /** Says that there is more, for money or for a login. */
    private static final Cues PROMPT = Cues.of(
            List.of(
                    "read",
                    "subscri",
                    "member",
                    "unlock",
                    "free article",
                    "of free",
                    "trial",
                    "lesen",
                    "freischalten",
                    "registriert",
                    "kostenpflichtig",
                    "abonn",
                    "abo ",
                    "abo.",
                    "abo,",
                    "abo!",
                    "réserv",
                    "lire",
                    "lecture",
                    "poursuivre",
                    "vous reste",
                    "suscri",
                    "suscrí",
                    "abonad",
                    "seguir",
                    "continu",
                    "para leer",
                    "abbonat",
                    "prosegu",
                    "assin",
                    "para ler",
                    "lezen",
                    "dla",
                    "czyta",
                    "dostęp",
                    "prenumerat",
                    "subskryp"),
            "to (?:continue|keep) reading|continue reading (?:with|this|your)|(?:this|the (?:rest|remainder) of this|the full|exclusive) (?:article|story|text|post|content|column)[^.]{0,40} (?:for|to|available to|reserved for) (?:our )?(?:paying |paid )?(?:subscribers|members)|for (?:paying |paid )?(?:subscribers|members) only|subscribers? only|subscriber[- ]exclusive|subscribe (?:now )?to (?:read|unlock|continue|access)|unlock (?:this|the full) (?:article|story)|(?:log|sign) in to (?:read|continue)|register to (?:read|continue)|to read the (?:full|rest|whole)|free articles? (?:left|remaining|this month)|reached your (?:limit|maximum) of free|start your (?:free )?trial to"
                    + "|(?:weiterlesen|lesen) (?:mit|sie mit)\\b[^.]{0,30}(?:abo|plus|premium|\\+)|um (?:weiterzulesen|den (?:ganzen |vollständigen )?(?:artikel|text) (?:zu lesen|weiterzulesen))|(?:diese[rn]?|den (?:ganzen|vollständigen)) (?:artikel|text|beitrag|inhalt)[^.]{0,40}(?:abonnent|abo\\b|registriert|freischalten|kostenpflichtig)|(?:nur|exklusiv) für abonnent|jetzt (?:abonnieren|freischalten) und|(?:artikel|text) freischalten|bereits abonnent|sie haben bereits ein abo"
                    + "|(?:cet|l['’ ]) ?(?:article|contenu)[^.]{0,30}réservé|réservé (?:à nos|aux) abonnés|abonnez-vous pour (?:lire|continuer|accéder|débloquer)|pour (?:lire|poursuivre) (?:la suite|la lecture|l['’]article)|il vous reste [^.]{0,20}(?:de l['’]article|à lire)|la suite est réservée|déjà abonné"
                    + "|(?:contenido|artículo|noticia) (?:exclusiv[oa] |sol[oa] )?(?:para|exclusivo para) (?:los )?(?:suscriptores|abonados)|(?:suscríbete|regístrate|hazte premium|inicia sesión) para (?:seguir|continuar|leer)|para (?:seguir|continuar) leyendo|sólo para suscriptores|solo para suscriptores|ya (?:soy|eres|es) suscriptor"
                    + "|(?:contenuto|articolo) (?:riservato|per)[^.]{0,20}abbonati|abbonati per (?:leggere|continuare)|per (?:continuare|proseguire) (?:a leggere|la lettura)|sei già abbonato"
                    + "|(?:conteúdo|artigo|matéria) (?:exclusiv[oa]|reservad[oa]) (?:para|a) (?:os )?assinantes|(?:assine|subscreva|faça login) para (?:ler|continuar)|para continuar (?:a ler|lendo)|já é assinante"
                    + "|(?:alleen|exclusief) voor abonnees|(?:dit artikel|verder lezen)[^.]{0,40}abonne|om (?:verder te lezen|dit artikel te lezen)|(?:word|neem een) abonn[^.]{0,20}(?:om|en lees)|al abonnee"
                    + "|(?:treść|artykuł|tekst)[^.]{0,30}(?:dla prenumeratorów|dla subskrybentów|tylko dla)|aby (?:czytać dalej|przeczytać (?:cały|całość))|(?:wykup|kup) (?:dostęp|prenumeratę|subskrypcję)|masz już (?:prenumeratę|subskrypcję)");

    /** Stands on every page of some sites, in the masthead: says nothing where it stands alone. */
    private static final Pattern GREETING = Pattern.compile(
            "^\\W*(?:already a (?:subscriber|member)|(?:log|sign) in|bereits abonnent|sie haben bereits ein abo|déjà abonné|ya (?:soy|eres|es) suscriptor|sei già abbonato|já é assinante|al abonnee|masz już)[^.!]{0,40}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What an offer is made of, under a prompt. */
    private static final Pattern TERMS = Pattern.compile(
            "subscri|membership|trial|cancel any ?time|unlimited|per (?:month|week|year)|/ ?(?:month|week|mo|year)|\\babo\\b|abonn|kündbar|monat|mois|suscri|al mes|abbonat|mese|assin|por mês|maand|prenumerat|subskryp|miesi[ąę]c|log ?in|sign ?in|anmelden|connectez|inicia sesión|accedi|[$€£]\\s?\\d|\\d\\s?[€£]|zł\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What an offer ends with, even where its prompt was left out before. */
    private static final Pattern PRICE = Pattern.compile(
            "cancel any ?time|per (?:month|week|year)|free trial|unlimited access|jederzeit kündbar|(?:pro|im) monat|par mois|sans engagement|al mes|al mese|por mês|per maand|miesięcznie",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Paywall() {}

    static boolean stands(Document page, Layout layout, JsonLd said, Metas metas, List<Paragraph> found) {
        if (said.saysNotFree() || metas.first("isaccessibleforfree").equalsIgnoreCase("false")) {
            return true;
        }
        int length =
                found.stream().mapToInt(paragraph -> paragraph.text().length()).sum();
        if (length > NO_WALL_ABOVE) {
            return false;
        }
        var tier = metas.first("article:content_tier").toLowerCase(Locale.ROOT);
        return tier.equals("locked") || prompts(layout) && (length < SHORT || isNamed(page));
    }

    private static boolean prompts(Layout layout) {
        var shown = layout.blocks.stream()
                .filter(block -> layout.isShown(block.box()))
                .map(Block::text)
                .toList();
        return shown.stream().mapToInt(String::length).sum() < WHOLE_PAGE
                && shown.stream().anyMatch(Paywall::isPrompt);
    }

    private static boolean isNamed(Document page) {
        return !page.select(
                        "[class*=paywall], [id*=paywall], [class*=regwall], [class*=piano], [class*=subscriber-only], [class*=premium-content]")
                .isEmpty();
    }

    private static boolean isPrompt(String line) {
        return line.length() <= LINE
                && PROMPT.in(line + " ")
                && !GREETING.matcher(line).find();
    }

    /** What the page shows openly: up to the prompt, without the offer under it. */
    static List<Paragraph> open(List<Paragraph> paragraphs) {
        var open = new ArrayList<Paragraph>();
        boolean offered = false;
        for (var paragraph : paragraphs) {
            var text = paragraph.text();
            offered |= isPrompt(text);
            boolean offer = isPrompt(text)
                    || GREETING.matcher(text).find()
                    || offered && text.length() < OFFER && TERMS.matcher(text).find();
            if (!offer) {
                open.add(paragraph);
            }
        }
        while (!open.isEmpty() && isPrice(open.get(open.size() - 1).text())) {
            open.remove(open.size() - 1);
        }
        return open;
    }

    private static boolean isPrice(String line) {
        return line.length() < SHORT_OFFER && PRICE.matcher(line).find();
    }
}
