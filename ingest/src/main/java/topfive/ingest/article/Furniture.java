package topfive.ingest.article;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * What stands on a page and is not the article: told by element, by class and id, and by being hidden. Whatever holds more than 30 % of
 * the page's text is never furniture, whatever it is called.
 */
final class Furniture implements Predicate<Element> {
    private static final Set<String> NEVER_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "video",
            "audio",
            "head",
            "math",
            "select",
            "option",
            "datalist",
            "textarea",
            "input",
            "button",
            "map",
            "figcaption",
            "dialog");

    private static final Set<String> AROUND =
            Set.of("nav", "footer", "aside", "form", "figure", "menu", "header", "fieldset", "address", "amp-sidebar");

    private static final Pattern NAMES = Pattern.compile("(?<![a-z])(?:"
            + "comments?|commentlist|disqus|respond|replies|reply|discussion|talk"
            + "|shar(?:e|ing|er|ethis|edaddy)s?|addthis|addtoany|social|follow|sns"
            + "|related\\w*|recommend\\w*|recirc\\w*|outbrain|taboola|trending|popular|most-(?:read|popular|viewed)|more-(?:from|stories|news|on|articles)"
            + "|read-(?:more|next|also|on)|readmore|also-(?:read|like)|see-also|up-next|next-(?:article|post|story)|prev(?:ious)?|post-nav\\w*|cards"
            + "|newsletter\\w*|sign-?up|subscri\\w*|mailing|optin|opt-in|promo\\w*|cta|call-to-action|callout-cta|support"
            + "|cookies?|consent\\w*|gdpr|ccpa|onetrust\\w*|paywall\\w*|regwall|piano|gate|metered"
            + "|side-?bar|rail|breadcrumbs?|nav|navbar|navigation|menu|masthead|footer|foot|toolbar|topbar|pagination|pager|skip\\w*"
            + "|byline\\w*|by-line|author|authors|author-\\w+|about-author|bio|biography|contributors?|writer"
            + "|tags|tag-?list|tag-?links|tag-?cloud|tagged|keywords|categories|cat-links|topics"
            + "|post-?meta|entry-?meta|article-?meta|meta|metadata|post-?info|article-?info|published|publish-date|post-date|entry-date|dateline|timestamp|datetime|date"
            + "|popup|pop-up|modal|overlay|lightbox|tooltip|dropdown"
            + "|ad|ads|adv|advert\\w*|adsense|adslot|ad-\\w+|dfp|sponsor\\w*|partner-?content|banner|promoted"
            + "|captions?|wp-caption-text|credits?|photo-?credit|image-?credit|copyright|disclaimer|legal"
            + "|widgets?|print|printfriendly|rss|hidden|hide|visually-hidden|screen-reader\\w*|sr-only|offscreen|assistive"
            + "|toc|table-of-contents|jump|rating|ratings|poll|survey|quiz|login|donat\\w*|gallery-?nav|slideshow-?nav|kicker|eyebrow"
            + "|pull-?quote|infobox|navbox|edit-?section|mw-editsection|reflist|references"
            + ")(?![a-z])");

    /** Names that hold one of the words above and are the article all the same. */
    private static final Pattern ALL_THE_SAME = Pattern.compile(
            "(?:article|post|entry|story|blog|news|page)-?(?:body|content|text)|articlebody|entrycontent|main-?content|has-|no-|with-|paywall-?(?:body|content|article)");

    private static final Pattern NEVER_THE_ARTICLE = Pattern.compile(
            "(?<![a-z])(?:cookies?|consent\\w*|gdpr|ccpa|onetrust|newsletter\\w*|comments?|related|share|kicker)(?![a-z])");

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern NOT_SHOWN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
    private static final double TOO_MUCH_TO_LOSE = 0.3;

    private final Map<Element, int[]> lengths = new IdentityHashMap<>();
    private final int whole;
    private final boolean relaxed;

    private Furniture(Element body, boolean relaxed) {
        this.relaxed = relaxed;
        NodeTraversor.traverse(new Measure(), body);
        this.whole = Math.max(1, lengths.getOrDefault(body, new int[1])[0]);
    }

    static Furniture of(Element body) {
        return new Furniture(body, false);
    }

    /** Only what can never be read: for pages whose text hides in oddly named places. */
    Furniture relaxed(Element body) {
        return new Furniture(body, true);
    }

    /** Characters of prose inside, links left out. */
    int prose(Element element) {
        var length = lengths.get(element);
        return length == null ? 0 : Math.max(0, length[0] - length[1]);
    }

    @Override
    public boolean test(Element element) {
        var name = element.normalName();
        if (NEVER_TEXT.contains(name)) {
            return true;
        }
        if (name.equals("article") || name.equals("main") || name.equals("body") || name.equals("html")) {
            return false;
        }
        if (isHidden(element)) {
            return true;
        }
        if (prose(element) > TOO_MUCH_TO_LOSE * whole) {
            return false;
        }
        if (AROUND.contains(name)) {
            return !(name.equals("header") && relaxed);
        }
        return relaxed ? NEVER_THE_ARTICLE.matcher(names(element)).find() : isNamedSo(element);
    }

    private boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                        && !element.normalName().equals("a")
                || element.hasAttr("style")
                        && NOT_SHOWN.matcher(element.attr("style")).find();
    }

    private static boolean isNamedSo(Element element) {
        if (!element.hasAttr("class") && !element.hasAttr("id") && !element.hasAttr("role")) {
            return false;
        }
        var names = names(element);
        if (element.attr("role").matches("navigation|complementary|banner|contentinfo|dialog|search|menu")) {
            return true;
        }
        return names.length() < 400
                && NAMES.matcher(names).find()
                && !ALL_THE_SAME.matcher(names).find();
    }

    private static String names(Element element) {
        return CAMEL.matcher(element.className() + " " + element.id())
                .replaceAll("-")
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    /** Text and link text of every element, bottom up in one pass. */
    private final class Measure implements NodeVisitor {
        private int links;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                lengths.put(element, new int[2]);
                links += element.normalName().equals("a") ? 1 : 0;
            } else if (node instanceof TextNode text
                    && node.parent() instanceof Element parent
                    && lengths.containsKey(parent)) {
                int length = text.isBlank() ? 0 : text.getWholeText().strip().length();
                var sums = lengths.get(parent);
                sums[0] += length;
                sums[1] += links > 0 ? length : 0;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            links -= element.normalName().equals("a") ? 1 : 0;
            var up = element.parent() == null ? null : lengths.get(element.parent());
            if (depth > 0 && up != null && !NEVER_TEXT.contains(element.normalName())) {
                up[0] += lengths.get(element)[0];
                up[1] += lengths.get(element)[1];
            }
        }
    }
}
