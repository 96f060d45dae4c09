package topfive.processor.encode;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The sentence encoder all-MiniLM-L6-v2, quantised, 384 numbers; English; what goes beyond 256 tokens is not read.
 *
 * <p>One text per call, never a batch: quantisation scales by the batch, so that a text's vector would depend on its neighbours (cosine
 * 0.99 between batches of 1 and 32: measured). One native thread per call, because more only spin; to use more cores call it from more
 * threads, it is safe for that. Both model files come from the class path, nothing is fetched.
 */
public final class MiniLm implements Encoder, AutoCloseable {
    private static final String ID = "all-minilm-l6-v2-q/2";
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final Map<String, String> CUT = Map.of("truncation", "true", "maxLength", "256", "padding", "false");

    private final OrtEnvironment runtime;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final WordSpace space = WordSpace.load();
    /** Who is encoding just now: native memory that is freed while it is in use takes the whole JVM down. */
    private int users;

    private boolean closed;

    private MiniLm(OrtEnvironment runtime, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.runtime = runtime;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /** Takes about a second and 120 MB; one per process is enough. Close it. */
    public static MiniLm load() {
        callNobody();
        var runtime = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions();
                var words = resource(TOKENIZER);
                var model = resource(MODEL)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var tokenizer = HuggingFaceTokenizer.newInstance(words, CUT);
            return new MiniLm(runtime, runtime.createSession(model.readAllBytes(), options), tokenizer);
        } catch (OrtException e) {
            throw new IllegalStateException("sentence encoder " + ID + " does not start: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("sentence encoder " + ID + " cannot be read from the class path", e);
        }
    }

    @Override
    public float[] encode(String text) {
        return using(() -> {
            var tokens = tokenizer.encode(text);
            return whole(run(tokens), tokens);
        });
    }

    @Override
    public Encoding encodeWords(String text) {
        return using(() -> {
            var tokens = tokenizer.encode(text);
            var pieces = run(tokens);
            return new Encoding(whole(pieces, tokens), space.words(tokens.getIds(), pieces));
        });
    }

    /** @return 384 numbers for each piece of the text */
    float[][] pieces(String text) {
        return run(tokenizer.encode(text));
    }

    long[] ids(String text) {
        return tokenizer.encode(text).getIds();
    }

    /** @throws Closed once it is */
    private <T> T using(Supplier<T> task) {
        enter();
        try {
            return task.get();
        } finally {
            leave();
        }
    }

    private synchronized void enter() {
        if (closed) {
            throw new Closed(ID);
        }
        users++;
    }

    private synchronized void leave() {
        users--;
        notifyAll();
    }

    private float[][] run(ai.djl.huggingface.tokenizers.Encoding tokens) {
        try (var ids = tensor(tokens.getIds());
                var mask = tensor(tokens.getAttentionMask());
                var types = tensor(tokens.getTypeIds());
                var output = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return ((float[][][]) output.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new IllegalStateException("sentence encoder " + ID + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public String id() {
        return ID;
    }

    /** Waits for those who are encoding. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            while (users > 0) {
                wait();
            }
            tokenizer.close();
            session.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody still encodes: the memory stays
        } catch (OrtException e) {
            throw new IllegalStateException("sentence encoder " + ID + " does not close: " + e.getMessage(), e);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(runtime, new long[][] {row});
    }

    private static float[] whole(float[][] perToken, ai.djl.huggingface.tokenizers.Encoding tokens) {
        var mask = tokens.getAttentionMask();
        var sum = new float[perToken[0].length];
        for (int t = 0; t < perToken.length; t++) {
            for (int i = 0; i < sum.length && mask[t] == 1; i++) {
                sum[i] += perToken[t][i];
            }
        }
        return unit(sum); // so dividing by the number of tokens would change nothing
    }

    static float[] unit(float[] vector) {
        double square = 0;
        for (float x : vector) {
            square += (double) x * x;
        }
        double length = square == 0 ? 1 : Math.sqrt(square);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    private static InputStream resource(String name) throws IOException {
        var stream = MiniLm.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException(name + " is missing");
        }
        return stream;
    }

    /** The tokenizer's library reports to its makers when it is loaded (seen: a connection to the cloud's metadata address). */
    private static void callNobody() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }
}
