package topfive.ingest.article;

import java.util.HashMap;
import java.util.Map;

/**
 * What the name of an element (class, id, role) hints at. Names are cut into words at hyphens, underscores and capitals, so that
 * {@code authorBio}, {@code author-bio} and {@code author bio} are the same; two neighbours are also looked up as one word. Written after the names
 * that news sites, blogs and their publishing systems have in common, and never after one site.
 */
enum Hint {
    COMMENTS("comment comments commentlist disqus respond reply replies discussion talkback coral livefyre reactions"),
    SHARE(
            "share sharing sharer sharethis sharedaddy shares addthis addtoany social socials follow sns jetpack sharebar bookmark bookmarks"),
    RELATED(
            "related relatedposts recommend recommended recommendation recirc outbrain taboola trending popular mostread mostpopular"
                    + " mostviewed morefrom morestories morenews moreon morearticles readmore readnext readalso readon alsoread alsolike seealso upnext"
                    + " nextarticle nextpost nextstory prev previous prevnext postnav postnavigation cards teaser teasers similar suggested latest"
                    + " suggestions yarpp related-posts onward recent recentposts others"),
    NEWSLETTER("newsletter nlbox signup subscribe subscribebox mailing mailchimp optin"),
    CONSENT("cookie cookies consent gdpr ccpa onetrust cookiebot didomi cmp qc privacy"),
    WALL("paywall regwall piano metered gate subscriber"),
    SIDE("sidebar side rail aside rightcolumn rightcol leftcol secondary widget widgets complementary"),
    NAVIGATION(
            "breadcrumb breadcrumbs crumb nav navbar navigation menu masthead topbar toolbar pagination pager skip skiplink footer"
                    + " foot bottom header sitefooter siteheader banner contentinfo search toc tableofcontents jump subnav colophon"),
    BYLINE("byline bylines author authors authorbox aboutauthor authorbio bio biography contributor contributors writer"
            + " profile avatar vcard"),
    TAGS("tags taglist taglinks tagcloud tagged keywords categories catlinks topics tag category terms"),
    META(
            "postmeta entrymeta articlemeta meta metadata postinfo articleinfo published publishdate postdate entrydate dateline"
                    + " timestamp datetime date time kicker eyebrow updated posted readingtime views info entryfooter entryheader"),
    OVERLAY("popup modal overlay lightbox tooltip dropdown dialog alert notice notification toast interstitial"),
    ADVERT(
            "ad ads adv advert advertisement adsense adslot dfp sponsor sponsored partnercontent promoted advertising gpt affiliate"
                    + " commercial shop product buy promo promos cta calltoaction subscription support donate donation donations join enroll"),
    CAPTION(
            "caption captions figcaption wpcaptiontext credit credits photocredit imagecredit mediacredit imagecaption"),
    LEGAL("copyright disclaimer legal license licence correction terms imprint"),
    HIDDEN(
            "hidden hide visuallyhidden screenreader screenreadertext sronly offscreen assistive invisible noprint printonly"),
    BOX(
            "infobox factbox pullquote navbox editsection mweditsection reflist references rating ratings poll survey quiz login"
                    + " print printfriendly rss gallery slideshow carousel slider player audio video embed transcript summary highlights"),
    TEXT(
            "articlebody storybody postbody entrybody newsbody blogbody articlecontent storycontent postcontent entrycontent newscontent"
                    + " blogcontent pagecontent articletext storytext posttext newstext entrytext bodytext bodycopy bodycontent contentbody"
                    + " articlemain richtext wysiwyg prose articlecopy storycopy maincontent singlecontent detailcontent contentmain"
                    + " fieldbody fieldnamebody textbody fulltext articledetail articlecontainer postarticle tdpostcontent"),
    ARTICLE("article story post entry hentry news blog single content main body text");

    private static final int SHORTENED = 7;
    private static final Map<String, Integer> BITS = bits();

    private final String words;

    Hint(String words) {
        this.words = words;
    }

    int bit() {
        return 1 << ordinal();
    }

    /** The bits of a word in small letters, 0 where it hints at nothing. A long word is also known by how it begins. */
    static int bitsOf(String word) {
        var exact = BITS.get(word);
        if (exact != null) {
            return exact;
        }
        return word.length() <= SHORTENED ? 0 : BITS.getOrDefault(word.substring(0, SHORTENED) + "*", 0);
    }

    private static Map<String, Integer> bits() {
        var bits = new HashMap<String, Integer>();
        for (var hint : values()) {
            for (var word : hint.words.split(" ")) {
                bits.merge(word, hint.bit(), (a, b) -> a | b);
                if (word.length() >= SHORTENED && hint.ordinal() < TEXT.ordinal()) {
                    bits.merge(word.substring(0, SHORTENED) + "*", hint.bit(), (a, b) -> a | b);
                }
            }
        }
        return Map.copyOf(bits);
    }
}
