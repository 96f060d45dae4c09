package topfive.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import topfive.ingest.fetch.PrivateHosts;
import topfive.ingest.push.Pass;
import topfive.ingest.push.Pushing;
import topfive.ingest.speech.SpeechToText;

/**
 * What ingest is told.
 *
 * @param allowPrivate {@code host:port} or {@code CIDR:port}; port {@code *} means any
 * @param contact address or URL for the User-Agent, "" for none
 * @param bind where the push API listens
 * @param port 0 picks a free one
 * @param pushToken needed wherever {@code bind} is not loopback
 * @param root relative folders and files stand below it
 * @param pushing who may push, besides the bearer of {@code pushToken}, and how often
 * @param speech writes down what has no transcript
 */
public record Settings(
        List<Subscription> sources,
        List<String> allowPrivate,
        String contact,
        List<String> languages,
        String bind,
        int port,
        Optional<String> pushToken,
        Path root,
        Pushing pushing,
        SpeechToText speech) {
    private static final Duration POLITE = Duration.ofMinutes(10);

    public Settings {
        sources = List.copyOf(sources);
        allowPrivate = List.copyOf(allowPrivate);
        languages = List.copyOf(languages);
        Objects.requireNonNull(pushToken, "pushToken");
        var hosts = PrivateHosts.of(allowPrivate);
        var ids = new HashSet<String>();
        for (var source : sources) {
            if (!ids.add(source.id())) {
                throw new IllegalArgumentException("two sources have the id " + source.id());
            }
            boolean tooOften = source.every() != null && source.every().compareTo(POLITE) < 0;
            if (tooOften && !source.isLocal() && !hosts.names(source.url())) {
                throw new IllegalArgumentException("source " + source.id() + ": every " + source.every()
                        + "; expected 10 minutes or more, unless fetch.allow-private names its host");
            }
        }
        if (pushToken.isEmpty() && pushing.passes().isEmpty() && !isLoopback(bind)) {
            throw new IllegalArgumentException(
                    "ingest.bind " + bind + " is open to others: set ingest.token, or bind to 127.0.0.1");
        }
    }

    /** Pushed to by nobody else, at the usual pace, and without speech-to-text. */
    public Settings(
            List<Subscription> sources,
            List<String> allowPrivate,
            String contact,
            List<String> languages,
            String bind,
            int port,
            Optional<String> pushToken,
            Path root) {
        this(sources, allowPrivate, contact, languages, bind, port, pushToken, root, Pushing.PLAIN, SpeechToText.off());
    }

    /** With the one token that is good for all sources. */
    Pushing allPushing() {
        return pushToken
                .map(token -> pushing.with(Pass.token(token, Set.of(Pass.ALL))))
                .orElse(pushing);
    }

    /** Whether the host of an address is one of the operator's own, as {@code fetch.allow-private} names it. */
    boolean isOwn(String url) {
        return PrivateHosts.of(allowPrivate).names(url);
    }

    static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
