package topfive.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.contract.Ids;
import topfive.contract.Json;
import topfive.contract.Source;

/**
 * Everything that is written into the documents, in this order: documents of several days, each idea told by several sources, and a fence
 * behind each day. In between: revisions, repeats (of closed days, too), tomorrow's documents, absurd dates, other languages, poison.
 * A pure function of its seed.
 *
 * @param steps whoever follows them waits before a {@link Close} until all that was sent is acknowledged
 */
public record Workload(long seed, List<LocalDate> days, List<Step> steps) {
    /**
     * In years to come: the processor's own ticker closes every day that lies behind the machine's clock, and a run needs to say itself
     * when a day ends. The third day has 25 hours.
     */
    public static final LocalDate FIRST = LocalDate.parse("2036-10-24");

    /** The keys of records that no stage can read; each must become one dead letter. */
    public static final String POISON = "poison/";

    private static final int IDEAS_A_DAY = 9;
    private static final List<Instant> ABSURD = List.of(
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("1969-12-31T23:59:59Z"),
            Instant.parse("1970-01-01T00:00:00Z"),
            Instant.parse("2099-12-31T23:59:59Z"),
            Instant.parse("9999-12-31T23:59:59Z"));

    public Workload {
        days = List.copyOf(days);
        steps = List.copyOf(steps);
    }

    public sealed interface Step permits Send, Close {}

    /** A record for the documents. The value may be null. */
    public record Send(String key, byte[] value) implements Step {}

    /** The fence of a day. */
    public record Close(LocalDate day) implements Step {}

    /** @param each how many documents a day, repeats and poison not counted */
    public static Workload of(long seed, int days, int each) {
        return new Author(new Random(seed), each).write(seed, days);
    }

    /** @return whether it was made to be read by nobody */
    public static boolean isPoison(ConsumerRecord<byte[], byte[]> record) {
        return World.key(record).startsWith(POISON);
    }

    public long documents() {
        return steps.stream().filter(Send.class::isInstance).count();
    }

    private static final class Author {
        private final Ideas ideas = Ideas.read();
        private final List<Send> earlier = new ArrayList<>();
        private final Random random;
        private final int each;
        private int poisoned;

        Author(Random random, int each) {
            this.random = random;
            this.each = each;
        }

        Workload write(long seed, int count) {
            var days = IntStream.range(0, count).mapToObj(FIRST::plusDays).toList();
            var byDay = new ArrayList<List<Send>>();
            days.forEach(day -> byDay.add(day(day)));
            var steps = new ArrayList<Step>();
            for (int i = 0; i < count; i++) {
                var today = new ArrayList<>(byDay.get(i));
                if (i + 1 < count) { // what is early already
                    var tomorrow = byDay.get(i + 1);
                    today.addAll(tomorrow.subList(0, tomorrow.size() / 10));
                    byDay.set(i + 1, tomorrow.subList(tomorrow.size() / 10, tomorrow.size()));
                }
                Collections.shuffle(today, random);
                earlier.addAll(today);
                IntStream.range(0, each / 6).forEach(repeat -> today.add(random.nextInt(today.size()), any(earlier)));
                IntStream.range(0, each / 12).forEach(poison -> today.add(random.nextInt(today.size()), poison()));
                steps.addAll(today);
                steps.add(new Close(days.get(i)));
            }
            return new Workload(seed, days, steps);
        }

        private List<Send> day(LocalDate day) {
            var told = new ArrayList<Ideas.Told>();
            var order = new ArrayList<>(
                    IntStream.range(0, ideas.wordings().size()).boxed().toList());
            Collections.shuffle(order, random);
            order.stream()
                    .limit(IDEAS_A_DAY)
                    .forEach(idea -> told.add(
                            ideas.tell(idea, any(Ideas.PLACES), 12 + random.nextInt(80), 2 + random.nextInt(9))));
            var documents = new ArrayList<Send>();
            for (int i = 0; i < each; i++) {
                var text = text(told, i);
                var document = i % 7 == 6 ? episode(day, i, text) : article(day, i, text, 1);
                documents.add(send(document));
                if (i % 11 == 10) { // later corrected
                    documents.add(send(article(day, i, text(told, i + 1), 2)));
                }
            }
            return documents;
        }

        /** One idea, or two: the first ones by many, the last ones by few. */
        private List<String> text(List<Ideas.Told> told, int number) {
            var first = told.get((int) (IDEAS_A_DAY * Math.pow(random.nextDouble(), 1.5)));
            var text = new ArrayList<>(
                    List.of(first.wordings().get(number % first.wordings().size())));
            if (number % 3 == 0) {
                text.add(any(any(told).wordings()));
            }
            return text;
        }

        private Article article(LocalDate day, int number, List<String> text, int revision) {
            var owner = "paper" + (number % 23) + ".example";
            var url = "https://" + owner + "/" + day + "/" + number;
            var published = published(day, number);
            var other = number % 17 == 16;
            return new Article(
                    1,
                    Ids.document(owner, url),
                    Ids.contentHash(text),
                    revision,
                    new Source(owner, "Paper " + number % 23, "feed", owner, "https://" + owner + "/feed"),
                    url,
                    "What " + owner + " knows, number " + number,
                    null,
                    number % 19 == 18 ? any(ABSURD) : number % 5 == 4 ? null : published,
                    published.plus(Duration.ofMinutes(5L + revision)),
                    other ? "de" : "en",
                    Document.Quality.FULL,
                    false,
                    false,
                    text.stream().map(Article.Paragraph::of).toList());
        }

        private Episode episode(LocalDate day, int number, List<String> text) {
            var owner = "radio" + (number % 5) + ".example";
            var published = published(day, number);
            var turns = new ArrayList<Episode.Turn>();
            text.forEach(said -> turns.add(new Episode.Turn(
                    "Speaker " + turns.size(),
                    1_000L + 40_000L * turns.size(),
                    40_000L * (turns.size() + 1),
                    said,
                    Episode.Kind.SPEECH,
                    List.of())));
            return new Episode(
                    1,
                    Ids.document(owner, day + "/" + number),
                    Ids.contentHash(text),
                    1,
                    new Source(owner, "Radio " + number % 5, "episode", owner, "https://" + owner + "/feed"),
                    "https://" + owner + "/" + day + "/" + number,
                    "Episode " + number,
                    null,
                    published,
                    published.plus(Duration.ofMinutes(7)),
                    "en",
                    Document.Quality.FULL,
                    false,
                    false,
                    "https://" + owner + "/" + number + ".mp3",
                    turns,
                    List.of());
        }

        private Instant published(LocalDate day, int number) {
            return day.atStartOfDay(World.ZONE).toInstant().plusSeconds(600L + (number * 977L) % 80_000);
        }

        private Send send(Document document) {
            return new Send(document.id(), Json.bytes(document));
        }

        private Send poison() {
            var number = poisoned++;
            var bytes = new byte[20 + random.nextInt(200)];
            random.nextBytes(bytes);
            return new Send(
                    POISON + number,
                    switch (number % 4) {
                        case 0 -> bytes;
                        case 1 ->
                            ("{\"type\":\"article\",\"schemaVersion\":99,\"number\":" + number + "}")
                                    .getBytes(StandardCharsets.UTF_8);
                        case 2 -> null;
                        default ->
                            ("{\"type\":\"article\",\"schemaVersion\":1,\"number\":" + number)
                                    .getBytes(StandardCharsets.UTF_8);
                    });
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
