package topfive.ingest.websub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import topfive.ingest.fetch.PrivateHosts;
import topfive.ingest.fetch.PublicAddress;
import topfive.ingest.text.Links;

/**
 * Asks a hub over HTTP. A feed names its hub, and may name whatever it likes: only public addresses are asked, or those that {@code
 * fetch.allow-private} names; of the answer only the status is read.
 */
public final class HttpHub implements Hub {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int REDIRECTS = 3;

    private final PrivateHosts privateHosts;
    private final String userAgent;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(DEADLINE)
            .proxy(HttpClient.Builder.NO_PROXY) // a proxy would connect to addresses that nobody checked
            .build();

    /** @param contact address or URL for the User-Agent, "" for none */
    public HttpHub(List<String> allowPrivate, String contact) {
        this.privateHosts = PrivateHosts.of(allowPrivate);
        this.userAgent = "Topfive/0.1" + (contact.isBlank() ? "" : " (+" + contact + ")");
    }

    @Override
    public Answer post(String url, Map<String, String> form) throws InterruptedException {
        try {
            var at = new URI(url);
            for (int hop = 0; hop <= REDIRECTS; hop++) {
                var unsafe = unsafe(at);
                if (unsafe.isPresent()) {
                    return Answer.refused(unsafe.get());
                }
                var response = client.send(message(at, form), HttpResponse.BodyHandlers.ofInputStream());
                response.body().close(); // it may have no end
                int status = response.statusCode();
                if (status != 307 && status != 308) {
                    return status / 100 == 2 ? Answer.ACCEPTED : Answer.refused(at + " answers " + status);
                }
                at = at.resolve(response.headers().firstValue("Location").orElse(""));
            }
            return Answer.refused(url + " redirects more than " + REDIRECTS + " times");
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Answer.refused(url + " is no http address, or leads to none");
        } catch (IOException e) {
            return Answer.refused(
                    url + ": " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        }
    }

    private HttpRequest message(URI at, Map<String, String> form) {
        return HttpRequest.newBuilder(at)
                .timeout(DEADLINE)
                .header("User-Agent", userAgent)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Optional<String> unsafe(URI at) {
        if (!Links.isWeb(at.getScheme()) || at.getHost() == null || at.getUserInfo() != null) {
            return Optional.of(at + " is not http or https");
        }
        var host = at.getHost().replaceAll("^\\[|]$", "");
        int port = at.getPort() >= 0 ? at.getPort() : at.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (!PublicAddress.is(address) && !privateHosts.allow(host, address, port)) {
                    return Optional.of(at.getHost() + " is a private address");
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(at.getHost() + " is not known");
        }
    }
}
