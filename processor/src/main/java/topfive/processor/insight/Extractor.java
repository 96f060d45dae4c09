package topfive.processor.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.contract.Insight;
import topfive.contract.Span;

/**
 * Finds the passages of a document that are insights: claims with their reason, in the document's own words, that can be read alone. What the
 * document is about decides as much as whether a sentence argues; {@link Merit} has both parts. Pure: the same document gives the same passages.
 *
 * <p>English only: the caller says which documents are. Time grows with the length of the text.
 */
public final class Extractor {
    /** Goes with every record: other rules, other passages. */
    public static final String VERSION = "extract/2";

    private static final String STATEMENT = "statement ";
    private static final int MOST = 24;
    /** A teaser, a paywalled beginning or show notes advertise more than they argue. */
    private static final int MOST_OF_A_FRAGMENT = 2;

    private static final int FLOOR = 408;
    /** Speech that argues is rarer than speech that uses the words of argument. */
    private static final int FLOOR_OF_SPEECH = 370;

    private static final int LEAST_REASONING_OF_SPEECH = 110;

    private static final int LEAST_REASONING_BY_FACTS = 90;
    private static final int MANY_FACTS = 60;

    /** Talk full of "I", "like" and broken thoughts is not made readable by what else is in it. */
    private static final int WORST_DOUBTS_OF_SPEECH = -95;

    private static final int NO_DOUBTS_OF_SPEECH = -20;

    /** No conversation has more; each is looked for in every sentence. */
    private static final int MOST_SPEAKERS = 200;

    private final Cues cues = Cues.load();
    private final Lines reading = new Lines(cues);
    private final Substance substance = new Substance(cues);
    private final Talk talk = new Talk(cues);

    /** @return the best passages in text order, none overlapping, at most 24; none at all rather than poor ones */
    public List<Passage> extract(Document document) {
        if (isStatement(document)) {
            return whole(document).map(List::of).orElse(List.of());
        }
        int most = document.quality() == Document.Quality.FULL ? MOST : MOST_OF_A_FRAGMENT;
        return best(drafts(document), most).stream()
                .sorted(Comparator.comparingInt((Draft d) -> d.block().index()).thenComparingInt(Draft::first))
                .map(Extractor::passage)
                .toList();
    }

    /** One line of a statements file: somebody has chosen the words already, so nothing is cut, joined, split or weighed. */
    public static boolean isStatement(Document document) {
        return document.source().id().startsWith(STATEMENT);
    }

