package topfive.standalone.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import topfive.ingest.push.Pass;
import topfive.ingest.push.Pushing;
import topfive.processor.classify.Taxonomy;
import topfive.processor.merge.Rules;
import topfive.standalone.Refusal;
import topfive.standalone.config.Configuration.Fetch;
import topfive.standalone.config.Configuration.Listener;
import topfive.standalone.config.Configuration.Speech;

/** From texts to settings, with what must hold between them. */
public final class ReadConfiguration {
    private final Layers layers;
    private final Path home;
    private final Path here;

    /** @param here where relative folders of flags and environment start; those of topfive.yml start at its own folder */
    public ReadConfiguration(Layers layers, Path home, Path here) {
        this.layers = layers;
        this.home = home;
        this.here = here;
    }

    /** @throws Refusal where two settings do not fit together, or a source is incomplete */
    public Configuration read() {
        var root = layers.file().map(file -> file.toAbsolutePath().getParent()).orElse(here);
        var passes = ReadPasses.of(layers, root);
        return new Configuration(
                ZoneId.of(layers.text("zone")),
                Values.duration(layers.text("grace")),
                Values.folder(layers.text("data"), home, isFromFile("data") ? root : here),
                Integer.parseInt(layers.text("broker.port")),
                KafkaSettings.of(layers, root),
                Values.duration(layers.text("kafka-wait")),
                Integer.parseInt(layers.text("processor.threads")),
                new Fetch(Values.list(layers.text("fetch.allow-private")), layers.text("fetch.contact")),
                new Speech(Values.list(layers.text("speech.command")), Values.duration(layers.text("speech.timeout"))),
                new Listener(
                        layers.text("dashboard.bind"),
                        Integer.parseInt(layers.text("dashboard.port")),
                        Optional.empty()),
                layers.text("dashboard.public-url"),
                guarded("ingest", !passes.isEmpty()),
                pushing(passes),
                guarded("admin", false),
                Values.list(layers.text("languages")),
                ReadSources.of(layers),
                rules(root),
                root,
                taxonomy(root));
    }

    private Pushing pushing(List<Pass> passes) {
        return new Pushing(
                passes,
                Integer.parseInt(layers.text("ingest.rate")),
                Integer.parseInt(layers.text("ingest.burst")),
                layers.text("websub.callback").replaceFirst("/+$", ""),
                layers.text("websub.key"));
    }

    private Optional<Taxonomy> taxonomy(Path root) {
        return Optional.of(layers.text("taxonomy"))
                .filter(text -> !text.isEmpty())
                .map(text -> Values.folder(text, home, isFromFile("taxonomy") ? root : here))
                .map(OwnTaxonomy::read);
    }

    private Rules rules(Path root) {
        var file = layers.text("rules");
        return file.isEmpty()
                ? Rules.CURRENT
                : RulesFile.read(Values.folder(file, home, isFromFile("rules") ? root : here));
    }

    private boolean isFromFile(String key) {
        return layers.file()
                .map(Path::toString)
                .filter(layers.get(key).from()::equals)
                .isPresent();
    }

    /** Nothing is open by default: who listens for others must ask them for a token. */
    private Listener guarded(String part, boolean hasTokens) {
        var bind = layers.text(part + ".bind");
        var token = Optional.of(layers.text(part + ".token")).filter(text -> !text.isEmpty());
        if (token.isEmpty() && !hasTokens && !Values.isLoopback(bind)) {
            throw Refusal.configuration(
                    part + ".bind in " + layers.get(part + ".bind").from() + " is " + bind + ", open to others, but "
                            + part + ".token is empty",
                    "set " + part + ".token (or TOPFIVE_" + part.toUpperCase(Locale.ROOT)
                            + "_TOKEN_FILE), or bind to 127.0.0.1");
        }
        return new Listener(bind, Integer.parseInt(layers.text(part + ".port")), token);
    }
}
