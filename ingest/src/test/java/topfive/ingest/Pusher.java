package topfive.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Somebody who pushes documents. */
final class Pusher {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI home;

    Pusher(Desk desk) {
        home = URI.create("http://127.0.0.1:" + desk.ingest.pushPort());
    }

    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        return post(Desk.utf8(body), headers);
    }

    /** @param headers name, value, name, value ...; JSON unless they say otherwise */
    HttpResponse<String> post(byte[] body, String... headers) throws IOException, InterruptedException {
        return post("/v1/documents", body, headers);
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(home.resolve(path)).setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(home.resolve(path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
