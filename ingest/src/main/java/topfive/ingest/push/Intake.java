package topfive.ingest.push;

import java.util.concurrent.CompletableFuture;
import topfive.ingest.text.Unreadable;

/** Where pushed documents go. */
public interface Intake {
    /**
     * @param again the very same signed request was taken before: its document may be confirmed, but not be brought back
     * @throws Unreadable where the document has no text, or is too large
     */
    Receipt take(Pushed pushed, boolean again) throws Unreadable;

    /** What becomes of a document. */
    sealed interface Receipt {}

    /**
     * @param id of the document
     * @param duplicate whether this text was there before, or is on its way already
     * @param safe done when all replicas have it; failed when that is not so: then it may be handed in again
     */
    record Taken(String id, boolean duplicate, CompletableFuture<Void> safe) implements Receipt {}

    /** Another text under the same id is on its way: this one must wait for it. */
    record NotNow(String id) implements Receipt {}

    /** What was taken before this start cannot be looked up yet: it might be taken twice. */
    record NotYet() implements Receipt {}

    /** A request seen before, whose document has another text by now. */
    record Superseded(String id) implements Receipt {}
}
