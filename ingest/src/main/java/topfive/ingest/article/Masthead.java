package topfive.ingest.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import topfive.ingest.text.Tidy;

/** The lines just above and below the headline: there stand who wrote the article and when. */
final class Masthead {
    private static final int ABOVE = 8;
    private static final int BELOW = 24;
    private static final int PROSE = 220;
    private static final Set<String> NO_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "select",
            "iframe",
            "nav",
            "footer",
            "button",
            "figure",
            "head");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "cite", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time", "u",
            "mark", "address", "wbr", "label");

    private final List<String> lines;
    private final Set<Element> elements;

    private Masthead(List<String> lines, Set<Element> elements) {
        this.lines = lines;
        this.elements = elements;
    }

    static Masthead of(Document page, Optional<Element> headline) {
        var walk = new Walk(headline);
        NodeTraversor.filter(walk, page.body());
        walk.flush();
        return walk.masthead();
    }

    /** Those below the headline first, then those above it, the nearest first. */
    List<String> lines() {
        return lines;
    }

    boolean holds(Element element) {
        return elements.contains(element);
    }

    private static final class Walk implements NodeFilter {
        private final Element headline;
        private final List<String> lines = new ArrayList<>();
        private final List<Element> elements = new ArrayList<>();
        private final List<Integer> at = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int found;
        private int prose;

        private Walk(Optional<Element> headline) {
            this.headline = headline.orElse(null);
            this.found = headline.isPresent() ? -1 : 0;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            if (node == headline) {
                flush();
                found = lines.size();
                return FilterResult.SKIP_ENTIRELY;
            }
            if (NO_TEXT.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (!INLINE.contains(element.normalName())) {
                flush();
            }
            elements.add(element);
            at.add(lines.size());
            return found >= 0 && (lines.size() - found > BELOW || prose > 2)
                    ? FilterResult.STOP
                    : FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && !INLINE.contains(element.normalName())) {
                flush();
            }
            return FilterResult.CONTINUE;
        }

        private void flush() {
            var line = Tidy.line(text.toString());
            text.setLength(0);
            if (!line.isEmpty()) {
                lines.add(line);
                prose += found >= 0 && line.length() > PROSE ? 1 : 0;
            }
        }

        private Masthead masthead() {
            int middle = Math.max(0, found);
            var near = new ArrayList<>(lines.subList(middle, Math.min(lines.size(), middle + BELOW)));
            var above = new ArrayList<>(lines.subList(Math.max(0, middle - ABOVE), middle));
            Collections.reverse(above);
            near.addAll(above);
            Set<Element> held = Collections.newSetFromMap(new IdentityHashMap<>());
            for (int index = 0; index < elements.size(); index++) {
                if (at.get(index) >= middle - ABOVE && at.get(index) <= middle + BELOW) {
                    held.add(elements.get(index));
                }
            }
            return new Masthead(near, held);
        }
    }
}
