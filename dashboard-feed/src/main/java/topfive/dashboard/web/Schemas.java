package topfive.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import topfive.contract.Topics;

/** The JSON Schema files of the contract, as it packs them. */
final class Schemas {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*\\.json");

    private Schemas() {}

    static Optional<Answer> named(String name) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            return Optional.empty();
        }
        try (var in = Topics.class.getResourceAsStream("/topfive/schemas/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Answer(200, "application/schema+json", in.readAllBytes(), java.util.Map.of())
                            .with("Access-Control-Allow-Origin", "*"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read schema " + name, e);
        }
    }
}
