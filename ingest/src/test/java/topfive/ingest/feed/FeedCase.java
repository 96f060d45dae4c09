package topfive.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import topfive.contract.Json;

/**
 * A feed as a folder: {@code feed.xml} or {@code feed.json}, and {@code expected.json} with what it is about, where it was served and what
 * must be read from it. Only what is named there is compared.
 */
record FeedCase(String name, byte[] bytes, JsonNode expected) {
    private static final Path FOLDER = Path.of("src/test/resources/feeds");

    static List<FeedCase> all() {
        try (var folders = Files.list(FOLDER)) {
            return folders.sorted().map(FeedCase::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeedCase of(Path folder) {
        try {
            var xml = folder.resolve("feed.xml");
            var bytes = Files.readAllBytes(Files.exists(xml) ? xml : folder.resolve("feed.json"));
            var expected = Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("expected.json")));
            return new FeedCase(folder.getFileName().toString(), bytes, expected);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    String url() {
        return expected.path("url").asText();
    }

    String contentType() {
        return expected.path("contentType").asText();
    }

    @Override
    public String toString() {
        return name;
    }
}
