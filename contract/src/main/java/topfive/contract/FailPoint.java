package topfive.contract;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Named places where this process can be made to end as it would in a power cut: {@code -Dtopfive.fail=NAME} ends it where it passes for the
 * first time, {@code NAME:3} at the third. For the chaos runs; without the property they do nothing.
 */
public final class FailPoint {
    /** As kill -9 leaves it. */
    public static final int STATUS = 137;

    private static final String WANTED = System.getProperty("topfive.fail", "");
    private static final Map<String, AtomicInteger> PASSED = new ConcurrentHashMap<>();

    private FailPoint() {}

    /** Whether there is one in this process. */
    public static boolean isSet() {
        return !WANTED.isEmpty();
    }

    public static void at(String name) {
        if (isSet() && hits(WANTED, name)) {
            Runtime.getRuntime().halt(STATUS); // no hook, no finally
        }
    }

    private static boolean hits(String wanted, String name) {
        var colon = wanted.indexOf(':');
        var place = colon < 0 ? wanted : wanted.substring(0, colon);
        var pass = colon < 0 ? 1 : Integer.parseInt(wanted.substring(colon + 1));
        return place.equals(name)
                && PASSED.computeIfAbsent(name, each -> new AtomicInteger()).incrementAndGet() == pass;
    }
}
