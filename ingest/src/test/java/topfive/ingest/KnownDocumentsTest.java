package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import topfive.contract.Topics;

class KnownDocumentsTest {
    private final Memory memory = new Memory();

    @Test
    void a_document_is_known_by_its_header_and_its_revision() {
        KnownDocuments.remember(memory, record("ce_id", "a1/h1".getBytes(StandardCharsets.UTF_8)));

        assertThat(memory.document("a1")).contains(new Memory.Known("h1", 3));
    }

    /** Kafka lets a header's value be null. */
    @Test
    void what_others_wrote_without_an_id_is_passed_over() {
        KnownDocuments.remember(memory, record("ce_id", null));
        KnownDocuments.remember(memory, record("other", new byte[0]));

        assertThat(memory.document("a1")).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> record(String header, byte[] value) {
        var document = "{\"schemaVersion\":1,\"revision\":3}".getBytes(StandardCharsets.UTF_8);
        var record = new ConsumerRecord<>(Topics.DOCUMENTS.name(), 0, 0, "a1", document);
        record.headers().add(header, value);
        return record;
    }
}
