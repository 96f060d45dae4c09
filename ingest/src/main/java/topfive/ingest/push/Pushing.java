package topfive.ingest.push;

import java.util.ArrayList;
import java.util.List;

/**
 * What holds for those who push.
 *
 * @param passes who may; none: whoever reaches the address, which is then this machine alone
 * @param rate requests a second that one pass, or one address, may go on with
 * @param burst how many may come at once before that counts
 * @param callback where hubs reach this service from outside, e.g. {@code https://news.example}; "": WebSub is not used
 * @param callbackKey what the addresses and secrets of WebSub are made of; "": others after each start
 */
public record Pushing(List<Pass> passes, int rate, int burst, String callback, String callbackKey) {
    public static final Pushing PLAIN = new Pushing(List.of(), 50, 200, "", "");

    public Pushing {
        passes = List.copyOf(passes);
    }

    public Pushing with(Pass pass) {
        var all = new ArrayList<>(passes);
        all.add(pass);
        return new Pushing(all, rate, burst, callback, callbackKey);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Pushing" + passes + " " + rate + "/s " + callback;
    }
}