    /** @return the whole document as one passage, whatever it says; empty only where it has no text */
    public static Optional<Passage> whole(Document document) {
        var spans = new ArrayList<Span>();
        var pieces = new ArrayList<String>();
        var texts = document.texts();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isBlank()) {
                spans.add(new Span(i, 0, texts.get(i).length()));
                pieces.add(Plain.text(texts.get(i)));
            }
        }
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        var given = new Insight.Quality(1000, Map.of("given", 1000));
        var text = String.join(" " + Passage.CUT + " ", pieces);
        return Optional.of(new Passage(spans, text, new Insight.Context("", ""), null, null, given));
    }

    /** Every passage that could be chosen, with what it is worth; many overlap. */
    List<Draft> drafts(Document document) {
        var blocks = Block.of(document);
        var lines = blocks.stream().map(reading::of).toList();
        var all = lines.stream().flatMap(List::stream).toList();
        var names = Names.of(all.stream().map(Line::plain).toList());
        var centrality = Centrality.ofTerms(all.stream().map(Line::terms).toList());
        var drafting = new Drafts(new Merit(cues, names), talk);
        var present = present(document);
        var drafts = new ArrayList<Draft>();
        int at = 0;
        for (int i = 0; i < blocks.size(); i++) {
            int next = at + lines.get(i).size();
            drafts.addAll(drafting.of(blocks.get(i), lines.get(i), Arrays.copyOfRange(centrality, at, next)));
            at = next;
        }
        drafts.removeIf(draft -> draft.block().isSpeech()
                && draft.lines().stream()
                        .anyMatch(line -> present.matcher(line.plain()).find()));
        return drafts;
    }

    /** Who speaks in it, by first name: what is said to or about them is for the room. */
    private static Pattern present(Document document) {
        var names = document instanceof Episode episode
                ? episode.turns().stream().map(Episode.Turn::speaker).filter(Objects::nonNull)
                : Stream.<String>empty();
        return Pattern.compile(names.map(name -> name.split("[\\s@]+", 2)[0])
                .filter(name ->
                        name.length() > 2 && !Terms.of(Terms.words(name)).isEmpty())
                .distinct()
                .limit(MOST_SPEAKERS)
                .map(name -> "\\b" + Pattern.quote(name) + "\\b")
                .collect(Collectors.collectingAndThen(Collectors.joining("|"), any -> any.isEmpty() ? "(?!)" : any)));
    }

    private List<Draft> best(List<Draft> drafts, int most) {
        var insights = drafts.stream().filter(this::isInsight).toList();
        var beginAt = insights.stream().collect(Collectors.groupingBy(Draft::begins));
        var ranked = insights.stream()
                .filter(draft -> !isTwo(draft, beginAt))
                .sorted(Comparator.comparingInt((Draft d) -> -d.quality().score())
                        .thenComparingInt(d -> d.block().index())
                        .thenComparingInt(Draft::first)
                        .thenComparingInt(Draft::last))
                .toList();
        var best = new ArrayList<Draft>();
        for (var draft : ranked) {
            if (best.size() == most) {
                break;
            }
            if (best.stream().noneMatch(chosen -> chosen.overlaps(draft) || chosen.repeats(draft))) {
                best.add(draft);
            }
        }
        return best;
    }

    /** Two claims side by side, each an insight of its own, are not one passage. */
    private static boolean isTwo(Draft draft, Map<Draft.Place, List<Draft>> beginAt) {
        return draft.first() < draft.last()
                && beginAt.get(draft.begins()).stream()
                        .filter(half -> half.last() < draft.last())
                        .flatMap(half -> beginAt.getOrDefault(half.goesOn(), List.of()).stream())
                        .anyMatch(other -> other.last() == draft.last());
    }

    /** However central it is, a passage that neither argues nor tells a fact is none. */
    boolean isInsight(Draft draft) {
        var parts = draft.quality().parts();
        int floor = draft.block().isSpeech() ? FLOOR_OF_SPEECH : FLOOR;
        if (draft.block().isSpeech()
                && (parts.get("doubts") < WORST_DOUBTS_OF_SPEECH
                        || parts.get("reasoning")
                                < (parts.get("facts") < MANY_FACTS
                                        ? LEAST_REASONING_OF_SPEECH
                                        : LEAST_REASONING_BY_FACTS)
                        || !substance.isEnough(draft.words(), parts.get("doubts") >= NO_DOUBTS_OF_SPEECH))) {
            return false;
        }
        return draft.quality().score() >= floor && parts.get("reasoning") + parts.get("facts") > 0;
    }

    private static Passage passage(Draft draft) {
        var block = draft.block();
        var text = Plain.text(block.text().substring(draft.start(), draft.end()));
        var place = new Span(block.index(), draft.start(), draft.end());
        var asked = draft.asked();
        var turn = block.turn();
        return new Passage(
                asked == null ? List.of(place) : List.of(new Span(asked.block(), asked.start(), asked.end()), place),
                asked == null ? marked(draft.lines(), text) : asked.text() + " " + Passage.CUT + " " + text,
                new Insight.Context(sentence(block, draft.first() - 1), sentence(block, draft.last() + 1)),
                turn == null ? null : turn.speaker(),
                turn == null ? null : turn.at(draft.start()),
                draft.quality());
    }

    private static String marked(List<Line> lines, String text) {
        var opened = lines.get(0).isTrimmed() ? Passage.CUT + text : text;
        return lines.get(lines.size() - 1).isCutShort() ? opened + Passage.CUT : opened;
    }

    private static String sentence(Block block, int index) {
        boolean there = index >= 0 && index < block.sentences().size();
        return there ? Plain.text(block.sentences().get(index).text()) : "";
    }
}
