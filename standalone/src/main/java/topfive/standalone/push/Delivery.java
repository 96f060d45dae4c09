package topfive.standalone.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import topfive.contract.Json;

/** Sends parcels to a push API, and the same one again while it is told to wait: that makes no second document. */
public final class Delivery {
    private static final int ATTEMPTS = 6;
    private static final Duration DEADLINE = Duration.ofSeconds(40);

    /** Who is asked to wait longer is told so instead. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final URI address;
    private final Credentials credentials;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param address of the push API, with its path */
    public Delivery(URI address, Credentials credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    /** How it went. */
    public sealed interface Outcome {
        /**
         * @param duplicate it was there before
         * @param ignored fields that the service does not know
         */
        record Taken(String id, boolean duplicate, List<String> ignored) implements Outcome {
            public Taken {
                ignored = List.copyOf(ignored);
            }
        }

        /** The same would be refused again. */
        record Refused(String why) implements Outcome {}

        /** Nobody answers, or only that it should be sent later. */
        record NotNow(String why) implements Outcome {}
    }

    public Outcome send(Parcel parcel) throws InterruptedException {
        Outcome outcome = new Outcome.NotNow("never sent");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                var answer = http.send(request(parcel), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 429 && answer.statusCode() != 503) {
                    return read(answer);
                }
                outcome = new Outcome.NotNow(words(answer));
                var wait = wait(answer);
                if (attempt == ATTEMPTS || wait.compareTo(LONGEST_WAIT) > 0) {
                    return outcome; // to come before the time that was asked for would be no manners
                }
                Thread.sleep(wait.toMillis());
            } catch (IOException e) {
                return new Outcome.NotNow(
                        "nothing answers at " + address + (e.getMessage() == null ? "" : ": " + e.getMessage()));
            }
        }
        return outcome;
    }

    private HttpRequest request(Parcel parcel) {
        var request = HttpRequest.newBuilder(address)
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(parcel.body()));
        credentials.headers(parcel.body()).forEach(request::header);
        return request.build();
    }

    private Outcome read(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) {
            return new Outcome.Refused(words(answer));
        }
        var json = json(answer);
        if (!json.path("id").isTextual()) {
            return new Outcome.Refused(address + " answers " + answer.statusCode() + ", but it is no push API");
        }
        var ignored = new ArrayList<String>();
        json.path("ignored").forEach(field -> ignored.add(field.asText()));
        return new Outcome.Taken(
                json.path("id").asText(), json.path("duplicate").asBoolean(), ignored);
    }

    private String words(HttpResponse<byte[]> answer) {
        var problem = json(answer);
        return problem.path("reason").isTextual()
                ? answer.statusCode() + " " + problem.path("reason").asText() + ": "
                        + problem.path("detail").asText()
                : address + " answers " + answer.statusCode();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            return Json.MAPPER.createObjectNode();
        }
    }

    private static Duration wait(HttpResponse<?> answer) {
        var stated = answer.headers().firstValue("Retry-After").orElse("");
        return stated.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(stated)) : Duration.ofSeconds(2);
    }
}
