package topfive.processor.merge;

/** A text as it is compared: its vector and its wording, worked out once. */
public record Node(String id, String text, Vector vector, Wording wording) {
    public static Node of(String id, String text, Vector vector) {
        return new Node(id, text, vector, Wording.of(text));
    }

    public static Node of(Claim claim) {
        return of(claim.id(), claim.insight().claim(), claim.vector());
    }
}
