package topfive.ingest;

import topfive.ingest.text.Reading;

/** Whether something better than a feed item's own text could be had. */
sealed interface Better {
    record Found(Reading reading) implements Better {}

    record None() implements Better {}

    /** Perhaps later. */
    record NotNow() implements Better {}
}
