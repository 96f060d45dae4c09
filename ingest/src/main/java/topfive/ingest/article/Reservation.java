package topfive.ingest.article;

import java.util.Arrays;
import java.util.Set;

/**
 * Whether a page reserves its text from text and data mining: {@code tdm-reservation} (W3C TDM Reservation Protocol, community group report
 * of 2024, section 6.2), or {@code noai} or {@code noml} among the words for robots.
 */
final class Reservation {
    private static final Set<String> NO_MINING = Set.of("noai", "noml", "notdm");

    private Reservation() {}

    static boolean stands(Metas metas) {
        return metas.all("tdm-reservation").stream().anyMatch("1"::equals)
                || metas.all("robots").stream()
                        .flatMap(words -> Arrays.stream(
                                words.toLowerCase(java.util.Locale.ROOT).split("[,\\s]+")))
                        .anyMatch(NO_MINING::contains);
    }
}
