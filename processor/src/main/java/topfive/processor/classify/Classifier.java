package topfive.processor.classify;

public final class Classifier {
    public Classification classify(String c, float[] v) {
        return new Classification(java.util.List.of(), java.util.List.of());
    }
}
