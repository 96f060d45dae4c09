package topfive.standalone.command;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.ingest.text.Unreadable;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.Surroundings;
import topfive.standalone.push.Credentials;
import topfive.standalone.push.Delivery;
import topfive.standalone.push.Delivery.Outcome;
import topfive.standalone.push.Parcel;

/** {@code topfive push}, also {@code topfive ingest push}: hands files to a service that runs, here or elsewhere. */
@Command(
        name = "push",
        description = "Hands files to the push API of a running service; harmless to repeat.",
        footer = {
            "",
            "A JSON document ({\"source\", \"content\", ...}) goes as it is; of any other file the text is the content.",
            "Prints one line for each file: its id, new or known, its name."
        })
final class PushCommand implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pages, texts, transcripts, JSON documents.")
    private List<Path> files;

    @Option(names = "--source", paramLabel = "ID", description = "Whose they are; a JSON document may say it itself.")
    private String source;

    @Option(names = "--url", paramLabel = "URL", description = "Where it stands; its identity. One file only.")
    private String url;

    @Option(names = "--title", description = "Its title. One file only.")
    private String title;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "When it was published, e.g. 2026-10-14T08:00:00Z.")
    private String published;

    @Option(names = "--language", paramLabel = "CODE", description = "What it is written in, e.g. en.")
    private String language;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "The service, e.g. http://host:8081; the one configured here unless set.")
    private String to;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds the bearer token; ingest.token for the service configured here.")
    private Path tokenFile;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Holds the secret to sign with, instead of a token.")
    private Path secretFile;

    @Option(names = "--dry-run", description = "Only print what would be sent.")
    private boolean dryRun;

    private int taken;
    private int known;
    private int refused;

    @Override
    public Integer call() throws InterruptedException {
        if (files.size() > 1 && (url != null || title != null)) {
            throw Refusal.usage(
                    "--url and --title belong to one document, and " + files.size() + " files are named",
                    "push them one by one, or as JSON documents that say it themselves");
        }
        var world = setup.surroundings();
        var label = new Parcel.Label(label());
        var delivery = dryRun ? Optional.<Delivery>empty() : Optional.of(delivery(world));
        for (var file : files) {
            one(file, label, delivery, world);
        }
        if (!dryRun) {
            world.err().println(summary());
        }
        return refused > 0 ? Exit.FAILED : Exit.OK;
    }

    private void one(Path file, Parcel.Label label, Optional<Delivery> delivery, Surroundings world)
            throws InterruptedException {
        try {
            var parcel = Parcel.of(world.here().resolve(file), label);
            if (delivery.isEmpty()) {
                world.out().println(new String(parcel.body(), StandardCharsets.UTF_8));
                return;
            }
            progress(world);
            var outcome = delivery.get().send(parcel);
            clear(world);
            tell(file, outcome, world);
        } catch (Unreadable e) {
            refused++;
            world.err().println("not taken: " + file + ": " + e.getMessage());
        }
    }

    private void tell(Path file, Outcome outcome, Surroundings world) {
        if (outcome instanceof Outcome.Taken good) {
            taken += good.duplicate() ? 0 : 1;
            known += good.duplicate() ? 1 : 0;
            world.out().println(good.id() + "  " + (good.duplicate() ? "known" : "new") + "  " + file);
            good.ignored().forEach(field -> world.err().println(file + ": the service knows no field " + field));
        } else if (outcome instanceof Outcome.Refused no) {
            refused++;
            world.err().println("not taken: " + file + ": " + no.why());
        } else if (outcome instanceof Outcome.NotNow later) {
            throw Refusal.unreachable(
                    file + " was not taken: " + later.why(),
                    summary() + "; run the same command again later: what was taken is known and stays one document",
                    null);
        }
    }

    private String summary() {
        return taken + " new, " + known + " known, " + refused + " not taken, of " + files.size()
                + (files.size() == 1 ? " file" : " files");
    }

    /** For a person who waits; nobody else wants to read it. */
    private void progress(Surroundings world) {
        if (world.terminal() && files.size() > 1) {
            int done = taken + known + refused;
            int filled = done * 30 / files.size();
            world.err()
                    .print("\r[" + "#".repeat(filled) + ".".repeat(30 - filled) + "] " + done + " of " + files.size());
            world.err().flush();
        }
    }

    private void clear(Surroundings world) {
        if (world.terminal() && files.size() > 1) {
            world.err().print("\r\u001b[K");
            world.err().flush();
        }
    }

    private LinkedHashMap<String, String> label() {
        var label = new LinkedHashMap<String, String>();
        put(label, "source", source);
        put(label, "url", url);
        put(label, "title", title);
        put(label, "publishedAt", published);
        put(label, "language", language);
        return label;
    }

    private static void put(LinkedHashMap<String, String> label, String name, String value) {
        if (value != null) {
            label.put(name, value);
        }
    }

    private Delivery delivery(Surroundings world) {
        var push = setup.configuration().push();
        var host = push.bind().equals("0.0.0.0") ? "127.0.0.1" : push.bind();
        var address = (to == null ? "http://" + host + ":" + push.port() : to).replaceFirst("/+$", "");
        if (!address.matches("https?://[^\\s/?#]+(?:/[^\\s?#]*)?")) {
            throw Refusal.usage(
                    "--to " + to + " is no address of a service", "expected e.g. --to http://127.0.0.1:8081");
        }
        // a token of ours is for our own service, and nobody else is shown it
        var token = tokenFile != null
                ? Optional.of(content(tokenFile))
                : to == null ? push.token() : Optional.<String>empty();
        var secret = Optional.ofNullable(secretFile).map(this::content);
        return new Delivery(URI.create(address + "/v1/documents"), new Credentials(token, secret, world.clock()));
    }

    private String content(Path file) {
        try {
            return Files.readString(setup.surroundings().here().resolve(file)).strip();
        } catch (IOException e) {
            throw Refusal.usage(
                    file + " cannot be read: " + e.getMessage(), "name a file that holds the secret in one line");
        }
    }
}
