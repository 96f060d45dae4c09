package topfive.standalone.config;

import java.util.List;
import java.util.Optional;
import topfive.standalone.config.Key.Kind;

/** Every setting there is. */
final class Keys {
    static final String KAFKA = "kafka.";

    static final List<Key> ALL = List.of(
            new Key("zone", Kind.ZONE, "UTC", "whose midnight ends a day"),
            new Key("grace", Kind.DURATION, "30m", "how long after midnight a day still takes reports"),
            new Key("data", Kind.FOLDER, "~/.topfive", "the broker's log, the state and the caches"),
            new Key(
                    "kafka.bootstrap.servers",
                    Kind.TEXT,
                    "",
                    "empty: an embedded broker; else host:port,... of a cluster. Any other client setting of Kafka may stand beside it"),
            new Key(
                    "kafka-wait",
                    Kind.DURATION,
                    "60s",
                    "how long a service waits at its start for a cluster that does not answer"),
            new Key("broker.port", Kind.PORT, "9092", "where the embedded broker listens, on 127.0.0.1"),
            new Key("processor.threads", Kind.COUNT, "1", "threads that read documents"),
            new Key(
                    "fetch.allow-private",
                    Kind.LIST,
                    "",
                    "private addresses that may be fetched, e.g. [\"127.0.0.1:*\", \"10.0.0.0/8:443\"]"),
            new Key(
                    "fetch.contact",
                    Kind.TEXT,
                    "",
                    "mail or web address in the User-Agent, so that a publisher can reach you"),
            new Key(
                    "speech.command",
                    Kind.LIST,
                    "",
                    "program that writes down an episode without a transcript, e.g. [whisper-cli, --output-vtt, --output-file, \"{out}\", \"{audio}\"]; empty: none"),
            new Key("speech.timeout", Kind.DURATION, "30m", "how long that program may take for one episode"),
            new Key("dashboard.bind", Kind.TEXT, "127.0.0.1", "address of the page"),
            new Key("dashboard.port", Kind.PORT, "8080", "port of the page"),
            new Key("dashboard.public-url", Kind.TEXT, "", "how readers reach the page, for links in feeds and mail"),
            new Key(
                    "ingest.bind",
                    Kind.TEXT,
                    "127.0.0.1",
                    "address of the push API; any other than loopback needs ingest.token"),
            new Key("ingest.port", Kind.PORT, "8081", "port of the push API"),
            new Key(
                    "ingest.token",
                    Kind.SECRET,
                    "",
                    "what a push must carry as Authorization: Bearer; for tokens of single sources see ingest.tokens"),
            new Key(
                    "ingest.rate",
                    Kind.NUMBER,
                    "50",
                    "requests a second that one token, or one address, may push with; more are told to wait"),
            new Key("ingest.burst", Kind.NUMBER, "200", "how many may come at once before that counts"),
            new Key(
                    "websub.callback",
                    Kind.ADDRESS,
                    "",
                    "where hubs reach the push API from outside, e.g. https://news.example; empty: feeds are only polled"),
            new Key(
                    "websub.key",
                    Kind.SECRET,
                    "",
                    "what the addresses given to hubs are made of; empty: new ones after each start"),
            new Key(
                    "admin.bind",
                    Kind.TEXT,
                    "127.0.0.1",
                    "address of health and metrics; any other than loopback needs admin.token"),
            new Key("admin.port", Kind.PORT, "8082", "port of health and metrics"),
            new Key(
                    "admin.token",
                    Kind.SECRET,
                    "",
                    "what a request for health or metrics must carry as Authorization: Bearer"),
            new Key(
                    "languages",
                    Kind.LANGUAGES,
                    "en",
                    "languages that are read; others are stored, counted and shown as not read"),
            new Key(
                    "taxonomy",
                    Kind.FILE,
                    "",
                    "empty: IPTC Media Topics and our themes; else a JSON file of labels to use instead of both"),
            new Key("rules", Kind.FILE, "", "thresholds and weights of your own; empty: as built in"));

    static final List<String> OF_A_SOURCE = List.of("id", "name", "url", "kind", "every", "owner", "muted", "category");

    /** One entry of {@code ingest.tokens}. */
    static final List<String> OF_A_PASS = List.of("token", "token-file", "secret", "secret-file", "sources");

    private Keys() {}

    static Optional<Key> named(String name) {
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Key::name).toList();
    }
}
