package topfive.ingest.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import topfive.contract.Article.Kind;
import topfive.contract.Article.Paragraph;

/**
 * What every newsletter says besides its text: how to see it in a browser, to pass it on, to leave; whose it is and why it came. Short lines
 * of that kind are dropped wherever they stand; from the first way out on, the short lines at the end are all dropped.
 */
final class Farewell {
    private static final int SHORT = 300;
    private static final int TAIL = 160;

    private static final Pattern ASIDE = Pattern.compile(
            "(?:view|read|open|see|display) (?:this |the |it )?(?:(?:e-?mail|message|newsletter|issue|post) )?(?:as a web ?page|online|in (?:(?:your|a|the) )?(?:web )?(?:browser|app)|on (?:the )?(?:web|website))"
                    + "|^\\W*(?:web version|view online|read online|listen online|view as webpage)\\b"
                    + "|no images\\?|(?:having )?trouble (?:viewing|reading|seeing) this|(?:not displaying|images? not showing)"
                    + "|forwarded (?:this|to you)|forwarded you this|forward (?:this )?(?:e-?mail |newsletter )?to (?:a |your )?(?:friend|colleague)"
                    + "|(?:subscribe|sign up|join) (?:here|for free|now)\\W*$|add (?:us|this address|\\S{1,80}@\\S{1,80}) to your (?:address book|contacts|safe)"
                    + "|im browser (?:ansehen|anzeigen|öffnen)|voir (?:la version|dans (?:le|votre) navigateur)|ver en (?:el )?navegador",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WAY_OUT = Pattern.compile(
            "^\\W*unsubscribe|(?:to|or|can|and|\\|) unsubscribe\\b(?! from (?!this|these|our|all|future|any))|unsubscribe (?:here|instantly|now|link|at any time|from (?:this|these|our|all|future))"
                    + "|(?:manage|update|change|edit|adjust) (?:your |my )?(?:e-?mail |subscription |mail |newsletter )?(?:preferences|settings|subscriptions?)"
                    + "|(?:you(?:'re|’re| are| have)?|why (?:did|am) (?:i|you)) (?:received?|receiving|getting|get|got) (?:this|these) (?:e-?mails?|messages?|newsletters?|because)"
                    + "|this (?:e-?mail|message|newsletter) was sent (?:to|by)|(?:our|my) (?:mailing|postal) address|(?:no longer (?:want|wish) to|stop) receiv"
                    + "|^\\W*(?:©|\\(c\\)|copyright (?:©|\\(c\\)|\\d{4}))|all rights reserved|^\\W*(?:privacy policy|terms of (?:use|service))"
                    + "|(?:abmelden|abbestellen)\\b|se d[ée]s(?:abonner|inscrire)|darse de baja|cancelar (?:la )?suscripci|uitschrijven|disiscri",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> BUTTONS = Set.of(
            "share",
            "tweet",
            "forward",
            "email",
            "mail",
            "facebook",
            "twitter",
            "linkedin",
            "instagram",
            "youtube",
            "x",
            "threads",
            "bluesky",
            "mastodon",
            "reddit",
            "whatsapp",
            "telegram",
            "pin",
            "pinterest",
            "like",
            "comment",
            "restack",
            "print",
            "rss",
            "website",
            "web",
            "us",
            "on",
            "via",
            "to",
            "friend",
            "a",
            "this",
            "follow",
            "and",
            "post",
            "podcast",
            "spotify",
            "tiktok");

    private Farewell() {}

    static List<Paragraph> without(List<Paragraph> paragraphs) {
        int end = tail(paragraphs);
        var kept = new ArrayList<Paragraph>();
        for (var paragraph : paragraphs.subList(0, end)) {
            var text = paragraph
                    .text()
                    .replace(String.valueOf(LetterPage.MARK), "")
                    .strip();
            if (!text.isEmpty() && !isAside(paragraph.text())) {
                kept.add(new Paragraph(text, paragraph.kind()));
            }
        }
        return kept.stream().allMatch(Farewell::isHeading) ? kept : withoutLooseHeadings(kept);
    }

    private static List<Paragraph> withoutLooseHeadings(List<Paragraph> paragraphs) {
        int end = paragraphs.size();
        while (isHeading(paragraphs.get(end - 1))) {
            end--;
        }
        return paragraphs.subList(0, end);
    }

    private static boolean isHeading(Paragraph paragraph) {
        return paragraph.kind() == Kind.HEADING;
    }

    /** Where the farewell begins: at the first way out after which nothing but short lines comes. */
    private static int tail(List<Paragraph> paragraphs) {
        int begin = paragraphs.size();
        for (int at = paragraphs.size() - 1; at > 0; at--) {
            var text = paragraphs.get(at).text();
            if (isWayOut(text)) {
                begin = at;
            } else if (text.length() > TAIL) {
                return begin;
            }
        }
        return begin;
    }

    private static boolean isAside(String text) {
        return isWayOut(text) || text.length() <= SHORT && (ASIDE.matcher(text).find() || areButtons(text));
    }

    private static boolean isWayOut(String text) {
        return text.length() <= SHORT
                && (text.indexOf(LetterPage.MARK) >= 0 || WAY_OUT.matcher(text).find());
    }

    private static boolean areButtons(String text) {
        var words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        return words.length <= 12 && Arrays.stream(words).allMatch(word -> word.isEmpty() || BUTTONS.contains(word));
    }
}
