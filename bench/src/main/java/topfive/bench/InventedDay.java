package topfive.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import topfive.contract.Ids;
import topfive.contract.Insight;
import topfive.contract.Source;
import topfive.contract.Span;
import topfive.processor.encode.Encoding;
import topfive.processor.merge.Claim;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Vector;
import topfive.processor.merge.Words;

/**
 * Invented readings of one day in any number, one insight each, always the same ones. Most tell more of a story that is told already, the
 * larger the story the likelier, so that sizes are spread as in the news; half of these say again, in other words, what was said. Vectors
 * and words are made, not encoded: two hundred thousand would take the encoder half an hour. How near they are, and how many words a claim
 * has, is set to what the encoder makes of real claims; README.md has the figures.
 */
final class InventedDay {
    static final LocalDate DAY = LocalDate.parse("2026-10-14");
    static final Instant CLOSES = Instant.parse("2026-10-15T00:30:00Z");
    private static final Instant MORNING = Instant.parse("2026-10-14T06:00:00Z");
    private static final int SIZE = 384;
    private static final int WORD_SIZE = 64;
    /** The encoder takes a name to pieces, and leaves out what is short and common. */
    private static final int PIECE = 4;

    /** More make more stories. */
    private static final double FRESHNESS = 30;

    private static final double SPREAD = 0.6;
    private static final int TOPICS = 30;

    /** Meanings fill a part of the space: what has nothing in common has a cosine of less than 0.06 plus or minus 0.1. */
    private static final int MEANINGS = 110;

    private final Random random;
    private final float[][] meanings = new float[MEANINGS][SIZE];
    private final Map<String, List<String>> parts = parts();
    private final float[] common;
    private final List<float[]> topics = new ArrayList<>();
    private final List<Idea> told = new ArrayList<>();
    private int stories;

    InventedDay(long seed) {
        random = new Random(seed);
        for (var meaning : meanings) {
            for (int i = 0; i < SIZE; i++) {
                meaning[i] = (float) (random.nextGaussian() / Math.sqrt(SIZE));
            }
        }
        common = direction();
        for (int i = 0; i < TOPICS; i++) {
            topics.add(direction());
        }
    }

    private record Story(String place, String firm, float[] topic, float[] direction) {}

    private record Idea(Story story, String who, String does, String because, String figure, float[] direction) {}

    Reading next() {
        var idea = idea();
        told.add(idea);
        return tell(idea);
    }

    /** One idea in ever other words. */
    Reading nextOfOneIdea() {
        if (told.isEmpty()) {
            told.add(newIdea(newStory()));
        }
        told.add(told.get(0));
        return tell(told.get(0));
    }

    private Idea idea() {
        int n = told.size();
        if (n == 0 || random.nextDouble() < (FRESHNESS + SPREAD * stories) / (n + FRESHNESS)) {
            stories++;
            return newIdea(newStory());
        }
        var earlier = told.get(random.nextInt(n));
        return random.nextBoolean() ? earlier : newIdea(earlier.story);
    }

    private Story newStory() {
        return new Story(name(), name(), topics.get(random.nextInt(TOPICS)), direction());
    }

    private Idea newIdea(Story story) {
        var figure = random.nextBoolean() ? "" : (2 + random.nextInt(90)) + "% since " + (2008 + random.nextInt(17));
        return new Idea(story, pick("who"), pick("does"), pick("because"), figure, direction());
    }

    private Reading tell(Idea idea) {
        var where = random.nextBoolean() ? " of " + idea.story.place : " at " + idea.story.firm;
        var figure = idea.figure.isEmpty() ? "" : ", " + idea.figure;
        var aside = random.nextBoolean()
                ? ""
                : ", says " + name() + " of the " + pick("who").toLowerCase(Locale.ROOT);
        var text = random.nextBoolean()
                ? idea.who + where + " " + idea.does + " because " + idea.because + figure + aside + "."
                : "Since " + idea.because + figure + ", " + idea.who.toLowerCase(Locale.ROOT) + where + " " + idea.does
                        + aside + ".";
        return reading(told.size(), text, vector(idea), words(idea, text));
    }

