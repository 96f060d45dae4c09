package topfive.standalone.command;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.ingest.Subscription;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.config.Configuration;
import topfive.standalone.look.DryRun;
import topfive.standalone.look.OneHarvest;

/** {@code topfive ingest}: one-off, and harmless to repeat: the same document twice is one document. */
@Command(
        name = "ingest",
        description = "Takes in files, a feed, a page or a pushed document, once.",
        synopsisSubcommandLabel = "COMMAND")
final class IngestCommand {

    @Command(name = "file", description = "Pages, texts, transcripts, feeds, newsletters from disk.")
    int file(
            @Mixin Setup setup,
            @Mixin Dry dry,
            @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.") List<Path> paths) {
        var here = setup.surroundings().here();
        var sources = paths.stream()
                .map(here::resolve)
                .map(path -> subscription(
                        path.getFileName().toString(), path.toString(), Files.isDirectory(path) ? "folder" : "file"))
                .toList();
        return take(setup, dry, sources);
    }

    @Command(name = "feed", description = "All items of a feed.")
    int feed(@Mixin Setup setup, @Mixin Dry dry, @Parameters(paramLabel = "URL") String url) {
        return take(setup, dry, List.of(subscription(id(url), url, "feed")));
    }

    @Command(name = "url", description = "One page.")
    int url(@Mixin Setup setup, @Mixin Dry dry, @Parameters(paramLabel = "URL") String url) {
        return take(setup, dry, List.of(subscription(id(url), url, "page")));
    }

    @Command(name = "push", description = "Hands a JSON document to the push API of a running ingest.")
    int push(@Mixin Setup setup, @Parameters(paramLabel = "PATH", description = "The JSON document.") Path path)
            throws IOException {
        var push = setup.configuration().push();
        var address = "http://" + push.bind() + ":" + push.port() + "/v1/documents";
        var body = Files.readAllBytes(setup.surroundings().here().resolve(path));
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setDoOutput(true);
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(30_000);
            connection.setRequestProperty("Content-Type", "application/json");
            push.token().ifPresent(token -> connection.setRequestProperty("Authorization", "Bearer " + token));
            connection.getOutputStream().write(body);
            return answer(setup, connection);
        } catch (IOException e) {
            throw Refusal.unreachable(
                    "nothing answers at " + address + ": " + e.getMessage(),
                    "start it with `topfive run all`, or set ingest.port",
                    e);
        }
    }

    private static int answer(Setup setup, HttpURLConnection connection) throws IOException {
        var status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            var text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            setup.surroundings().out().println(text);
        }
        return status < 300 ? Exit.OK : Exit.FAILED;
    }

    static final class Dry {
        @Option(names = "--dry-run", description = "Only say what would be sent.")
        private boolean run;
    }

    private static int take(Setup setup, Dry dry, List<Subscription> sources) {
        Configuration configuration = setup.configuration();
        var world = setup.surroundings();
        var result = dry.run
                ? DryRun.of(sources, configuration, world)
                : OneHarvest.of(sources, configuration, world.clock());
        result.lines().forEach(world.out()::println);
        result.failures().forEach(failure -> world.err().println("not taken: " + failure));
        return result.failures().isEmpty() ? Exit.OK : Exit.FAILED;
    }

    private static Subscription subscription(String id, String url, String kind) {
        return new Subscription(id, id, url, kind, null, "");
    }

    /** The id names the source for good: the same address gives the same one. */
    private static String id(String url) {
        return url.replaceFirst("^https?://", "")
                .replaceAll("[^A-Za-z0-9.]+", "-")
                .chars()
                .limit(80)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
