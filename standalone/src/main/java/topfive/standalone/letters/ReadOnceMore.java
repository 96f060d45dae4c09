package topfive.standalone.letters;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import topfive.contract.DeadLetter;
import topfive.ingest.SecondReading;
import topfive.ingest.fetch.HttpWeb;
import topfive.standalone.ForIngest;
import topfive.standalone.Refusal;
import topfive.standalone.config.Configuration;
import topfive.standalone.topic.Broker;

/** Ingest's second reading, for the sources of the configuration in force. */
public record ReadOnceMore(SecondReading reading) implements Replay.Reader, AutoCloseable {
    private static final String REMEDY = "do it again: what was replayed is not replayed twice";

    public static ReadOnceMore on(Broker broker, Configuration configuration, InstantSource clock) {
        var settings = ForIngest.settings(configuration, false);
        var metrics = new SimpleMeterRegistry();
        var web = new HttpWeb(settings.allowPrivate(), settings.contact(), clock, metrics);
        return new ReadOnceMore(SecondReading.on(settings, broker.clientProperties(), web, clock, metrics));
    }

    @Override
    public String read(DeadLetter letter) {
        try {
            return reading.read(letter);
        } catch (IllegalStateException e) {
            throw Refusal.failed(e.getMessage(), REMEDY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted", REMEDY, e);
        }
    }

    @Override
    public void close() {
        reading.close();
    }
}
