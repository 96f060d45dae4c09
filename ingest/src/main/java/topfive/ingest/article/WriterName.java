package topfive.ingest.article;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import topfive.ingest.text.Tidy;

/** Somebody's name out of the words around it: "Posted by Ann Lee on October 14" is Ann Lee, "Follow us" is nobody. */
final class WriterName {
    private static final int LINE = 400;
    private static final int LONGEST = 120;
    private static final int WORDS = 16;
    private static final int SENTENCE = 40;
    private static final Pattern EDGES = Pattern.compile("^[\\s,;:–-]+|[\\s,;:–-]+$");
    private static final Pattern BY = Pattern.compile(
            "^\\W*(?:(?:article |post |story |text |words |reported |reviewed and )?(?:written|posted|published|created|edited)? ?by|written by|author|authors|autor(?:in|en)?|auteurs?|verfasst von|geschrieben von|ein beitrag von|von|par|por|escrito por|publicado por|di|scritto da|door|przez|av|tekst|text)\\s*[:|]?\\s+(?=\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern END = Pattern.compile(
            "\\s*(?:[|•·●]|\\s/\\s|\\s[–—-]\\s|\\bon (?=\\p{Lu}\\p{L}+ \\d|\\d)|\\b(?:published|updated|posted|last|veröffentlicht|aktualisiert|publié|publicado|reviewed|medically|fact[- ]checked|edited by|photos? by|read more|follow|share|min(?:ute)?s? read|\\d+ min|am (?=\\d)|le (?=\\d)|el (?=\\d)|in (?=\\p{Lu}))\\b|\\(?\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\b\\d{4}-\\d{2}|\\b\\d{1,2}(?:st|nd|rd|th|\\.)? \\p{Lu}\\p{L}{2,8}\\.?,? \\d{4}|\\b\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b).*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern URL = Pattern.compile("^\\s*(?:https?:|//|www\\.)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_NAME = Pattern.compile(
            "\\d{4}|[<>{}=\\[\\]]|@\\w+\\.\\w+$|^@$|\\w\\.\\w+\\.\\w|^[\\d\\W]+$", Pattern.CASE_INSENSITIVE);
    /** What stands in elements of that name and is nobody. */
    private static final Pattern NOBODY = Pattern.compile(
            "(?:admin|administrator|user|guest|anonymous|no author|null|none|undefined|unknown|root|webmaster|the author|author|authors|name|by|editor|share|follow(?: us| me)?|sign ?in|log ?in|subscribe|reply|comments?|(?:posted|written|published) by:?|read more|more|view (?:all|profile|more).*|see (?:all|more).*|all posts.*|more (?:from|by|posts).*|articles by.*|full bio|member login|skip to.*|here|print|bluesky|about.*|contact.*|send an? e-?mail.*|cite.*|explore.*|learn more.*|our (?:team|story|mission|blog|company).*|linkedin|twitter|facebook|instagram|email|website|home|blog|news|uncategorized|history|opinion|tags?|categor(?:y|ies).*|advertis.*|privacy.*|disclosure.*|editorial (?:guidelines|policy|process|standards).*|reviewed.*|fact.checked.*|expert.*|updated.*|published.*|get .*|join .*|start .*|free .*|how .*|why .*|what .*|the best .*|meet .*|written|beitrag|anzeige|teilen|autor(?:in)?|weiterlesen|alle (?:beiträge|artikel).*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private WriterName() {}

    /** @param text a line, or what an element of such a name holds */
    static Optional<String> of(String text) {
        if (URL.matcher(text).find()) {
            return Optional.empty();
        }
        var line = Tidy.line(Parser.unescapeEntities(text.length() > LINE ? text.substring(0, LINE) : text, false));
        var bare = BY.matcher(BY.matcher(line).replaceFirst("")).replaceFirst("");
        var name = trimmed(END.matcher(bare).replaceFirst(""));
        return isSomebody(name) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isSomebody(String name) {
        boolean isSentence = name.endsWith(".") && name.length() >= SENTENCE;
        return name.length() > 1
                && name.length() < LONGEST
                && name.split(" ").length <= WORDS
                && !isSentence
                && !NO_NAME.matcher(name).find()
                && !NOBODY.matcher(name).matches();
    }

    private static String trimmed(String name) {
        return EDGES.matcher(name).replaceAll("");
    }
}
