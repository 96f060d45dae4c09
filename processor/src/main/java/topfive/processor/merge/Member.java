package topfive.processor.merge;

/** A claim of the day with what is compared of it. */
record Member(Claim claim, Node node) {
    String id() {
        return claim.id();
    }

    Resemblance to(Member other) {
        return Resemblance.between(node, other.node);
    }
}
