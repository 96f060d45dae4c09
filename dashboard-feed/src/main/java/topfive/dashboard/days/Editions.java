package topfive.dashboard.days;

/** Where the days come from. Whoever implements it fills {@link Days} on a thread of its own. */
public interface Editions extends Archive, AutoCloseable {
    /** Caught up once, and reading since. */
    boolean ready();

    /** Why it is not ready, in one line; "" where it is. */
    default String missing() {
        return ready() ? "" : "the days are not read yet";
    }

    /** Records that could not be read and were passed over. */
    long unreadable();

    @Override
    void close();
}
