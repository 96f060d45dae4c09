package topfive.processor.insight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import topfive.contract.Document;

/** The documents of {@code samples/passages}, each cut by hand into passages with a label; the format is told in samples/README.md. */
record LabelledPassages(String name, Document document, List<Unit> units) {
    private static final int LABEL = 12;

    /**
     * @param label "insight", or the kind of what is none
     * @param end exclusive, in the block
     */
    record Unit(String label, int block, int start, int end, String text) {
        boolean isInsight() {
            return label.equals("insight");
        }

        boolean holds(Draft draft) {
            return draft.block().index() == block && draft.start() >= start && draft.end() <= end;
        }
    }

    static List<LabelledPassages> of(String half) {
        var file = Path.of(System.getProperty("topfive.root", ".."), "samples", "passages", half + ".txt");
        var documents = new ArrayList<LabelledPassages>();
        var lines = new ArrayList<String>();
        try {
            for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (line.startsWith("== ") && !lines.isEmpty()) {
                    documents.add(read(lines));
                    lines.clear();
                }
                lines.add(line);
            }
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
        documents.add(read(lines));
        return documents;
    }

    private static LabelledPassages read(List<String> lines) {
        var head = lines.get(0).substring(3).split(" \\| ");
        var units = new ArrayList<Unit>();
        var blocks = new ArrayList<String>();
        var block = new StringBuilder();
        for (var line : lines.subList(1, lines.size())) {
            if (line.isBlank()) {
                blocks.add(block.toString());
                block.setLength(0);
            } else {
                var text = line.substring(LABEL);
                block.append(block.length() == 0 ? "" : " ");
                int start = block.length();
                block.append(text);
                units.add(new Unit(line.substring(0, LABEL).strip(), blocks.size(), start, block.length(), text));
            }
        }
        blocks.add(block.toString());
        return new LabelledPassages(head[0], document(head[1].equals("speech"), blocks), List.copyOf(units));
    }

    private static Document document(boolean speech, List<String> blocks) {
        return speech
                ? Documents.episode(IntStream.range(0, blocks.size())
                        .mapToObj(i -> Documents.says(i % 2 == 0 ? "Host" : "Guest", blocks.get(i)))
                        .toArray(topfive.contract.Episode.Turn[]::new))
                : Documents.article(blocks.toArray(String[]::new));
    }
}
