package topfive.standalone.cluster;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import topfive.contract.Topics;
import topfive.processor.Processor;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;

/**
 * Whether the processor's state is there as far as its group has read. With a topic of its own gone it would go on where it stood, and what
 * was read before would be missing from the days that are open, without a word.
 */
final class CheckState {
    private CheckState() {}

    static List<Finding> of(Broker broker) {
        try (var admin = broker.admin()) {
            var read = admin
                    .listConsumerGroupOffsets(Processor.APPLICATION)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .anyMatch(each ->
                            each.getValue() != null && each.getKey().topic().equals(Topics.DOCUMENTS.name()));
            var there = admin.listTopics().names().get();
            var gone = Processor.internalTopics().stream()
                    .filter(topic -> !there.contains(topic))
                    .toList();
            return read && !gone.isEmpty() ? List.of(partly(gone)) : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted while asking for the processor's topics", "start again", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException || e.getCause() instanceof AuthorizationException) {
                return List.of();
            }
            throw CheckCluster.wentAway(broker, e);
        }
    }

    private static Finding partly(List<String> gone) {
        return Finding.wrong(
                "the processor has read documents, but of what it made of them " + String.join(", ", gone)
                        + (gone.size() == 1 ? " is" : " are") + " gone: the days that are open would lack them",
                "stop all processors, delete the other topics that begin with " + Processor.APPLICATION
                        + "- (kafka-topics.sh) and the group (kafka-consumer-groups.sh --delete --group "
                        + Processor.APPLICATION + "), and start: all is read again, and what is published stands");
    }
}
