package topfive.dashboard.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import topfive.contract.Topics;

/** The JSON Schema files and the AsyncAPI document of the contract, as it packs them. */
final class Schemas {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*\\.json");

    private Schemas() {}

    static Optional<Answer> named(String name) {
        return !NAME.matcher(name).matches() || name.contains("..")
                ? Optional.empty()
                : packed("schemas/" + name, "application/schema+json");
    }

    static Optional<Answer> asyncApi() {
        return packed("asyncapi.yaml", "application/yaml");
    }

    private static Optional<Answer> packed(String file, String type) {
        try (var in = Topics.class.getResourceAsStream("/topfive/contract/" + file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Answer(200, type, in.readAllBytes(), Map.of())
                            .with("Access-Control-Allow-Origin", "*"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " of the contract", e);
        }
    }
}
