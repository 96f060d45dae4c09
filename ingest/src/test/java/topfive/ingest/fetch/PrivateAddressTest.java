package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing leads to where only the operator may go: not by its writing, not by a redirect, not by a name server that changes its mind. */
class PrivateAddressTest {
    private static final Path HOSTILE =
            Path.of(System.getProperty("topfive.root", "."), "../shared/data/dev/hostile/ssrf-urls.txt");
    private static final Pattern AUTHORITY = Pattern.compile("(https?:/*)([^/?#]+?)(/.*)?");
    private static final Pattern NEVER_ASKED =
            Pattern.compile("private-address|odd-host|odd-port|credentials|not-http|redirects");

    /** Stands for a public server; the trap is on 127.0.0.1. */
    private static final String OUTSIDE = "127.0.0.2";

    private Trap trap;

    @BeforeEach
    void set() throws IOException {
        trap = new Trap();
    }

    @AfterEach
    void lift() throws IOException {
        trap.close();
    }

    @Test
    void the_trap_would_notice() throws Exception {
        var careless = web(
                List.of("127.0.0.1:*", "[::1]:*", "0.0.0.0:*"), host -> List.of(InetAddress.getByName("127.0.0.1")));

        careless.get(Request.of("http://127.0.0.1:" + trap.port() + "/", 100));
        int direct = trap.caught();
        careless.get(Request.of("http://0.0.0.0:" + trap.port() + "/", 100));
        int any = trap.caught();
        assertThat(direct).isPositive();
        assertThat(any).isGreaterThan(direct);
        assumeTrue(trap.hasBothFamilies(), "skipped: no IPv6 on this machine");
        careless.get(Request.of("http://[::1]:" + trap.port() + "/", 100));
        assertThat(trap.caught()).isGreaterThan(any);
    }

    @Test
    void no_form_of_a_private_address_is_asked() throws Exception {
        var forms = ownForms();

        assertThat(forms).hasSizeGreaterThan(84);
        directly(forms);
    }

    @Test
    void no_redirect_leads_to_a_private_address() throws Exception {
        byRedirect(ownForms());
    }

    @Test
    void no_name_server_that_changes_its_answer_leads_to_a_private_address() throws Exception {
        byChangedAnswer(ownForms());
    }

    @Test
    void the_collected_forms_are_refused_directly_by_redirect_and_by_changed_answers() throws Exception {
        assumeTrue(Files.isRegularFile(HOSTILE), "skipped: no ../shared/data/dev/hostile");
        var forms = Files.readAllLines(HOSTILE).stream()
                .filter(line -> !line.isBlank())
                .toList();

        assertThat(forms).hasSize(84);
        directly(forms);
        byRedirect(forms);
        byChangedAnswer(forms);
    }

    @Test
    void a_second_address_of_a_name_is_checked_as_the_first_one() throws Exception {
        var web = web(List.of(OUTSIDE + ":*"), host -> List.of(address(host, OUTSIDE), address(host, "127.0.0.1")));

        assertThat(reason(web.get(Request.of("http://news.example:" + trap.port() + "/", 100))))
                .matches("private-address|unreachable"); // nobody listens at the first address
        assertThat(trap.caught()).isZero();
    }

    @Test
    void a_public_server_does_not_lead_to_a_private_one_even_where_that_is_allowed() throws Exception {
        var trip = new Trip(WebAddress.of("http://news.example/"), Duration.ofSeconds(1));
        var moved = okhttp3.Headers.of("Location", "http://127.0.0.1:8000/");

        assertThat(trip.mayBePrivate()).isTrue();
        trip.follow(new Answer(302, moved, Taken.NOTHING, true, ""));
        assertThat(trip.mayBePrivate()).isFalse();
    }

    @Test
    void only_the_ports_of_web_servers_are_asked_unless_named() throws Exception {
        var web = new HttpWeb(List.of(), "", pace(), InstantSource.fixed(Instant.EPOCH), new SimpleMeterRegistry());

        assertThat(reason(web.get(Request.of("http://1.1.1.1:6379/", 100)))).isEqualTo("odd-port");
    }

    private void directly(List<String> forms) throws Exception {
        for (var form : withTrapPort(forms)) {
            var web = web(List.of(), host -> List.of(address(host, "127.0.0.1")));

            assertThat(reason(web.get(Request.of(form, 100)))).as(form).matches(NEVER_ASKED);
        }
        assertThat(trap.caught()).isZero();
    }

