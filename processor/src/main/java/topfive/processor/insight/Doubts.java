package topfive.processor.insight;

import java.util.Set;
import java.util.regex.Pattern;

/** What is taken off a sentence's worth, in thousandths, however well it argues: talk, hedges, sellers' words, definitions, announcements. */
final class Doubts {
    private static final Set<String> WE = Set.of("we", "we're", "we've", "we'll", "us", "our", "ours");
    private static final Set<String> ME_AND_YOU =
            Set.of("i", "i'm", "i've", "i'd", "i'll", "me", "my", "you", "you're", "you've", "you'll", "your");
    private static final Set<String> OUGHT = Set.of("must", "should", "needs", "need", "ought");
    private static final Set<String> HE_OR_SHE = Set.of("he", "she", "his", "her", "him", "hers");
    private static final Pattern BROKEN_OFF = Pattern.compile("\\s--|--\\s|\\.\\.\\.|, like,");

    private final Cues cues;

    Doubts(Cues cues) {
        this.cues = cues;
    }

    /** @return zero or less */
    int in(Line line) {
        int off = 40 * count(line, ME_AND_YOU) + 20 * Math.min(4, count(line, WE)) + 15 * count(line, OUGHT);
        off += 12 * Math.min(3, count(line, HE_OR_SHE));
        off += 30 * line.tally().of(Cues.Kind.HEDGE)
                + 45 * line.tally().of(Cues.Kind.FILLER)
                + 20 * line.tally().of(Cues.Kind.VAGUE)
                + 35 * Math.min(2, line.tally().of(Cues.Kind.PROMO));
        off += line.plain().endsWith("!") ? 60 : 0;
        off += line.isQuestion() ? 20 : 0;
        off += cues.opens(Cues.Kind.CLEARS_THROAT, line.words()) ? 120 : 0;
        off += Definition.is(line.plain()) ? 180 : 0;
        return -off - 40 * brokenOff(line.plain());
    }

    /** "I mean -- so what we...": thoughts that the speaker drops. */
    private static int brokenOff(String plain) {
        return BROKEN_OFF.split(plain, -1).length - 1;
    }

    private static int count(Line line, Set<String> which) {
        return (int) line.words().stream().filter(which::contains).count();
    }
}
