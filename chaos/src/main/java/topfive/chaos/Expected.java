package topfive.chaos;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import topfive.contract.Day;

/**
 * What a run knows of what must be there.
 *
 * @param days whose FINAL editions must be there
 * @param sent what must stand in the log
 * @param zone by which the days were told apart
 * @param poison which records no stage can read
 * @param calm where an undisturbed run works; null for none
 */
public record Expected(
        List<LocalDate> days, Sent sent, Day zone, Predicate<ConsumerRecord<byte[], byte[]>> poison, Path calm) {
    public Expected {
        days = List.copyOf(days);
    }

    /** Held against the product's functions alone. */
    public static Expected of(List<LocalDate> days, Sent sent) {
        return new Expected(days, sent, World.DAYS, Workload::isPoison, null);
    }

    /** Held against an undisturbed run over the same log, too. */
    public Expected calmIn(Path folder) {
        return new Expected(days, sent, zone, poison, folder);
    }

    public Expected in(Day zone) {
        return new Expected(days, sent, zone, poison, calm);
    }

    public Expected poison(Predicate<ConsumerRecord<byte[], byte[]>> poison) {
        return new Expected(days, sent, zone, poison, calm);
    }
}
