package topfive.processor.classify;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of a label that is known by its definition alone: what the definition lists serves as examples. */
final class Described {
    private static final Pattern ENUMERATION = Pattern.compile("\\s*(?:[,;]|\\band\\b|\\bor\\b)\\s*");

    private Described() {}

    static Stream<String> texts(Taxonomy.Entry label) {
        var things = label.things();
        if (things.isEmpty() || !label.phrases().isEmpty() || !label.examples().isEmpty()) {
            return label.texts();
        }
        var each = ENUMERATION
                .splitAsStream(things)
                .filter(thing -> !thing.isBlank())
                .flatMap(thing -> Stream.of(Taxonomy.asReport(thing), thing + " news"));
        return Stream.concat(Stream.of(label.definition(), Taxonomy.asReport(things)), each);
    }
}
