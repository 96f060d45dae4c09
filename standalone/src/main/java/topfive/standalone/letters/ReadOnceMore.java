package topfive.standalone.letters;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.apache.kafka.common.KafkaException;
import topfive.contract.DeadLetter;
import topfive.ingest.SecondReading;
import topfive.ingest.fetch.HttpWeb;
import topfive.standalone.ForIngest;
import topfive.standalone.Refusal;
import topfive.standalone.config.Configuration;
import topfive.standalone.topic.Broker;

/** Ingest's second reading, for the sources of the configuration in force. */
public final class ReadOnceMore implements Replay.Reader, AutoCloseable {
    private final Broker broker;
    private final Configuration configuration;
    private final InstantSource clock;
    /** Reads all that is known first, so it is made when it is needed. */
    private SecondReading reading;

    public ReadOnceMore(Broker broker, Configuration configuration, InstantSource clock) {
        this.broker = broker;
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    public String read(DeadLetter letter) {
        try {
            reading = reading == null ? begun() : reading;
            return reading.read(letter);
        } catch (KafkaException e) {
            throw Refusal.failed(e.getMessage(), Replay.REMEDY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted", Replay.REMEDY, e);
        }
    }

    private SecondReading begun() {
        var settings = ForIngest.settings(configuration, false);
        var metrics = new SimpleMeterRegistry();
        var web = new HttpWeb(settings.allowPrivate(), settings.contact(), clock, metrics);
        return SecondReading.on(settings, broker.clientProperties(), web, clock, metrics);
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.close();
        }
    }
}
