package topfive.processor.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import topfive.contract.Document;

/**
 * Whom a text names as the one it has this from: an agency in the dateline, at the end or in the byline, an outlet that had it first. Where
 * two reports name the same, less in common is enough to call them one text; where one names the other, they are one voice.
 */
final class Credits {
    private static final String WORD = "\\p{Lu}[\\p{L}\\p{N}&'’.-]*";
    private static final String NAME = "((?:the |The )?" + WORD + "(?: (?:of |the |and |for )?" + WORD + "){0,4})";
    private static final Pattern DATELINE = Pattern.compile("^\\p{Lu}[\\p{L}.' ,\\d]{1,50}\\(" + NAME + "\\)\\s*[-–—]");
    private static final Pattern SIGNED = Pattern.compile("(?:[-–—]\\s?|\\()" + NAME + "\\)?\\.?$");
    private static final Pattern STATED = Pattern.compile(
            "\\b(?:(?:[Dd]istributed|[Pp]rovided|[Ss]upplied|[Ss]yndicated|[Pp]roduced) by|[Vv]ia|[Cc]ourtesy of|[Rr]epublished from|[Rr]eprinted from"
                    + "|(?:[Rr]eporting|[Mm]aterial|[Ff]iles) from|(?:[Ff]irst|[Oo]riginally) (?:published|appeared|reported|aired) (?:in|on|by|at)|[Cc]opyright(?: ©)?(?: \\d{4})?|©(?: ?\\d{4})?)"
                    + "(?:,| by)? " + NAME);
    private static final Pattern REPORTING_BY = Pattern.compile("\\b[Rr]eporting by ([^;.()]{3,120})");
    /** Who had it, told beside the claim itself. */
    private static final Pattern TOLD_BY =
            Pattern.compile("(?:\\b(?:[Aa]ccording to|[Ff]irst reported (?:by|in|on)|[Rr]eported (?:by|in)|told)) "
                    + NAME + "|" + NAME + " (?:first |has |had )?reported\\b");

    private static final Map<String, String> SHORT = Map.of(
            "ap", "associatedpress",
            "pa", "pressassociation",
            "pamedia", "pressassociation",
            "afp", "agencefrancepresse",
            "cp", "canadianpress",
            "aap", "australianassociatedpress",
            "upi", "unitedpressinternational");
    /** Bylines that name nobody. */
    private static final Set<String> NOBODY = Set.of(
            "",
            "staff",
            "editor",
            "editors",
            "admin",
            "newsroom",
            "newsdesk",
            "correspondent",
            "guest",
            "news",
            "editorial",
            "editorialboard");

    private static final int OPENING = 3;
    private static final int CLOSING = 4;

    private Credits() {}

    static Set<String> of(Document document) {
        var credits = new HashSet<String>();
        if (document.author() != null) {
            add(credits, document.author());
        }
        var texts = document.texts();
        for (int i = 0; i < texts.size(); i++) {
            var opens = i < OPENING;
            var closes = i >= texts.size() - CLOSING;
            if (opens || closes) {
                read(texts.get(i).strip(), closes, credits);
            }
        }
        return credits;
    }

    private static void read(String text, boolean closes, Set<String> credits) {
        var dateline = DATELINE.matcher(text);
        if (dateline.find()) {
            add(credits, dateline.group(1));
        }
        var stated = STATED.matcher(text);
        while (stated.find()) {
            add(credits, stated.group(1));
        }
        var reporting = REPORTING_BY.matcher(text);
        while (reporting.find()) {
            add(credits, reporting.group(1));
        }
        var signed = SIGNED.matcher(text.substring(Math.max(0, text.length() - 60)));
        if (closes && signed.find()) {
            add(credits, signed.group(1));
        }
    }

    private static void add(Set<String> credits, String name) {
        var key = key(name);
        if (!NOBODY.contains(key)) {
            credits.add(key);
        }
    }

    /** Whom the sentences around a claim name as having said or reported it. */
    static Set<String> toldBy(List<String> sentences) {
        var credits = new HashSet<String>();
        for (var sentence : sentences) {
            var told = TOLD_BY.matcher(sentence);
            while (told.find()) {
                add(credits, told.group(1) == null ? told.group(2) : told.group(1));
            }
        }
        return credits;
    }

    /** "By the Northwire staff" and "Northwire" are one: letters and digits in lower case, without what bylines put around a name. */
    static String key(String name) {
        var bare = name.toLowerCase(Locale.ROOT)
                .replaceAll("^\\s*(?:by|from)\\s+", "")
                .replaceFirst("^the\\s+", "")
                .replaceFirst("['’]s$", "")
                .replaceAll("\\s+(?:staff|news agency|newsroom|staff writers?|wire|correspondents?|reporters?)$", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
        return SHORT.getOrDefault(bare, bare);
    }
}
