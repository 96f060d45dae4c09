package topfive.processor.merge;

import topfive.processor.encode.Encoder;

/** A text as it is compared: its vector, its words as they are meant, and its wording, worked out once. */
public record Node(String id, String text, Vector vector, Words words, Wording wording) {
    public static Node of(String id, String text, Vector vector, Words words) {
        return new Node(id, text, vector, words, Wording.of(text));
    }

    public static Node of(String id, String text, Encoder encoder) {
        var encoding = encoder.encodeWords(text);
        return of(id, text, Vector.of(encoding.whole()), Words.of(encoding));
    }

    public static Node of(Claim claim) {
        return of(claim.id(), claim.insight().claim(), claim.vector(), claim.words());
    }
}
