package topfive.processor;

import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A stage that is made anew whenever Kafka Streams initialises it. After an aborted transaction a task is revived with the same objects, and
 * with the timers it had: neither what they remembered of that transaction nor those timers may go on.
 */
final class Afresh implements Processor<String, byte[], String, Outcome> {
    private final Duration every;
    private final Function<ProcessorContext<String, Outcome>, Stage> begins;
    private Stage stage;
    private Cancellable timer;

    /** @param begins makes the stage of what is stored */
    Afresh(Duration every, Function<ProcessorContext<String, Outcome>, Stage> begins) {
        this.every = every;
        this.begins = begins;
    }

    interface Stage {
        void process(Record<String, byte[]> record);

        /** @param now in milliseconds, by the clock of the machine */
        void tick(long now);
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        if (timer != null) {
            timer.cancel();
        }
        stage = begins.apply(context);
        timer = context.schedule(every, PunctuationType.WALL_CLOCK_TIME, now -> stage.tick(now));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        stage.process(record);
    }
}
