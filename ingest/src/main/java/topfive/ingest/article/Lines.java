package topfive.ingest.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import topfive.contract.Article.Kind;
import topfive.ingest.text.Dates;

/** Drops the lines of an article's element that are not the article: captions, share labels, prompts, bylines, related headlines. */
final class Lines {
    private static final int SHORT = 240;

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

    private Lines() {}

    static List<Block> article(List<Block> blocks, String title) {
        var kept = new ArrayList<Block>();
        var seen = new HashSet<String>();
        var headline = fold(title);
        for (var block : blocks) {
            var folded = fold(block.text());
            boolean repeated = block.text().length() > 40 && !seen.add(folded);
            boolean early = kept.size() < 3;
            if (folded.isEmpty()
                    || repeated
                    || early && folded.equals(headline)
                    || isBoilerplate(block)
                    || early && isDate(block.text())) {
                continue;
            }
            kept.add(block);
        }
        return withoutLooseEnds(kept);
    }

    private static boolean isBoilerplate(Block block) {
        var text = block.text();
        if (block.linked() > 0.75 && !(block.endsLikeASentence() && text.length() > 120)) {
            return block.kind() != Kind.HEADING || text.length() > 120;
        }
        return text.length() < SHORT
                && (NOT_THE_ARTICLE.matcher(text).find()
                        || text.length() < 120 && BYLINE.matcher(text).matches()
                        || CREDIT_AT_END.matcher(text).find()
                        || CAPTION.matcher(text).find());
    }

    private static boolean isDate(String text) {
        return text.length() < 60 && Dates.parse(text).isPresent();
    }

    /** Headings with nothing under them, at the end or before another list of links, say nothing. */
    private static List<Block> withoutLooseEnds(List<Block> blocks) {
        int end = beforeBox(blocks);
        while (end > 0 && isLoose(blocks.get(end - 1))) {
            end--;
        }
        return new ArrayList<>(blocks.subList(0, end));
    }

    private static int beforeBox(List<Block> blocks) {
        int end = blocks.size();
        for (int at = blocks.size() - 1;
                at > 0 && at >= blocks.size() - 4 && blocks.get(at).text().length() < 200;
                at--) {
            if (BOX.matcher(blocks.get(at).text()).matches()) {
                end = at;
            }
        }
        return end;
    }

    private static boolean isLoose(Block block) {
        return block.kind() == Kind.HEADING || block.text().length() < 25 && !block.endsLikeASentence();
    }

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
