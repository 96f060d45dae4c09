package topfive.processor;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import topfive.contract.Document;
import topfive.contract.TimedWork;
import topfive.processor.merge.Reading;
import topfive.processor.read.DocumentReader;

/**
 * Reads a document on a thread of its own, so that one that would be read for ever holds nobody up. A net only: the worst text found that fits into
 * a document takes 1.5 s, a conversation as long as may be 0.7 s, and whether a document is read must not depend on the machine.
 */
final class ReadInTime {
    /** Processor time. */
    static final Duration BUDGET = Duration.ofSeconds(2);
    /**
     * Less than a transaction may last, so that what is dead-lettered still gets into one; not on a machine that lets nobody work: there the
     * transaction is repeated.
     */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TimedWork timed;

    ReadInTime() {
        this(BUDGET, PATIENCE);
    }

    ReadInTime(Duration budget, Duration patience) {
        this.timed = new TimedWork("topfive-reading", budget, patience);
    }

    Reading read(DocumentReader reader, Document document, LocalDate closed) {
        try {
            return timed.run(() -> reader.read(document, closed));
        } catch (TimeoutException e) {
            throw new Guard.Refusal("too-slow", "to read it " + e.getMessage());
        } catch (InterruptedException e) {
            throw new InterruptException("left unread: the service stops", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
