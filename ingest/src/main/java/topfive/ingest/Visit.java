package topfive.ingest;

import java.time.Instant;
import java.util.Optional;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Validators;

/**
 * How a visit went.
 *
 * @param outcome as {@link topfive.contract.SourceState} has it
 * @param detail in one line, "" where there is nothing to say
 * @param validators of what was read; null: those from before stay
 * @param notBefore as the publisher asked, or null
 * @param asked false where its host is left alone, and nobody was asked
 * @param learned empty where no feed was read
 */
record Visit(
        String outcome,
        String detail,
        Validators validators,
        Hints hints,
        Instant notBefore,
        boolean asked,
        Optional<Learned> learned) {
    static Visit fetched(String detail, Validators validators, Hints hints) {
        return new Visit("fetched", detail, validators, hints, null, true, Optional.empty());
    }

    static Visit notModified(Hints hints) {
        return new Visit("not-modified", "", null, hints, null, true, Optional.empty());
    }

    static Visit later(String why, Instant notBefore) {
        return new Visit("later", why, null, Hints.NONE, notBefore, true, Optional.empty());
    }

    static Visit waiting(HostWaits.Wait wait) {
        return new Visit("later", wait.why(), null, Hints.NONE, wait.until(), false, Optional.empty());
    }

    static Visit failed(String why) {
        return new Visit("failed", why, null, Hints.NONE, null, true, Optional.empty());
    }

    static Visit refused(String why) {
        return new Visit("refused", why, null, Hints.NONE, null, true, Optional.empty());
    }

    static Visit gone(String why) {
        return new Visit("gone", why, null, Hints.NONE, null, true, Optional.empty());
    }

    Visit having(Learned feed) {
        return new Visit(outcome, detail, validators, hints, notBefore, asked, Optional.of(feed));
    }

    /** There was no answer about the source itself. */
    boolean isInVain() {
        return outcome.equals("failed") || outcome.equals("later");
    }
}
