package topfive.standalone;

import java.util.List;
import java.util.Optional;
import topfive.ingest.Settings;
import topfive.ingest.Subscription;
import topfive.ingest.push.Pushing;
import topfive.ingest.speech.SpeechToText;
import topfive.standalone.config.Configuration;
import topfive.standalone.config.Configuration.Listener;
import topfive.standalone.config.SourceEntry;

/** Our settings as ingest wants them. */
public final class ForIngest {
    private ForIngest() {}

    /** @param scheduled false where nothing is fetched by itself */
    public static Settings settings(Configuration configuration, boolean scheduled) {
        var push = configuration.push();
        var sources = configuration.sources().stream()
                .map(source -> subscription(source, scheduled))
                .toList();
        return checked(configuration, sources, push, configuration.pushing());
    }

    private static Subscription subscription(SourceEntry source, boolean scheduled) {
        var every = scheduled ? source.every() : null;
        return new Subscription(
                source.id(), source.name(), source.url(), source.kind(), every, source.owner(), source.muted());
    }

    /** As an operator who tries it out wants it: now, even where it is muted. */
    public static Subscription once(SourceEntry source) {
        return subscription(source.muted(false), false);
    }

    /** For these sources, once; beside a service that runs, so the push API gets a free port. */
    public static Settings once(Configuration configuration, List<Subscription> sources) {
        return checked(configuration, sources, new Listener("127.0.0.1", 0, Optional.empty()), Pushing.PLAIN);
    }

    private static Settings checked(
            Configuration configuration, List<Subscription> sources, Listener push, Pushing pushing) {
        try {
            return new Settings(
                    sources,
                    configuration.fetch().allowPrivate(),
                    configuration.fetch().contact(),
                    configuration.languages(),
                    push.bind(),
                    push.port(),
                    push.token(),
                    configuration.root(),
                    pushing,
                    new SpeechToText(
                            configuration.speech().command(),
                            configuration.speech().timeout()));
        } catch (IllegalArgumentException e) {
            throw Refusal.configuration(e.getMessage(), "correct it in topfive.yml");
        }
    }
}
