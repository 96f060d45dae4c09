package topfive.ingest.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Mail is laid out by tables in tables. All but those that hold data become plain boxes, so that a cell reads as a paragraph. One pass. */
final class LayoutTables implements NodeVisitor {
    private static final int SHORT_CELL = 60;

    private final Deque<Table> open = new ArrayDeque<>();
    private final List<Element> boxes = new ArrayList<>();

    private static final class Table {
        private final List<Element> parts = new ArrayList<>();
        private boolean presentation;
        private boolean headed;
        private boolean nested;
        private int inCell;
        private int longestCell;
        private int filledCells;
        private int widestRow;

        /** Figures in short cells side by side, or columns with a head. */
        private boolean isData() {
            return !nested && !presentation && (headed || widestRow > 1 && longestCell <= SHORT_CELL);
        }
    }

    private LayoutTables() {}

    static void opened(Element body) {
        var tables = new LayoutTables();
        NodeTraversor.traverse(tables, body);
        tables.boxes.forEach(element -> element.tagName("div"));
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text && !open.isEmpty()) {
            open.peek().inCell += text.isBlank() ? 0 : text.text().strip().length();
        }
        if (!(node instanceof Element element)) {
            return;
        }
        if (element.normalName().equals("table")) {
            open.stream().findFirst().ifPresent(outer -> outer.nested = true);
            open.push(new Table());
            open.peek().presentation = element.attr("role").matches("(?i)presentation|none");
        }
        if (!open.isEmpty() && isPart(element)) {
            open.peek().parts.add(element);
            open.peek().headed |= element.normalName().equals("th");
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element) || open.isEmpty()) {
            return;
        }
        var table = open.peek();
        switch (element.normalName()) {
            case "td", "th" -> {
                table.longestCell = Math.max(table.longestCell, table.inCell);
                table.filledCells += table.inCell > 0 ? 1 : 0;
                table.inCell = 0;
            }
            case "tr" -> {
                table.widestRow = Math.max(table.widestRow, table.filledCells);
                table.filledCells = 0;
            }
            case "table" -> boxes.addAll(open.pop().isData() ? List.of() : table.parts);
            default -> {}
        }
    }

    private static boolean isPart(Element element) {
        return switch (element.normalName()) {
            case "table", "tbody", "thead", "tfoot", "tr", "td", "th" -> true;
            default -> false;
        };
    }
}
