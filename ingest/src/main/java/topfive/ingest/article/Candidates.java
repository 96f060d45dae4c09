package topfive.ingest.article;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The elements that may hold the article, the most particular first. */
final class Candidates {
    private static final Pattern BODY_NAMES = Pattern.compile(
            "(?:^|[\\s_-])(?:article|post|entry|story|blog|news|rich|single|detail)s?[_-]*(?:body|content|text|copy|main)(?:$|[\\s_-])"
                    + "|articlebody|storybody|entrycontent|postcontent|articlecontent|articletext|story-?content|wysiwyg",
            Pattern.CASE_INSENSITIVE);

    private Candidates() {}

    static List<Element> of(Element body, Furniture furniture) {
        var found = new LinkedHashSet<Element>();
        largest(body.select("[itemprop~=(?i)articleBody]"), furniture, found);
        largest(named(body, furniture), furniture, found);
        scored(body, furniture, found);
        largest(body.select("article"), furniture, found);
        largest(body.select("main, [role=main], #content, #main"), furniture, found);
        found.add(body);
        return new ArrayList<>(found);
    }

    private static void largest(Elements elements, Furniture furniture, Set<Element> into) {
        elements.stream()
                .filter(element -> furniture.prose(element) > 100)
                .max((a, b) -> Integer.compare(furniture.prose(a), furniture.prose(b)))
                .ifPresent(into::add);
    }

    private static Elements named(Element body, Furniture furniture) {
        var named = new Elements();
        for (var element : body.select("div, section, td, span")) {
            if ((element.hasAttr("class") || element.hasAttr("id"))
                    && furniture.prose(element) > 200
                    && (BODY_NAMES.matcher(element.className()).find()
                            || BODY_NAMES.matcher(element.id()).find())) {
                named.add(element);
            }
        }
        return named;
    }

    /** As readability does it: paragraphs vote for their parents, with half a vote for the grandparents. */
    private static void scored(Element body, Furniture furniture, Set<Element> into) {
        Map<Element, Double> votes = new IdentityHashMap<>();
        for (var element : body.getAllElements()) {
            var own = element.ownText();
            if (own.length() < 25 || furniture.test(element)) {
                continue;
            }
            double vote = 1
                    + own.chars().filter(c -> c == ',' || c == '，' || c == '、').count()
                    + Math.min(own.length() / 100.0, 3);
            // a text that stands between <br>s votes for its own element
            var target = element.normalName().matches("div|td|section|article|body") && own.length() > 200
                    ? element
                    : element.parent();
            for (double share = 1; target != null && share > 0.2; share /= 2, target = target.parent()) {
                votes.merge(target, vote * share, Double::sum);
            }
        }
        votes.entrySet().stream()
                .filter(entry -> body == entry.getKey() || entry.getKey().hasParent())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .ifPresent(top -> {
                    into.add(top);
                    if (top != body
                            && top.parent() != null
                            && !top.parent().normalName().equals("html")) {
                        into.add(top.parent());
                    }
                });
    }
}
