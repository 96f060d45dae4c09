package topfive.ingest.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import topfive.ingest.text.Dates;

/**
 * Lines that are known by their wording: captions, share labels, prompts, bylines, credits, related headlines. Every pattern is tried on short lines
 * only, and none repeats within a repetition.
 */
final class Phrases {
    private static final int SHORT = 240;
    private static final int CREDIT = 60;

    /** At the start of a short line. Written after reading what survived on news pages; each is a phrase nobody begins a claim with. */
    private static final Pattern NOT_THE_ARTICLE = Pattern.compile(
            "^\\W*(?:"
                    + "(?:photos?|images?|pictures?|foto|bild|illustration|credits?|source|graphic|video|file photo|photograph)(?: (?:credits?|by|courtesy(?: of)?|via|from|source))?\\s*[:/©|]"
                    + "|(?:photo|image|photograph|picture)s? (?:credits?|by|courtesy|via)\\b"
                    + "|(?:©|\\(c\\)|copyright\\b)|all rights reserved"
                    + "|(?:read|see|watch|listen|view|click|tap|swipe) (?:more|also|next|now|here|the full)\\b.{0,120}$|(?:related|recommended|also read|must read|more from|more on|more in|you may also like|you might also like|don't miss|up next|trending|most popular|most read|see also|read next)\\b\\s*(?::|$|stories|articles|posts|news|topics|content|reading|this|the)"
                    + "|(?:share|tweet|pin|email|print|save|copy link|whatsapp|facebook|twitter|linkedin|reddit|flipboard|pinterest|telegram|x|comments?|reply|like|follow)(?: (?:this|on|via|it|article|story|post|link|us))*(?: (?:on|via|to|with))?(?: (?:facebook|twitter|linkedin|whatsapp|x|email|reddit|friends?|article|story|post|instagram|google news|telegram))*\\s*$"
                    + "|(?:sign up|subscribe|register|log in|sign in|join (?:our|the|us|now)|become a (?:member|subscriber)|get (?:the|our|your) (?:latest|free|daily|weekly|newsletter)|follow (?:us|me|him|her|them|@)|like us|support (?:our|us|independent)|donate|download (?:our|the) app|enter your email|your email|stay (?:up to date|informed|connected|tuned))\\b"
                    + "|advertisements?\\s*$|sponsored(?: content| by.{0,60})?\\s*$|continue reading\\b|story continues|article continues|skip (?:to|advert|ad)\\b|scroll (?:down|to continue)"
                    + "|leave a (?:comment|reply)|post a comment|\\d+ (?:comments?|shares?|views?|likes?)\\b|(?:view|show|see|load) (?:all|more|\\d+)\\b.{0,60}$|add a comment|join the (?:conversation|discussion)"
                    + "|by clicking\\b|by (?:signing|subscribing|submitting)\\b|this site (?:uses|is protected)|we use cookies|(?:this|our) (?:website|site) uses cookies|we and our (?:\\d+ )?partners|by continuing to (?:browse|use)\\b(?:terms (?:of|and)|privacy policy|cookie policy)\\b.{0,80}$|javascript (?:is|must)|please enable"
                    + "|(?:tags?|filed under|topics?|categories|category|posted in|keywords|labels|tagged)\\s*:"
                    + "|(?:published|updated|posted|last (?:updated|modified)|modified|first published|date)\\b\\s*(?:on|at|:)?\\s*(?:\\w+,? )?(?:\\w{3,9}\\.? \\d{1,2}|\\d{1,4}[ ./-]).{0,60}$"
                    + "|(?:this (?:article|story|post|piece) (?:was|is|has been|first|originally)|originally (?:published|appeared|posted)|a version of this (?:article|story)|the post .{3,160} appeared first)\\b"
                    + "|(?:getty images|reuters|ap photo|afp|shutterstock|unsplash|alamy)(?:\\s*/.{0,60})?\\s*$"
                    + "|\\d+ min(?:ute)?s? (?:read|ago)\\b|reading time|(?:\\d+ (?:hours?|days?|weeks?|months?|years?) ago)\\s*$|loading\\W*$|back to top|top of page|more:?\\s*$|next:?\\s*$|previous:?\\s*$|menu\\s*$|close\\s*$|search\\s*$|home\\s*$|image \\d+ of \\d+"
                    + "|you(?:'ve| have) (?:read|reached|used)\\b.{0,40}\\b(?:free|articles?|limit)\\b|already a (?:subscriber|member)|(?:to )?(?:continue|keep) reading\\b|to read the (?:full|rest)|this (?:article|story|post) is (?:for|only|available)"
                    + "|correction or clarification|report (?:a|an) (?:typo|error)|have a (?:tip|story)|got a tip|send (?:us )?(?:tips|your)"
                    + "|mehr zum thema|lesen sie (?:auch|mehr)|auch interessant|lire aussi|à lire aussi|lee también|te puede interesar|czytaj (?:też|także|więcej)|zobacz (?:też|także)|читайте также|leggi anche|lees ook|läs (?:också|mer)"
                    + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CREDIT_AT_END = Pattern.compile(
            "(?:getty images|ap photo|reuters/\\w+|afp via getty|shutterstock|/reuters|/ap|/afp|istock|unsplash|alamy)[^.]{0,30}\\)?$",
            Pattern.CASE_INSENSITIVE);

    /** A box at the foot of an article; what stands below it is the box. */
    private static final Pattern BOX = Pattern.compile(
            "^(?:get (?:it|this|us|the best|our).{0,40}\\b(?:inbox|e-?mail)|.{0,40}\\b(?:newsletter|in your inbox|before you go|about the author|more from .{2,40}|related (?:articles|stories|posts)|you (?:may|might) also like)\\b)[^.]{0,20}[!:]?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CAPTION = Pattern.compile(
            "(?:photo(?:graph)?|picture|image|foto|credit|illustration)s?(?: by)?\\s*:\\s*[^.:]{2,60}$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BYLINE = Pattern.compile(
            "^(?:by|von|par|por|di|words by|written by|text by|story by|reported by|edited by|posted by|author:)\\s+\\p{Lu}[\\p{L}.'’-]+(?:[ ,&|]+(?:(?:and|und|et|y)\\s+)?\\p{Lu}?[\\p{L}.'’@-]+){0,8}\\s*$",
            Pattern.CASE_INSENSITIVE);

    /** Headings of what stands under an article. */
    private static final Pattern END_HEADING = Pattern.compile(
            "^\\W*(?:related|recommended|more (?:from|on|in|stories|news|articles|about|like|reading)|read (?:more|next|also)|see also|you (?:may|might)|about (?:the )?(?:author|us|writer)|author|written by"
                    + "|comments?\\b|\\d+ comments?|leave a|join the|reader|share|follow|tags?\\b|categor|topics|newsletter|sign up|subscribe|stay (?:informed|connected|up)|get (?:the|our|more)|contact|latest|popular|most (?:read|popular|viewed)|trending|recent|editor's picks|featured"
                    + "|similar|further reading|references|sources?$|footnotes|notes$|bibliography|citations|external links|disclaimer|disclosure|copyright|what others|reviews|next (?:post|article|story)|previous|explore|discover|browse|don't miss|in this (?:section|series)|kommentar|ähnliche|mehr (?:zum|von|aus)|weitere|das könnte|verwandte|neueste|über (?:den autor|uns)|powiązane|polecane|komentarze|zobacz|czytaj|articles? (?:similaires|liés)|à lire|commentaires|artículos relacionados|comentarios|relacionad|articoli correlati|commenti)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BIOGRAPHY = Pattern.compile(
            "^(?:about )?(?:(?:Dr|Prof|Mr|Ms|Mrs)\\.? )?\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,3},? (?:is|was|has been|has|writes|covers|reports|joined|works|lives|ist|est|jest) (?:an?|the|one|our|at|for|about|on|in|currently|based|also|senior|chief|editor|responsible|worked|written|been|over|more)\\b");

    private static final List<String> NOTICES = List.of(
            "©",
            "(c) 19",
            "(c) 20",
            "all rights reserved",
            "privacy policy",
            "terms of use",
            "terms of service",
            "cookie",
            "affiliate",
            "commission",
            "disclaimer",
            "newsletter",
            "subscri",
            "sign up",
            "without permission",
            "without prior",
            "written permission",
            "editorial policy",
            "editorial standards",
            "editorial guidelines",
            "fact-checked",
            "fact checked",
            "our team",
            "our partners",
            "our readers",
            "abonnier",
            "impressum",
            "datenschutz");

    private Phrases() {}

    static boolean isEndHeading(String text) {
        return text.length() < 80 && END_HEADING.matcher(text).lookingAt();
    }

    static boolean isBiography(String text) {
        return BIOGRAPHY.matcher(text).lookingAt();
    }

    static boolean isNotice(String text) {
        var start = text.substring(0, Math.min(text.length(), 600)).toLowerCase(Locale.ROOT);
        return NOTICES.stream().anyMatch(start::contains);
    }

    static boolean isPhrase(String text) {
        return text.length() < SHORT && NOT_THE_ARTICLE.matcher(text).lookingAt();
    }

    static boolean isByline(String text) {
        return text.length() < 120 && BYLINE.matcher(text).matches();
    }

    static boolean isCredit(String text) {
        return text.length() < SHORT
                && (CREDIT_AT_END
                                .matcher(text.substring(Math.max(0, text.length() - CREDIT)))
                                .find()
                        || text.indexOf(':') >= 0 && CAPTION.matcher(text).find());
    }

    static boolean isDate(String text) {
        return text.length() < 60 && Dates.parse(text).isPresent();
    }

    /** The head of a box at the foot of an article. */
    static boolean isBox(String text) {
        return text.length() < 200 && BOX.matcher(text).matches();
    }
}
