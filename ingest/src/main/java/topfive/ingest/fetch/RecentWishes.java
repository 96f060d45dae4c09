package topfive.ingest.fetch;

import java.util.LinkedHashMap;

/** The wishes of the origins visited last. A feed may name hosts without end, so that neither number nor size may grow with them. */
final class RecentWishes {
    private static final int MOST = 2_000;
    private static final long LARGEST = 16L * 1024 * 1024;

    private final LinkedHashMap<String, Wishes> wishes = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /** Null where the origin was not visited, or so long ago that it is forgotten. */
    synchronized Wishes get(String origin) {
        return wishes.get(origin);
    }

    synchronized void put(String origin, Wishes wanted) {
        var old = wishes.put(origin, wanted);
        size += wanted.size() - (old == null ? 0 : old.size());
        var oldest = wishes.values().iterator();
        while (wishes.size() > 1 && (wishes.size() > MOST || size > LARGEST)) {
            size -= oldest.next().size();
            oldest.remove();
        }
    }
}
