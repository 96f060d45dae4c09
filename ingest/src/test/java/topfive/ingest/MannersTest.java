package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the publishers' servers see us, over a month of simulated time: the requests are real, and their logs are graded. */
class MannersTest {
    private static final Instant START = Instant.parse("2026-10-14T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final String FULL =
            "The ferry company wants to run two more boats to the island from May on, and says that the fares stay as they are. "
                    .repeat(3);

    private final Newsroom newsroom = new Newsroom(START);
    private final List<Publisher> publishers = new ArrayList<>();

    @AfterEach
    void stop() {
        newsroom.close();
        publishers.forEach(Publisher::close);
    }

    @Test
    void a_hundred_polls_of_an_unchanged_feed_are_one_200_and_ninety_nine_304() {
        var press = publisher(1);
        press.serve("/feed", feed(item("a", START.minus(Duration.ofHours(5)))));
        newsroom.start(Newsroom.feed("a", press.url("/feed")));

        newsroom.pass(MONTH);

        var polls = press.asked("/feed");
        assertThat(polls).hasSizeBetween(100, 200);
        assertThat(polls.subList(0, 100))
                .filteredOn(asked -> asked.status() == 200)
                .hasSize(1);
        assertThat(polls.subList(0, 100))
                .filteredOn(asked -> asked.status() == 304)
                .hasSize(99);
        assertThat(press.asked("/robots.txt")).hasSizeLessThanOrEqualTo(31);
        assertThat(newsroom.state("a").detail()).isEqualTo("unchanged (304), last new document " + START);
        assertThat(newsroom.state("a").everySeconds()).isEqualTo(6 * 3600);
    }

    @Test
    void every_request_says_who_asks_and_whom_to_write_to() {
        var press = publisher(1);
        press.serve("/feed", feed(teaser("a", press.url("/a"))));
        press.serve("/a", "<html><body><article><p>" + FULL + "</p></article></body></html>");
        newsroom.start(Newsroom.feed("a", press.url("/feed")));

        newsroom.pass(Duration.ofDays(2));

        assertThat(press.log).extracting(Publisher.Asked::path).contains("/robots.txt", "/feed", "/a");
        assertThat(press.log)
                .extracting(Publisher.Asked::userAgent)
                .allMatch(agent -> agent.startsWith("Topfive/") && agent.contains(Newsroom.CONTACT));
    }

    @Test
    void retry_after_two_days_is_two_days_for_every_source_of_the_host_and_over_a_restart() {
        var press = publisher(1);
        press.on(
                "/one",
                any -> press.asked("/one").isEmpty()
                        ? Publisher.Answer.of(429, "Retry-After", "172800")
                        : Publisher.Answer.of(404));
        press.serve("/two", feed(item("b", START)));
        var one = Newsroom.feed("one", press.url("/one"));
        var two = Newsroom.feed("two", press.url("/two"));
        newsroom.start(one, two);
        newsroom.pass(Duration.ofHours(20));
        var before = press.log.size();
        newsroom.start(one, two, Newsroom.feed("three", press.url("/three")));
        newsroom.pass(Duration.ofHours(27));

        assertThat(press.asked("/one")).hasSize(1);
        assertThat(press.log).hasSize(before);
        assertThat(newsroom.state("two").outcome()).isEqualTo("later");
        assertThat(newsroom.state("two").detail())
                .isEqualTo("127.0.0.1 asked to be left alone until 2026-10-16T12:00:00Z");

        newsroom.pass(Duration.ofHours(3));
        assertThat(press.asked("/two")).isNotEmpty();
        assertThat(press.log.subList(before, press.log.size()))
                .allSatisfy(asked -> assertThat(asked.at()).isAfterOrEqualTo(START.plus(Duration.ofHours(48))));
    }

    @Test
    void a_host_behind_a_redirect_that_asked_for_two_days_has_them_over_a_restart_and_nobody_else_waits() {
        var front = publisher(1);
        var press = publisher(2);
        front.on("/to-press", any -> Publisher.Answer.of(302, "Location", press.url("/feed")));
        front.serve("/own", feed(item("b", START)));
        press.on("/feed", any -> Publisher.Answer.of(503, "Retry-After", "Fri, 16 Oct 2026 12:00:00 GMT"));
        var led = Newsroom.feed("led", front.url("/to-press"));
        var own = Newsroom.feed("own", front.url("/own"));
        newsroom.start(led, own);
        newsroom.pass(Duration.ofHours(24));
        newsroom.start(led, own, Newsroom.feed("other", press.url("/other")));
        newsroom.pass(Duration.ofMinutes(23 * 60 + 59));

        assertThat(press.asked("/feed")).hasSize(1);
        assertThat(press.asked("/other")).isEmpty();
        assertThat(front.asked("/own")).hasSizeGreaterThan(10);
    }

    @Test
    void fifty_feeds_of_one_host_are_never_fetched_two_at_once_and_ask_for_little() {
        var press = publisher(1);
        var feeds = IntStream.range(0, 50)
                .mapToObj(number -> Newsroom.feed("feed-" + number, press.url("/" + number)))
                .toArray(Subscription[]::new);
        for (int number = 0; number < 50; number++) {
            press.serve("/" + number, feed(item("n" + number, START.minus(Duration.ofDays(number)))));
        }
        newsroom.start(feeds);

        newsroom.pass(Duration.ofDays(10));
        newsroom.start(feeds);
        newsroom.pass(Duration.ofDays(20));

        assertThat(press.mostAtOnce()).isEqualTo(1);
        assertThat(press.log)
                .filteredOn(asked -> asked.status() == 200 && !asked.path().equals("/robots.txt"))
                .hasSize(50);
        assertThat(press.log.size()).isLessThan(50 * 200);
        assertThat(newsroom.documents()).isEqualTo(50);
    }

    @Test
    void a_host_that_many_feeds_link_to_is_asked_for_one_page_at_a_time() {
        var pages = publisher(1);
        var feeds = new ArrayList<Subscription>();
        for (int number = 2; number < 10; number++) {
            var press = publisher(number);
            var links = new StringBuilder();
            for (int page = 0; page < 5; page++) {
                var path = "/" + number + "/" + page;
                pages.serve(path, "<html><body><article><p>" + FULL + path + "</p></article></body></html>");
                links.append(teaser(path, pages.url(path)));
            }
            press.serve("/feed", feed(links.toString()));
            feeds.add(Newsroom.feed("feed-" + number, press.url("/feed")));
        }
        newsroom.start(feeds.toArray(Subscription[]::new));

        newsroom.pass(Duration.ofHours(1));

        assertThat(pages.log).filteredOn(asked -> asked.status() == 200).hasSize(40);
        assertThat(pages.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void what_robots_txt_forbids_is_never_fetched() {
        var press = publisher(1);
        press.on(
                "/robots.txt",
                any -> new Publisher.Answer(
                        200,
                        Map.of(),
                        "User-agent: *\nDisallow: /private\n\nUser-agent: topfive\nDisallow: /private\nDisallow: /not-you\n"));
        press.serve("/feed", feed(teaser("a", press.url("/private/a"))));
        press.serve("/private/a", FULL);
        press.serve("/not-you", feed(item("b", START)));
        newsroom.start(Newsroom.feed("a", press.url("/feed")), Newsroom.feed("b", press.url("/not-you")));

        newsroom.pass(MONTH);

        assertThat(press.asked("/private/a")).isEmpty();
        assertThat(press.asked("/not-you")).isEmpty();
        assertThat(press.asked("/feed")).isNotEmpty();
        assertThat(newsroom.state("b").outcome()).isEqualTo("refused");
        assertThat(newsroom.state("b").detail()).contains("/robots.txt says \"Disallow: /not-you\"");
    }

    @Test
    void validators_and_the_schedule_survive_a_restart() {
        var press = publisher(1);
        press.serve("/feed", feed(item("a", START)));
        var source = Newsroom.feed("a", press.url("/feed"));
        newsroom.start(source);
        newsroom.pass(Duration.ofDays(3));
        var planned = newsroom.state("a").nextFetch();
        int before = press.asked("/feed").size();

        newsroom.start(source);
        newsroom.pass(Duration.between(newsroom.now(), planned).minusSeconds(1));
        assertThat(press.asked("/feed")).hasSize(before);

        newsroom.pass(Duration.ofSeconds(1));
        assertThat(press.asked("/feed")).hasSize(before + 1);
        assertThat(press.asked("/feed").subList(1, before + 1))
                .extracting(Publisher.Asked::status)
                .containsOnly(304);
    }

    @Test
    void whose_time_came_while_we_were_away_are_not_all_asked_in_the_first_second() {
        var feeds = IntStream.range(1, 9)
                .mapToObj(number -> {
                    var press = publisher(number);
                    press.serve("/feed", feed(item("a", START)));
                    return Newsroom.feed("feed-" + number, press.url("/feed"));
                })
                .toArray(Subscription[]::new);
        newsroom.start(feeds);
        newsroom.pass(Duration.ofMinutes(1));
        newsroom.start();
        newsroom.pass(Duration.ofDays(1));
        newsroom.start(feeds);
        newsroom.pass(Duration.ofMinutes(2));

        var moments = publishers.stream()
                .map(press -> press.asked("/feed").get(1).at())
                .toList();
        assertThat(moments).doesNotHaveDuplicates();
    }

    @Test
    void a_feed_that_says_when_to_come_is_taken_at_its_word() {
        var press = publisher(1);
        press.serve("/ttl", feed("<ttl>720</ttl>" + item("a", START)));
        press.serve(
                "/hours",
                feed("<skipHours><hour>0</hour><hour>1</hour><hour>2</hour><hour>13</hour></skipHours>"
                        + "<skipDays><day>Saturday</day><day>Sunday</day></skipDays>" + item("b", START)));
        newsroom.start(Newsroom.feed("ttl", press.url("/ttl")), Newsroom.feed("hours", press.url("/hours")));

        newsroom.pass(MONTH);

        assertThat(gaps(press.asked("/ttl"))).allMatch(gap -> gap.compareTo(Duration.ofHours(12)) >= 0);
        assertThat(press.asked("/ttl").size()).isGreaterThan(30);
        assertThat(press.asked("/hours")).hasSizeGreaterThan(60).allSatisfy(asked -> {
            var at = asked.at().atOffset(ZoneOffset.UTC);
            assertThat(at.getHour()).isNotIn(0, 1, 2, 13);
            assertThat(at.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        });
    }

    @Test
    void an_answer_that_holds_for_half_a_day_is_asked_for_twice_a_day() {
        var press = publisher(1);
        press.serve("/feed", feed(item("a", START)), Map.of("Cache-Control", "public, max-age=43200"));
        newsroom.start(Newsroom.feed("a", press.url("/feed")));

        newsroom.pass(MONTH);

        assertThat(press.asked("/feed")).hasSizeBetween(45, 60);
        assertThat(gaps(press.asked("/feed"))).allMatch(gap -> gap.compareTo(Duration.ofHours(12)) >= 0);
    }

    @Test
    void what_is_gone_is_never_asked_for_again_until_its_address_is_changed() {
        var press = publisher(1);
        press.on("/feed", any -> Publisher.Answer.of(410));
        press.serve("/new", feed(item("a", START)));
        newsroom.start(Newsroom.feed("a", press.url("/feed")));
        newsroom.pass(MONTH);
        newsroom.start(Newsroom.feed("a", press.url("/feed")));
        newsroom.pass(MONTH);

        assertThat(press.asked("/feed")).hasSize(1);
        assertThat(newsroom.state("a").outcome()).isEqualTo("gone");
        assertThat(newsroom.state("a").nextFetch()).isNull();

        newsroom.start(Newsroom.feed("a", press.url("/new")));
        newsroom.pass(Duration.ofHours(1));
        assertThat(press.asked("/new")).isNotEmpty();
        assertThat(newsroom.state("a").outcome()).isNotEqualTo("gone");
    }

    @Test
    void a_feed_that_has_moved_for_good_three_times_is_read_where_it_went() {
        var press = publisher(1);
        press.on("/old", any -> Publisher.Answer.of(301, "Location", "/new"));
        press.on("/for-now", any -> Publisher.Answer.of(302, "Location", "/elsewhere"));
        press.serve("/new", feed(item("a", START)));
        press.serve("/elsewhere", feed(item("b", START)));
        newsroom.start(Newsroom.feed("a", press.url("/old")), Newsroom.feed("b", press.url("/for-now")));

        newsroom.pass(MONTH);

        assertThat(press.asked("/old")).hasSize(3);
        assertThat(press.asked("/new")).hasSizeGreaterThan(100);
        assertThat(press.asked("/new")).extracting(Publisher.Asked::status).containsOnlyOnce(200);
        assertThat(newsroom.state("a").fetchUrl()).isEqualTo(press.url("/new"));
        assertThat(newsroom.states("a").get(2).detail()).contains("from now on read at " + press.url("/new"));
        assertThat(press.asked("/for-now").size())
                .isEqualTo(press.asked("/elsewhere").size());
        assertThat(newsroom.state("b").fetchUrl()).isNull();
    }

    @Test
    void where_the_new_address_fails_the_configured_one_is_asked_again() {
        var press = publisher(1);
        press.on("/old", any -> Publisher.Answer.of(308, "Location", "/new"));
        press.serve("/new", feed(item("a", START)));
        newsroom.start(Newsroom.feed("a", press.url("/old")));
        newsroom.pass(Duration.ofDays(2));
        press.on("/new", any -> Publisher.Answer.of(404));
        press.serve("/old", feed(item("a", START) + item("b", START)));

        newsroom.pass(Duration.ofDays(3));

        assertThat(newsroom.state("a").fetchUrl()).isNull();
        assertThat(newsroom.state("a").failures()).isZero();
        assertThat(newsroom.documents()).isEqualTo(2);
    }

    @Test
    void a_podcast_that_names_its_new_address_is_followed_there() {
        var press = publisher(1);
        press.serve(
                "/old",
                feed("<itunes:new-feed-url>" + press.url("/new") + "</itunes:new-feed-url>" + item("a", START)));
        press.serve(
                "/new",
                feed("<itunes:new-feed-url>" + press.url("/new") + "</itunes:new-feed-url>" + item("a", START)));
        newsroom.start(Newsroom.feed("a", press.url("/old")));

        newsroom.pass(Duration.ofDays(3));

        assertThat(press.asked("/old")).hasSize(3);
        assertThat(press.asked("/new")).isNotEmpty();
        assertThat(newsroom.documents()).isEqualTo(1);
    }

    @Test
    void validators_are_not_sent_to_another_address() {
        var press = publisher(1);
        press.serve("/old", feed(item("a", START)));
        press.serve("/new", feed(item("a", START)));
        newsroom.start(Newsroom.feed("a", press.url("/old")));
        newsroom.pass(Duration.ofDays(1));
        newsroom.start(Newsroom.feed("a", press.url("/new")));
        newsroom.pass(Duration.ofHours(5));

        assertThat(press.asked("/new").get(0).isConditional()).isFalse();
        assertThat(press.asked("/new").get(1).isConditional()).isTrue();
        assertThat(newsroom.documents())
                .as("sent again after the restart: the same record")
                .isEqualTo(2);
    }

    @Test
    void a_page_in_place_of_a_feed_is_asked_once_and_then_its_feed() {
        var press = publisher(1);
        press.serve(
                "/",
                "<html><head><link rel=alternate type='application/rss+xml' href='/feed'></head><body>x</body></html>");
        press.serve("/feed", feed(item("a", START)));
        newsroom.start(Newsroom.feed("a", press.url("/")));

        newsroom.pass(Duration.ofDays(3));

        assertThat(press.asked("/")).hasSize(1);
        assertThat(press.asked("/feed")).extracting(Publisher.Asked::status).containsOnlyOnce(200);
    }

    @Test
    void a_feed_with_a_page_that_cannot_be_had_is_not_taken_whole_for_ever() {
        var press = publisher(1);
        press.on("/dead", any -> Publisher.Answer.of(500));
        press.serve("/feed", feed(teaser("a", press.url("/dead"))));
        newsroom.start(Newsroom.feed("a", press.url("/feed")));

        newsroom.pass(MONTH);

        assertThat(press.asked("/feed"))
                .filteredOn(asked -> asked.status() == 200)
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void what_is_not_there_is_asked_for_less_and_less() {
        var press = publisher(1);
        newsroom.start(Newsroom.feed("a", press.url("/nothing")));

        newsroom.pass(MONTH);

        assertThat(press.asked("/nothing")).hasSizeBetween(25, 40);
        assertThat(newsroom.state("a").failures())
                .isEqualTo(press.asked("/nothing").size());
    }

    @Test
    void a_source_that_wakes_up_is_followed_closely_again() {
        var press = publisher(1);
        press.serve("/feed", feed(item("a", START)));
        newsroom.start(Newsroom.feed("a", press.url("/feed")));
        newsroom.pass(Duration.ofDays(10));
        assertThat(newsroom.state("a").everySeconds()).isEqualTo(6 * 3600);

        var woke = newsroom.now();
        press.serve(
                "/feed",
                feed(IntStream.range(0, 8)
                        .mapToObj(number -> item("w" + number, woke.minus(Duration.ofMinutes(20L * number))))
                        .reduce("", String::concat)));
        newsroom.pass(Duration.ofHours(7));
        assertThat(newsroom.state("a").documents()).isEqualTo(9);
        assertThat(gaps(press.asked("/feed")))
                .last()
                .satisfies(gap -> assertThat(gap).isLessThan(Duration.ofHours(2)));
    }

    @Test
    void one_slow_host_with_fifty_sources_does_not_keep_the_others_waiting() throws InterruptedException {
        var slow = publisher(1);
        var quick = publisher(2);
        var over = new CountDownLatch(1);
        var read = new CountDownLatch(20);
        var sources = new ArrayList<Subscription>();
        for (int number = 0; number < 50; number++) {
            slow.on("/" + number, any -> {
                over.await();
                return Publisher.Answer.of(404);
            });
            sources.add(Newsroom.feed("a-slow-" + number, slow.url("/" + number)));
        }
        for (int number = 0; number < 20; number++) {
            quick.on("/" + number, any -> {
                read.countDown();
                return Publisher.Answer.of(404);
            });
            sources.add(Newsroom.feed("quick-" + number, quick.url("/" + number)));
        }

        newsroom.start(sources.toArray(Subscription[]::new)).begin();

        assertThat(read.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(over.getCount()).isEqualTo(1);
        over.countDown();
    }

    private Publisher publisher(int number) {
        var press = new Publisher("127.0.0." + number, newsroom.clock);
        publishers.add(press);
        return press;
    }

    private static List<Duration> gaps(List<Publisher.Asked> asked) {
        return IntStream.range(1, asked.size())
                .mapToObj(n ->
                        Duration.between(asked.get(n - 1).at(), asked.get(n).at()))
                .toList();
    }

    private static String feed(String inside) {
        return "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                + " xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><title>The Island Post</title>"
                + inside
                + "</channel></rss>";
    }

    private static String item(String guid, Instant published) {
        return "<item><title>Boats " + guid + "</title><guid isPermaLink='false'>" + guid + "</guid><pubDate>"
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC))
                + "</pubDate><content:encoded>" + FULL + guid + "</content:encoded></item>";
    }

    private static String teaser(String guid, String link) {
        return "<item><title>Boats</title><guid isPermaLink='false'>" + guid + "</guid><link>" + link
                + "</link><description>More boats.</description></item>";
    }
}
