package topfive.processor.merge;

/** A claim of the day with its wording worked out once. */
record Node(Claim claim, Wording wording) {
    static Node of(Claim claim) {
        return new Node(claim, Wording.of(claim.insight().claim()));
    }

    String id() {
        return claim.id();
    }
}
