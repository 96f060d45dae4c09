package topfive.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightTasksTest {
    @TempDir
    Path folder;

    @Test
    void sentences_come_back_in_order_with_wrapped_lines_joined() throws IOException {
        assertThat(answer("sentences", "[\"Dr. Ruiz left. It was a cold \\nnight.\",\"\"]"))
                .isEqualTo("[[\"Dr. Ruiz left.\",\"It was a cold night.\"],[]]");
    }

    @Test
    void extract_ranks_every_sentence_the_most_telling_first() throws IOException {
        var document =
                "{\"id\":\"x\",\"sents\":[\"It was late.\",\"The canal raised the canal toll.\",\"The canal toll paid.\"]}\n";
        assertThat(answer("extract", document)).contains("\"id\":\"x\"").contains("\"ranked\":[1,2,0]");
    }

    @Test
    void pairs_score_what_means_the_same_higher() throws IOException {
        var answer = answer("pairs", "{\"id\":\"1\",\"a\":\"Jobs were cut.\",\"b\":\"Jobs were cut.\"}\n");
        assertThat(answer).containsPattern("\"score\":(?:1\\.0|0\\.9999)");
    }

    @Test
    void classify_answers_with_one_label_of_the_given_taxonomy() throws IOException {
        Files.writeString(
                folder.resolve("taxonomy.json"),
                "{\"labels\":[{\"id\":\"b\",\"name\":\"bees\",\"definition\":\"hives, honey and swarms\"},"
                        + "{\"id\":\"s\",\"name\":\"sailing\",\"definition\":\"boats, masts and harbours\"}]}");
        Files.writeString(folder.resolve("items.jsonl"), "{\"id\":\"1\",\"text\":\"The swarm left its hive.\"}\n");
        var output = folder.resolve("out");
        assertThat(InsightTasks.run("classify", folder, output)).isTrue();
        assertThat(Files.readString(output)).contains("\"label\":\"b\"").contains("\"id\":\"1\"");
    }

    @Test
    void another_task_is_left_to_others() throws IOException {
        assertThat(InsightTasks.run("feeds", folder, folder.resolve("out"))).isFalse();
    }

    private String answer(String task, String input) throws IOException {
        var in = Files.writeString(folder.resolve("in"), input);
        var out = folder.resolve("out");
        assertThat(InsightTasks.run(task, in, out)).isTrue();
        return Files.readString(out);
    }
}
