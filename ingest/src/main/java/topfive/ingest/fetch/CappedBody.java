package topfive.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Takes a body up to a limit and hangs up beyond it. */
public final class CappedBody implements BodySubscriber<CappedBody.Taken> {
    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Taken> taken = new CompletableFuture<>();
    private Subscription subscription;

    public CappedBody(int limit) {
        this.limit = limit;
    }

    /** @param over there was more than the limit */
    public record Taken(byte[] bytes, boolean over) {}

    @Override
    public CompletionStage<Taken> getBody() {
        return taken;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            var chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.write(chunk, 0, Math.min(chunk.length, limit - bytes.size() + 1));
            if (bytes.size() > limit) {
                subscription.cancel();
                taken.complete(new Taken(bytes.toByteArray(), true));
                return;
            }
        }
    }

    @Override
    public void onError(Throwable error) {
        taken.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        taken.complete(new Taken(bytes.toByteArray(), false));
    }
}
