package topfive.ingest.article;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import topfive.contract.Article.Paragraph;
import topfive.ingest.text.Cues;

/**
 * The texts with which a site asks to be allowed cookies, in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish. The
 * site speaks of itself in them ("we and our partners store"), which an article about cookies does not.
 */
final class Consent {
    private static final int ARTICLE = 600;
    private static final int LONGEST = 3000;
    private static final Cues SUBJECT = Cues.of(
            List.of("cookie", "consen", "tracking tech", "einwilligung", "traceurs", "toestemming", "ciastecz", "zgod"),
            "cookies?\\b|\\bconsent\\b|tracking technolog|einwilligung|traceurs|consentement|consentimiento|consenso|consentimento|toestemming|pliki? cookie|plików cookie|ciastecz|zgod[aęy]\\b");
    private static final Pattern WE_USE = Pattern.compile(
            "\\b(?:(?:we|our (?:partners|site|website)|this (?:site|website))\\b[^.]{0,60}\\b(?:use|uses|store|set|process|collect|need|would like|ask)"
                    + "|(?:wir|unsere (?:partner|website|seite)|diese (?:website|seite))\\b[^.]{0,60}\\b(?:verwend|nutz|setz|speicher|verarbeit|benötig|möchte|brauch)"
                    + "|(?:nous|nos partenaires|ce site|notre site)\\b[^.]{0,60}\\b(?:utilis|stock|trait|dépos|souhait|demand)"
                    + "|(?:nosotros|nuestros socios|este sitio|esta web)\\b[^.]{0,60}\\b(?:utiliza|usa|almacena|trata)|utilizamos|usamos|almacenamos"
                    + "|(?:noi|i nostri partner|questo sito)\\b[^.]{0,60}\\b(?:utilizz|usa|archivi|tratt)|utilizziamo|usiamo"
                    + "|(?:nós|nossos parceiros|este site)\\b[^.]{0,60}\\b(?:utiliza|usa|armazena|trata)"
                    + "|(?:wij|we|onze partners|deze (?:site|website))\\b[^.]{0,60}\\b(?:gebruik|plaats|verwerk|bewaren)"
                    + "|(?:nasi partnerzy|ta strona|nasza strona)\\b[^.]{0,60}\\b(?:używa|korzysta|przechow|przetwarza)|używamy|korzystamy|przechowujemy)\\w*[^.]{0,160}"
                    + "(?:cookie|consent|tracking technolog|einwilligung|traceurs|toestemming|ciastecz|zgod|on your device|auf ihrem gerät|sur votre appareil)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CLICK = Pattern.compile(
            "by (?:clicking|continuing|using)|(?:accept|reject|allow) all|manage (?:your )?(?:choices|preferences|settings|consent|cookies)|your (?:consent|device|choices)"
                    + "|alle (?:akzeptieren|ablehnen)|mit (?:der|ihrer) (?:nutzung|zustimmung)|(?:ihre|ihrer|deine) (?:einwilligung|zustimmung)|widerrufen"
                    + "|tout (?:accepter|refuser)|en (?:cliquant|poursuivant)|(?:votre|vos) (?:consentement|choix|appareil)"
                    + "|aceptar todas|al (?:continuar|hacer clic|navegar)|(?:su|tu) consentimiento|accetta(?:re)? tutti|cliccando|continuando|(?:tuo|suo) consenso"
                    + "|aceitar todos|ao (?:clicar|continuar|navegar)|seu consentimento|alles accepteren|door (?:te klikken|verder)|(?:uw|jouw) toestemming"
                    + "|akceptuj|klikając|kontynuując|twoj\\w{1,5} zgod",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Consent() {}

    /** Whether the page shows the question and next to nothing else. */
    static boolean isAll(List<Paragraph> paragraphs) {
        int asked = length(paragraphs, Consent::asks);
        if (asked == 0) {
            return false;
        }
        boolean ofItself = paragraphs.stream()
                .anyMatch(paragraph -> WE_USE.matcher(start(paragraph)).find());
        return ofItself && length(paragraphs, paragraph -> true) - asked < Math.min(ARTICLE, 2 * asked);
    }

    /** The paragraphs without the question; all of them where the article itself is about cookies. */
    static List<Paragraph> without(List<Paragraph> paragraphs) {
        var rest = paragraphs.stream()
                .filter(paragraph ->
                        !(asks(paragraph) && WE_USE.matcher(start(paragraph)).find()))
                .toList();
        if (rest.size() == paragraphs.size()) {
            return paragraphs;
        }
        boolean isTheSubject = rest.stream().anyMatch(paragraph -> SUBJECT.in(start(paragraph)));
        return isTheSubject || rest.isEmpty() ? paragraphs : rest;
    }

    private static boolean asks(Paragraph paragraph) {
        var text = start(paragraph);
        return SUBJECT.in(text)
                && (WE_USE.matcher(text).find() || CLICK.matcher(text).find());
    }

    private static String start(Paragraph paragraph) {
        var text = paragraph.text();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static int length(List<Paragraph> paragraphs, Predicate<Paragraph> which) {
        return paragraphs.stream()
                .filter(which)
                .mapToInt(paragraph -> paragraph.text().length())
                .sum();
    }
}
