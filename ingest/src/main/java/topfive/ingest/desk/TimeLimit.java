package topfive.ingest.desk;

import topfive.ingest.text.Unreadable;

/** How long one document may take to be read. The desk knows no clock: who does, hands in one of these. */
public interface TimeLimit {
    /** As long as it takes. */
    TimeLimit NONE = new TimeLimit() {
        @Override
        public <T> T within(String name, Work<T> work) throws Unreadable {
            return work.done();
        }
    };

    /** The reading of one document. */
    interface Work<T> {
        T done() throws Unreadable;
    }

    /**
     * @param name of the document, for the message
     * @throws Unreadable what the work throws; {@code too-slow} where the time is over, {@code failed} where a reader broke down over it
     */
    <T> T within(String name, Work<T> work) throws Unreadable;
}
