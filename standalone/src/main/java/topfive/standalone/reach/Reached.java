package topfive.standalone.reach;

import java.util.List;

/**
 * The cluster answers, and so do the addresses that it advertises.
 *
 * @param brokers how many are alive
 * @param unreachable advertised addresses that do not answer, each with the reason; empty where all do
 */
public record Reached(int brokers, List<String> unreachable) implements Answer {
    public Reached {
        unreachable = List.copyOf(unreachable);
    }
}
