package topfive.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import topfive.contract.Ids;

/** A web on disk: {@code https://HOST/PATH} is the file {@code HOST/PATH} of a folder. For the sample day and for tests. */
public final class FolderWeb implements Web {
    private final Path root;

    public FolderWeb(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Fetched get(Request request) {
        try {
            var uri = new URI(request.url());
            if (uri.getHost() == null) {
                return Fetched.Failed.of("no-address", request.url() + " is no http address");
            }
            var path = uri.getPath() == null
                            || uri.getPath().isEmpty()
                            || uri.getPath().endsWith("/")
                    ? uri.getPath() + "index.html"
                    : uri.getPath();
            var file = root.resolve(uri.getHost())
                    .resolve(path.replaceFirst("^/+", ""))
                    .normalize();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return Fetched.Failed.of("http-404", request.url() + " answers 404");
            }
            return answer(request, Files.readAllBytes(file), file.getFileName().toString());
        } catch (URISyntaxException | IOException e) {
            return Fetched.Failed.of("unreadable", request.url() + ": " + e.getMessage());
        }
    }

    private static Fetched answer(Request request, byte[] body, String name) {
        if (body.length > request.limit()) {
            return new Fetched.Failed(
                    "too-large", request.url() + " is larger than " + request.limit() / 1024 + " KiB", body);
        }
        var etag = '"' + Ids.sha256(body).substring(0, 16) + '"';
        if (request.url().equals(request.validators().url())
                && etag.equals(request.validators().etag())) {
            return new Fetched.NotModified(Hints.NONE);
        }
        return new Fetched.Fresh(
                request.url(), body, contentType(name), new Validators(request.url(), etag, null), Hints.NONE);
    }

    private static String contentType(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "html", "htm" -> "text/html";
            case "xml", "rss", "atom" -> "application/xml";
            case "json" -> "application/json";
            case "vtt" -> "text/vtt";
            case "srt" -> "application/x-subrip";
            case "txt", "md" -> "text/plain";
            default -> "";
        };
    }
}
