package topfive.processor.classify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims with the labels that an editor gave them by hand; the files say how they are written. */
record LabelledClaims(String name, List<Claim> claims) {

    /** What an editor says of one claim on one axis: what must be said, and what may be said as well. */
    record Editor(Set<String> must, Set<String> may) {
        private static final String NONE = "-";

        static Editor of(String words) {
            var all = List.of(words.split(" "));
            return new Editor(
                    all.stream()
                            .filter(word -> !word.endsWith("?") && !word.equals(NONE))
                            .collect(Collectors.toUnmodifiableSet()),
                    all.stream()
                            .filter(word -> word.endsWith("?"))
                            .map(word -> word.substring(0, word.length() - 1))
                            .collect(Collectors.toUnmodifiableSet()));
        }

        boolean accepts(String code) {
            return must.contains(code) || may.contains(code);
        }
    }

    record Claim(Editor topics, Editor themes, String text) {}

    static LabelledClaims read(String name) throws IOException {
        try (var stream = LabelledClaims.class.getResourceAsStream(name)) {
            var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
            return new LabelledClaims(
                    name,
                    lines.filter(line -> !line.startsWith("#"))
                            .map(line -> line.split(" \\| ", 3))
                            .map(part -> new Claim(Editor.of(part[0]), Editor.of(part[1]), part[2]))
                            .toList());
        }
    }

    /** As the files write it: the first two digits of a media topic, the name of a theme. */
    static String brief(String code) {
        var name = code.substring(code.indexOf(':') + 1);
        return code.startsWith("medtop:") ? name.substring(0, 2) : name;
    }
}
