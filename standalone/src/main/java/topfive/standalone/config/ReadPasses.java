package topfive.standalone.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import topfive.ingest.push.Pass;
import topfive.standalone.Refusal;

/** The list {@code ingest.tokens} of topfive.yml: what lets somebody push, and for which sources. */
final class ReadPasses {
    /** Each source has one owner, and a token that is guessed speaks for him. */
    private static final int SHORTEST = 16;

    private final Layers layers;
    private final Path root;

    private ReadPasses(Layers layers, Path root) {
        this.layers = layers;
        this.root = root;
    }

    /** @param root where relative files start */
    static List<Pass> of(Layers layers, Path root) {
        var names = layers.settings().stream().map(Layers.Setting::name).toList();
        var read = new ReadPasses(layers, root);
        var passes = new ArrayList<Pass>();
        for (var i = 0; names.stream().anyMatch(startsWith("ingest.tokens[" + i + "].")); i++) {
            passes.add(read.pass("ingest.tokens[" + i + "]."));
        }
        return passes;
    }

    private static java.util.function.Predicate<String> startsWith(String start) {
        return name -> name.startsWith(start);
    }

    private Pass pass(String at) {
        var stated = Keys.OF_A_PASS.stream()
                .filter(key -> !key.equals("sources"))
                .filter(key -> !layers.text(at + key).isEmpty())
                .toList();
        if (stated.size() != 1) {
            throw Refusal.configuration(
                    at + "token is " + (stated.isEmpty() ? "missing" : "not alone: " + String.join(", ", stated)),
                    "expected one of token, token-file (a bearer token), secret, secret-file (what requests are signed with)");
        }
        var sources = Set.copyOf(Values.list(layers.text(at + "sources")));
        if (sources.isEmpty()) {
            throw Refusal.configuration(
                    at + "sources is missing", "expected ids of sources, e.g. [wire, blog], or [\"*\"]");
        }
        var text = text(at + stated.get(0));
        return stated.get(0).startsWith("token") ? Pass.token(text, sources) : Pass.secret(text, sources);
    }

    private String text(String key) {
        var text = key.endsWith("-file") ? content(key) : layers.text(key);
        if (text.length() < SHORTEST) {
            throw Refusal.configuration(
                    key + " has " + text.length() + " characters",
                    "expected " + SHORTEST + " or more, e.g. what `openssl rand -hex 32` prints");
        }
        return text;
    }

    private String content(String key) {
        var file = root.resolve(layers.text(key));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Refusal.configuration(
                    key + " names " + file + ", which cannot be read: " + e.getMessage(),
                    "make the file readable for this user");
        }
    }
}
