package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Turn;
import topfive.contract.Json;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;

/**
 * One conversation in every form, and under names and types that lie about the form: the same speakers say the same words, at the same
 * milliseconds where the form carries times.
 */
class ConversationTest {
    private static final Path FOLDER = Path.of("src/test/resources/conversation");
    private static CopyDesk desk;

    @BeforeAll
    static void load() {
        desk = new CopyDesk(Languages.load());
    }

    /** What a form can say. */
    private record Said(String speaker, Long startMs, Long endMs, Kind kind, String text) {
        private Said without(boolean start, boolean end) {
            return new Said(speaker, start ? startMs : null, end ? endMs : null, kind, text);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void the_turns_are_the_same(String name) throws IOException, Unreadable {
        var bytes = Files.readAllBytes(FOLDER.resolve(name));
        var text = new String(bytes, StandardCharsets.UTF_8);
        boolean ends = text.contains("-->") || text.contains("endTime");
        boolean starts = ends || text.contains("0:22");

        assertThat(said(new CopyDesk.Copy(bytes, "", "", name, "", List.of(), true)))
                .isEqualTo(expected().stream()
                        .map(turn -> turn.without(starts, ends))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void what_the_server_says_it_is_changes_nothing(String name) throws IOException, Unreadable {
        var bytes = Files.readAllBytes(FOLDER.resolve(name));
        var named = said(new CopyDesk.Copy(bytes, "", "", name, "", List.of(), true));

        for (var type : List.of("text/vtt", "application/x-subrip", "application/json", "text/html", "text/plain")) {
            assertThat(said(new CopyDesk.Copy(bytes, type, "", "transcript", "", List.of(), true)))
                    .as(type)
                    .isEqualTo(named);
        }
    }

    private static List<Said> said(CopyDesk.Copy copy) throws Unreadable {
        return ((Reading.Spoken) desk.read(copy).body())
                .turns().stream().map(ConversationTest::said).toList();
    }

    private static Said said(Turn turn) {
        return new Said(turn.speaker(), turn.startMs(), turn.endMs(), turn.kind(), turn.text());
    }

    private static List<Said> expected() throws IOException {
        var expected = new ArrayList<Said>();
        for (JsonNode turn :
                Json.MAPPER.readTree(FOLDER.resolve("expected.json").toFile())) {
            expected.add(Json.MAPPER.treeToValue(turn, Said.class));
        }
        return expected;
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("expected.json"))
                    .sorted()
                    .toList();
        }
    }
}
