package topfive.chaos.lasting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a process wrote into its log since some moment. */
record Lines(List<String> all) {
    private static final Pattern RESTORED = Pattern.compile("restored stores=\\d+ records=(\\d+)");

    Lines {
        all = List.copyOf(all);
    }

    /** @param from bytes that the log had at that moment, from {@link #end} */
    static Lines of(Path log, long from) {
        try {
            if (!Files.exists(log)) {
                return new Lines(List.of());
            }
            var bytes = Files.readAllBytes(log);
            var at = (int) Math.min(from, bytes.length);
            return new Lines(new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    static long end(Path log) {
        return log.toFile().length();
    }

    /** Without the stacks below them. */
    Lines entries() {
        return new Lines(all.stream().filter(line -> line.contains(" level=")).toList());
    }

    List<String> errors() {
        return all.stream().filter(line -> line.contains(" level=ERROR ")).toList();
    }

    /** Records that were read back from the changelogs, as the processor says when it is done. */
    long restored() {
        return all.stream()
                .map(RESTORED::matcher)
                .filter(java.util.regex.Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** The last ones, for a journal. */
    List<String> last(int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