    private void byRedirect(List<String> forms) throws Exception {
        for (var form : withTrapPort(forms)) {
            try (var outside = outside(form)) {
                var web = web(List.of(OUTSIDE + ":*"), host -> List.of(address(host, "127.0.0.1")));
                var fetched = web.get(Request.of("http://" + OUTSIDE + ":" + outside.port() + "/start", 100));

                assertThat(reason(fetched)).as(form).matches(NEVER_ASKED.pattern() + "|http-404");
                assertThat(outside.asked).contains("/start");
            }
        }
        assertThat(trap.caught()).isZero();
    }

    /** The name leads to the server outside for the first question, robots.txt; from then on to where the form leads. */
    private void byChangedAnswer(List<String> forms) throws Exception {
        for (var form : forms) {
            try (var outside = outside("")) {
                Map<String, Integer> lookups = new ConcurrentHashMap<>();
                var inside = inside(form);
                var web = web(
                        List.of(OUTSIDE + ":*"),
                        Set.of(outside.port(), trap.port()),
                        host -> List.of(
                                lookups.merge(host, 1, Integer::sum) == 1
                                        ? address(host, OUTSIDE)
                                        : named(host, inside)));
                var fetched = web.get(Request.of("http://news.example:" + outside.port() + "/start", 100));

                assertThat(reason(fetched)).as(form).isEqualTo("private-address");
                assertThat(outside.asked).containsExactly("/robots.txt");
                assertThat(lookups.get("news.example")).isGreaterThan(1);
            }
        }
        assertThat(trap.caught()).isZero();
    }

    /** As written, and with the port that the trap listens on. */
    private List<String> withTrapPort(List<String> forms) {
        var all = new ArrayList<>(forms);
        for (var form : forms) {
            var parts = AUTHORITY.matcher(form);
            if (parts.matches() && !parts.group(2).matches(".*[^\\]:]:\\d+|.*]:\\d+")) {
                all.add(parts.group(1) + parts.group(2) + ":" + trap.port()
                        + (parts.group(3) == null ? "" : parts.group(3)));
            }
        }
        return all;
    }

    private static List<String> ownForms() throws UnknownHostException {
        return HostForms.all().stream().map(host -> "http://" + host + "/").toList();
    }

    /** The address that a form stands for, as far as the JDK can tell; else loopback. */
    private static InetAddress inside(String form) throws UnknownHostException {
        var host = form.replaceFirst("^[a-z]*:/*", "").replaceFirst("[/:].*", "");
        var six = Pattern.compile("\\[([0-9a-f:.]+)]").matcher(form);
        if (six.find()) {
            return InetAddress.getByName(six.group(1));
        }
        boolean plain = host.matches("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
        return InetAddress.getByName(plain ? host : "127.0.0.1");
    }

    private static Wire outside(String location) throws IOException {
        return new Wire(
                OUTSIDE,
                (head, line) -> line.say(
                        head.startsWith("GET /start ")
                                ? Wire.redirect(302, location)
                                : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }

    private static InetAddress address(String host, String literal) throws UnknownHostException {
        return named(host, InetAddress.getByName(literal));
    }

    private static InetAddress named(String host, InetAddress address) throws UnknownHostException {
        return InetAddress.getByAddress(host, address.getAddress());
    }

    private static String reason(Fetched fetched) {
        return fetched instanceof Fetched.Failed failed ? failed.reason() : fetched.toString();
    }

    private HttpWeb web(List<String> allowed, okhttp3.Dns names) {
        return web(allowed, Set.of(80, 443, trap.port()), names);
    }

    private static HttpWeb web(List<String> allowed, Set<Integer> ports, okhttp3.Dns names) {
        return new HttpWeb(
                allowed,
                "",
                pace(),
                InstantSource.fixed(Instant.parse("2026-10-14T12:00:00Z")),
                new SimpleMeterRegistry(),
                new Exchange.Network(names, ports, java.util.function.UnaryOperator.identity()));
    }

    private static HttpWeb.Pace pace() {
        return new HttpWeb.Pace(Duration.ofSeconds(5), Duration.ZERO);
    }
}
