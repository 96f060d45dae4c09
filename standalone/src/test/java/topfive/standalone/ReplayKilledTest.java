package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.contract.DeadLetter;
import topfive.contract.FailPoint;
import topfive.contract.Topics;
import topfive.standalone.letters.Letters;

/** A replay of dead letters that dies on its way: a record is back and noted, or neither, and done again it is back once. */
class ReplayKilledTest {
    @TempDir
    private static Path folder;

    private static OnBroker on;

    @BeforeAll
    static void start() throws Exception {
        on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC);
    }

    @AfterAll
    static void close() {
        on.close();
    }

    @ParameterizedTest
    @CsvSource({
        "replay-sent, 0", // the record alone
        "replay-sent:2, 0", // and its note
        "replay-commit, 0",
        "replay-committed, 1"
    })
    void killed_anywhere_the_record_goes_back_once(String where, int done) throws Exception {
        var before = on.records(Topics.DOCUMENTS).size();
        var letter = DeadLetter.of(null, new byte[] {1}, "not-a-document", "read", "?", "topfive.documents.v1/0@1");
        try (var producer = on.broker.producer()) {
            var record = new ProducerRecord<byte[], byte[]>(
                    Topics.DEAD_LETTERS.name(), null, null, null, letter.bytes(), letter.headers());
            producer.send(record).get();
        }

        assertThat(replay(List.of("env", "JAVA_TOOL_OPTIONS=-Dtopfive.fail=" + where)))
                .isEqualTo(FailPoint.STATUS);
        assertThat(on.records(Topics.DOCUMENTS)).hasSize(before + done);

        assertThat(replay(List.of())).isEqualTo(done == 1 ? Exit.NOTHING : Exit.OK);
        assertThat(on.records(Topics.DOCUMENTS)).hasSize(before + 1);
        assertThat(Letters.of(on.broker).waiting()).isEmpty();
    }

    private static int replay(List<String> before) throws Exception {
        var address = "kafka.bootstrap.servers=" + on.broker.address();
        try (var process =
                OwnProcess.start(folder, before, Topfive.class, "dead-letters", "replay", "--set", address)) {
            return process.end(60);
        }
    }
}
