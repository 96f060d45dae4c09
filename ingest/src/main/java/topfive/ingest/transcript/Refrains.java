package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Turn;
import topfive.contract.Ids;

/**
 * What a show says in every episode: two sentences or more that stood near the beginning or end of two earlier episodes are no news. Remembers
 * hashes of sentences, not words; one object serves one show, one episode after the other.
 */
public final class Refrains {
    private static final Pattern KNOWN = Pattern.compile("([0-9a-f]{8}) (\\d{1,2})");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

    private static final int REMEMBERED = 400;
    private static final int WORDS = 6;
    private static final int EPISODES = 2;
    private static final int SENTENCES = 2;
    private static final int MOST_EPISODES = 99;
    /** An episode of whose ends more than this is known was heard before: a rerun, or a corrected transcript. */
    private static final double RERUN = 0.6;

    /** Of a text: about 8 minutes of speech at most, 15 % of it else, but the ends of a short one whole. */
    private static final int LONGEST_END = 7200;

    private static final int SHORTEST_END = 1500;
    private static final double END = 0.15;

    /** In how many episodes a sentence was heard, by its hash; what was heard last stands last. */
    private final LinkedHashMap<String, Integer> heard = new LinkedHashMap<>();

    private Refrains() {}

    /** @param known as {@link #learned} gave it, or empty for a new show; what is no such entry is passed over */
    public static Refrains of(Collection<String> known) {
        var refrains = new Refrains();
        for (var entry : known) {
            var parts = KNOWN.matcher(entry);
            if (parts.matches()) {
                refrains.heard.put(parts.group(1), Integer.parseInt(parts.group(2)));
            }
        }
        refrains.forget();
        return refrains;
    }

    /** At most 400 entries, "1a2b3c4d 3": the hash of a sentence and the number of episodes that said it near an end, oldest first. */
    public List<String> learned() {
        return heard.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    /**
     * The turns of the next episode, with what earlier ones said as well marked as advert or opening, split at sentences. The same object then
     * knows this episode too; the same episode again teaches it nothing.
     */
    public List<Turn> mark(List<Turn> turns) {
        var marking = Marking.of(turns);
        var ends = ends(marking.lines());
        var hashes = new LinkedHashMap<SpokenLine, String>();
        ends.forEach(end -> end.forEach(line -> hash(line).ifPresent(hash -> hashes.put(line, hash))));
        long known = hashes.values().stream().filter(heard::containsKey).count();
        boolean again = known > hashes.size() * RERUN;
        ends.forEach(end -> mark(end, hashes, again ? EPISODES + 1 : EPISODES));
        if (!again) {
            hashes.values().stream().distinct().forEach(this::learn);
            forget();
        }
        return marking.turns();
    }

    private static List<List<SpokenLine>> ends(List<SpokenLine> lines) {
        int total = lines.stream().mapToInt(line -> line.text.length()).sum();
        int window = (int) Math.min(LONGEST_END, Math.max(SHORTEST_END, total * END));
        int first = 0;
        for (int length = 0; first < lines.size() && length < window; first++) {
            length += lines.get(first).text.length();
        }
        int last = lines.size();
        for (int length = 0; last > first && length < window; last--) {
            length += lines.get(last - 1).text.length();
        }
        return List.of(lines.subList(0, first), lines.subList(last, lines.size()));
    }

    /** Short sentences between two that are known go with them. */
    private void mark(List<SpokenLine> end, Map<SpokenLine, String> hashes, int episodes) {
        var run = new ArrayList<SpokenLine>();
        int sentences = 0;
        var between = new ArrayList<SpokenLine>();
        for (var line : end) {
            var hash = hashes.get(line);
            if (hash == null) {
                between.add(line);
                continue;
            }
            if (heard.getOrDefault(hash, 0) >= episodes) {
                run.addAll(sentences == 0 ? List.of() : between);
                run.add(line);
                sentences++;
            } else {
                mark(run, sentences);
                run.clear();
                sentences = 0;
            }
            between.clear();
        }
        mark(run, sentences);
    }

    private static void mark(List<SpokenLine> run, int sentences) {
        if (sentences >= SENTENCES) {
            boolean sells = run.stream().anyMatch(line -> line.kind == Kind.AD || Adverts.sells(line.text));
            run.stream()
                    .filter(line -> line.kind == Kind.SPEECH)
                    .forEach(line -> line.kind = sells ? Kind.AD : Kind.INTRO);
        }
    }

    /** Empty for a sentence that is too short to tell a show by. Numbers are all alike: "episode 213". */
    private static Optional<String> hash(SpokenLine line) {
        var words = NUMBER.matcher(
                        NO_WORD.matcher(line.text.toLowerCase(Locale.ROOT)).replaceAll(" "))
                .replaceAll("0")
                .strip();
        return words.split(" ").length < WORDS
                ? Optional.empty()
                : Optional.of(Ids.sha256(words).substring(0, 8));
    }

    private void learn(String hash) {
        var episodes = heard.remove(hash);
        heard.put(hash, episodes == null ? 1 : Math.min(MOST_EPISODES, episodes + 1));
    }

    /** First what was heard once, the oldest first. */
    private void forget() {
        forget(1);
        forget(MOST_EPISODES);
    }

    private void forget(int atMost) {
        var oldest = heard.values().iterator();
        while (heard.size() > REMEMBERED && oldest.hasNext()) {
            if (oldest.next() <= atMost) {
                oldest.remove();
            }
        }
    }
}
