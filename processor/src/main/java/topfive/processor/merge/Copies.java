package topfive.processor.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The claims of one wording, earliest first: a text that a thousand sites carry is compared once. */
final class Copies {
    private final Node node;
    private final List<Claim> claims = new ArrayList<>();

    private int changes;
    private Part part;
    private int number;
    private Idea idea;

    Copies(Node node) {
        this.node = node;
    }

    Node node() {
        return node;
    }

    int size() {
        return claims.size();
    }

    Claim earliest() {
        return claims.get(0);
    }

    /** In which it was clustered last, and which of its texts it was; null where it is new. */
    Part part() {
        return part;
    }

    int number() {
        return number;
    }

    /** With which it was one idea there. */
    Idea idea() {
        return idea;
    }

    void nowIn(Part part, int number, Idea idea) {
        this.part = part;
        this.number = number;
        this.idea = idea;
    }

    /** Rises whenever somebody says it, or no longer does. */
    int changes() {
        return changes;
    }

    Stream<Member> members() {
        return claims.stream().map(claim -> new Member(claim, node));
    }

    void add(Claim claim) {
        changes++;
        int place = Collections.binarySearch(claims, claim, Claim.EARLIEST);
        claims.add(place < 0 ? -place - 1 : place, claim);
    }

    void remove(Claim claim) {
        changes++;
        claims.remove(Collections.binarySearch(claims, claim, Claim.EARLIEST));
    }
}