    /** A word points where it points everywhere, and where the idea and its story point. */
    private Words words(Idea idea, String text) {
        var words = new ArrayList<Encoding.Word>();
        for (var word : text.split("[^\\p{L}\\p{N}]+")) {
            for (int at = 0; at + PIECE <= word.length(); at += PIECE) {
                var own = wordOf(word.substring(at).hashCode());
                var noise = wordOf(random.nextInt());
                var direction = new float[WORD_SIZE];
                for (int i = 0; i < WORD_SIZE; i++) {
                    direction[i] = (float) (Math.sqrt(0.10) * common[i]
                            + Math.sqrt(0.20) * idea.story.direction[i]
                            + Math.sqrt(0.20) * idea.direction[i]
                            + Math.sqrt(0.35) * own[i]
                            + Math.sqrt(0.15) * noise[i]);
                }
                words.add(new Encoding.Word(0.5 + 0.5 * random.nextDouble(), unit(direction)));
            }
        }
        return Words.of(new Encoding(new float[0], words));
    }

    private static float[] wordOf(int seed) {
        var word = new Random(seed);
        var direction = new float[WORD_SIZE];
        for (int i = 0; i < WORD_SIZE; i++) {
            direction[i] = (float) (word.nextGaussian() / Math.sqrt(SIZE));
        }
        return direction;
    }

    private static float[] unit(float[] direction) {
        double square = 0;
        for (var number : direction) {
            square += number * number;
        }
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= (float) Math.sqrt(square);
        }
        return direction;
    }

    /** Two of one idea have a cosine of about 0.8, of one story 0.5, of one topic 0.2, any two 0.06. */
    private Vector vector(Idea idea) {
        var own = direction();
        var sum = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            sum[i] = (float) (Math.sqrt(0.06) * common[i]
                    + Math.sqrt(0.14) * idea.story.topic[i]
                    + Math.sqrt(0.30) * idea.story.direction[i]
                    + Math.sqrt(0.30) * idea.direction[i]
                    + Math.sqrt(0.20) * own[i]);
        }
        return Vector.of(sum);
    }

    private float[] direction() {
        var direction = new float[SIZE];
        for (var meaning : meanings) {
            var much = (float) (random.nextGaussian() / Math.sqrt(MEANINGS));
            for (int i = 0; i < SIZE; i++) {
                direction[i] += much * meaning[i];
            }
        }
        return direction;
    }

    private String name() {
        var syllables = List.of("kar", "mor", "vel", "tan", "sil", "dro", "hal", "pen", "ruk", "ost", "lin", "bra");
        var name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(syllables.get(random.nextInt(syllables.size())));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String pick(String kind) {
        var all = parts.get(kind);
        return all.get(random.nextInt(all.size()));
    }

    static Reading reading(int number, String text, Vector vector, Words words) {
        var owner = "owner" + number % 400 + ".example";
        var source = new Source(owner, owner, "feed", owner, "https://" + owner + "/feed.xml");
        var document = Ids.document(owner, "" + number);
        var hash = Ids.contentHash(List.of(text, "" + number));
        var at = MORNING.plusSeconds(number / 4);
        var insight = new Insight(
                1,
                Ids.insight(document, hash, 0, 0, text.length()),
                document,
                hash,
                source,
                "A title",
                null,
                null,
                at,
                at,
                DAY,
                "en",
                text,
                List.of(new Span(0, 0, text.length())),
                new Insight.Context("", ""),
                null,
                null,
                List.of(),
                List.of(),
                new Insight.Quality(600, Map.of("reasoning", 600)),
                "all-minilm-l6-v2-q/1");
        return new Reading(
                document, hash, owner, at, DAY, "en", null, false, List.of(new Claim(insight, at, vector, words)));
    }

    private static Map<String, List<String>> parts() {
        var parts = new HashMap<String, List<String>>();
        try (var lines = new BufferedReader(
                new InputStreamReader(InventedDay.class.getResourceAsStream("parts.txt"), StandardCharsets.UTF_8))) {
            var kind = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (List.of("who", "does", "because").contains(line)) {
                    kind = line;
                } else if (!line.startsWith("#")) {
                    parts.computeIfAbsent(kind, each -> new ArrayList<>()).add(line);
                }
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
