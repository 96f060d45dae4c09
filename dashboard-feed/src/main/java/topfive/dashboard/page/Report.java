package topfive.dashboard.page;

import topfive.contract.Edition;

/**
 * One piece of evidence as it is shown. An address that is no link is empty.
 *
 * @param claimItself true where the quotation is the claim, which then is not said twice
 * @param play {@code 12:41}, empty for what is read
 */
public record Report(
        String insightId,
        String quote,
        boolean claimItself,
        boolean spoken,
        String source,
        String owner,
        String kind,
        String title,
        String url,
        String time,
        String machineTime,
        String speaker,
        String play,
        String playUrl) {

    static Report of(Edition.Evidence evidence, String claim, Times times) {
        var source = evidence.source();
        var spoken = spoken(evidence);
        return new Report(
                evidence.insightId(),
                evidence.quote(),
                evidence.quote().equals(claim),
                spoken,
                source.name(),
                source.owner() == null || source.owner().equals(source.name()) ? "" : source.owner(),
                spoken ? "podcast" : "article",
                evidence.title() == null ? "" : evidence.title(),
                Links.safe(evidence.url()),
                times.at(evidence.publishedAt()),
                evidence.publishedAt() == null ? "" : evidence.publishedAt().toString(),
                evidence.speaker() == null ? "" : evidence.speaker(),
                evidence.startMs() == null ? "" : Times.playing(evidence.startMs()),
                Links.safe(evidence.link()));
    }

    static boolean spoken(Edition.Evidence evidence) {
        return evidence.startMs() != null
                || evidence.speaker() != null
                || "episode".equals(evidence.source().kind());
    }
}
