package topfive.standalone;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topic;
import topfive.contract.Topics;
import topfive.processor.Processor;
import topfive.processor.encode.MiniLm;
import topfive.standalone.topic.CloseDay;

/** Days that were published on a broker by a processor that goes on, and somebody at a terminal. */
final class Published implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-08T12:00:00.123Z");

    final OnBroker on;
    final MiniLm encoder;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    private final Path folder;
    private final Processor processor;

    /** @param days how many are closed */
    Published(Path folder, int days) throws Exception {
        this.folder = folder;
        encoder = MiniLm.load();
        on = new OnBroker(folder.resolve("data"), ZoneId.of("UTC"), encoder);
        processor = on.processor(folder.resolve("state"), false, InstantSource.fixed(NOW));
        for (int i = 0; i < days; i++) {
            close(ThreeDays.FIRST.plusDays(i));
        }
    }

    Edition close(LocalDate day) throws Exception {
        on.send(ThreeDays.of(day));
        return CloseDay.on(on.broker, "all", day, OnBroker.PATIENCE).orElseThrow();
    }

    /** As they were written, the oldest first. */
    List<String> finals(LocalDate day) {
        return values(Topics.DAILY, "all/" + day);
    }

    List<String> values(Topic<?> topic, String key) {
        return on.records(topic).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(key))
                .map(record -> record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    Edition newest(LocalDate day) {
        var all = finals(day);
        return Json.read(all.get(all.size() - 1), Edition.class);
    }

    String rules(String text) throws Exception {
        var file = folder.resolve("rules-" + text.replaceAll("\\W+", "-") + ".yml");
        return Files.writeString(file, text).toString();
    }

    /** End offsets of all partitions, the internal ones but for those that the processor itself moves. */
    Map<String, Long> everything() throws Exception {
        var all = new TreeMap<String, Long>();
        try (var admin = on.broker.admin()) {
            var wanted =
                    new TreeMap<TopicPartition, OffsetSpec>(java.util.Comparator.comparing(TopicPartition::toString));
            for (var topic : admin.describeTopics(
                            Topics.ALL.stream().map(Topic::name).toList())
                    .allTopicNames()
                    .get()
                    .values()) {
                topic.partitions()
                        .forEach(each ->
                                wanted.put(new TopicPartition(topic.name(), each.partition()), OffsetSpec.latest()));
            }
            admin.listOffsets(wanted).all().get().forEach((where, at) -> all.put(where.toString(), at.offset()));
        }
        return all;
    }

    /** @return the exit status; what it said and talked starts anew */
    int topfive(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return AtTerminal.topfive(
                folder, InstantSource.fixed(NOW), out, err, here(arguments).toArray(String[]::new));
    }

    /** The same as arguments of a process of its own. */
    List<String> here(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--set", "kafka.bootstrap.servers=" + on.broker.address()));
        return all;
    }

    @Override
    public void close() {
        processor.close();
        on.close();
        encoder.close();
    }
}
