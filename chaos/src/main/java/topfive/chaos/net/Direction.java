package topfive.chaos.net;

/** Which way bytes go through a {@link Proxy}. */
public enum Direction {
    TO_SERVER,
    TO_CLIENT
}
