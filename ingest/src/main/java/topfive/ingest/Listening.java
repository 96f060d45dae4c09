package topfive.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Request;
import topfive.ingest.fetch.Web;
import topfive.ingest.speech.Heard;
import topfive.ingest.speech.SpeechToText;

/**
 * Has recordings written down, one after the other, beside the visits: a recording may take half an hour. A visit that finds its recording
 * unheard goes on without it, and the next one asks again. What was heard is kept until it is asked for {@value #KEPT} recordings later.
 */
final class Listening implements EpisodeText.Hearing, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final int KEPT = 50;

    private final SpeechToText speech;
    private final Web web;
    private final Map<String, CompletableFuture<Heard>> asked = new LinkedHashMap<>();
    private final ExecutorService ear = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "ingest-speech");
        thread.setDaemon(true);
        return thread;
    });

    Listening(SpeechToText speech, Web web) {
        this.speech = speech;
        this.web = web;
    }

    @Override
    public Optional<Heard> hear(String audioUrl) {
        CompletableFuture<Heard> hearing;
        synchronized (asked) {
            forgetTheOldest();
            hearing = asked.computeIfAbsent(audioUrl, url -> CompletableFuture.supplyAsync(() -> listen(url), ear));
        }
        try {
            return hearing.isDone() ? Optional.of(hearing.get()) : Optional.empty();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("listen() throws nothing", e);
        }
    }

    private void forgetTheOldest() {
        var oldest = asked.entrySet().iterator();
        while (asked.size() > KEPT && oldest.hasNext()) {
            if (oldest.next().getValue().isDone()) {
                oldest.remove();
            }
        }
    }

    private Heard listen(String url) {
        try {
            var heard = speech.listen(url, this::bring);
            if (heard instanceof Heard.Failed failed) {
                LOG.warn("nothing heard url={} reason={} detail=\"{}\"", url, failed.reason(), failed.why());
            }
            return heard;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Heard.Failed("speech-failed", "the service stops");
        } catch (RuntimeException e) {
            LOG.error("listening failed url={}", url, e);
            return new Heard.Failed("speech-failed", e.toString());
        }
    }

    private Path bring(String url, Path folder) throws IOException, InterruptedException {
        if (!(web.get(Request.recording(url)) instanceof Fetched.Fresh fresh)) {
            throw new IOException("it was not had; the log of fetches names the cause");
        }
        return Files.write(folder.resolve("recording"), fresh.body());
    }

    @Override
    public void close() {
        ear.shutdownNow();
    }
}
