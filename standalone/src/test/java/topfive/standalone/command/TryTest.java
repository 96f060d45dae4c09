package topfive.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.standalone.AtTerminal;

class TryTest {
    private static final String STATEMENTS = """
            What was said today

            Meta will cut 600 jobs at its research lab, because it wants products sooner, its chief said on Monday.
            The central bank kept its rate at 3.5 percent although prices rose by 4 percent in a year.
            Meta cuts 600 jobs at its research lab since it wants products sooner, its chief said on Monday.
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void statements_that_say_the_same_are_one_insight_in_their_own_words() throws Exception {
        Files.writeString(folder.resolve("said.txt"), STATEMENTS);

        assertThat(topfive("try", "--json", "--statements", "said.txt", "--day", "2026-10-14"))
                .isZero();

        var edition = Json.read(out.toString(), Edition.class);
        assertThat(edition.key()).isEqualTo("all/2026-10-14");
        assertThat(edition.counts().documents()).isEqualTo(3);
        assertThat(edition.counts().merged()).isEqualTo(1);
        assertThat(edition.insights())
                .anySatisfy(insight -> assertThat(insight.reports()).isEqualTo(2));
        assertThat(edition.insights())
                .allSatisfy(insight -> assertThat(STATEMENTS).contains(insight.claim()));
    }

    @Test
    void tomorrow_the_same_files_give_the_same_bytes() throws Exception {
        Files.writeString(folder.resolve("said.txt"), STATEMENTS);

        topfive("try", "--json", "--statements", "said.txt", "--day", "2026-10-14");
        var today = out.toString();
        out.getBuffer().setLength(0);
        topfive(
                InstantSource.fixed(Instant.parse("2026-11-23T09:30:00Z")),
                "try",
                "--json",
                "--statements",
                "said.txt",
                "--day",
                "2026-10-14");

        assertThat(out.toString()).isEqualTo(today);
    }

    @Test
    void explained_json_names_the_members_of_each_idea() throws Exception {
        Files.writeString(folder.resolve("said.txt"), STATEMENTS);

        topfive("try", "--json", "--explain", "--statements", "said.txt");

        assertThat(Json.MAPPER.readTree(out.toString()).at("/insights/0/members"))
                .hasSize(2);
    }

    @Test
    void what_cannot_be_read_is_named_and_the_rest_goes_on() throws Exception {
        Files.writeString(folder.resolve("said.txt"), STATEMENTS);
        Files.writeString(folder.resolve("empty.html"), "");

        assertThat(topfive("try", "--statements", "said.txt", "empty.html", "none.txt"))
                .isZero();
        assertThat(err.toString())
                .contains("not read: " + folder.resolve("empty.html"))
                .contains("not read: " + folder.resolve("none.txt") + " does not exist");
    }

    @Test
    void nothing_readable_ends_with_1_nothing_worth_reporting_with_3_and_nothing_named_with_2() throws Exception {
        Files.writeString(folder.resolve("thin.txt"), "Hello.\n\nLeave a comment below!\n");

        assertThat(topfive("try", "none.txt")).isEqualTo(1);
        assertThat(topfive("try", "thin.txt")).isEqualTo(3);
        assertThat(topfive("try")).isEqualTo(2);
    }

    @Test
    void newsletters_are_read_beside_everything_else_and_each_list_is_a_source_of_its_own() throws Exception {
        for (var each : List.of("a", "b")) {
            Files.writeString(
                    folder.resolve(each + ".eml"),
                    "From: Letter " + each + " <post@" + each + ".example>\nSubject: Jobs\nMessage-ID: <1@" + each
                            + ".example>\nDate: Wed, 14 Oct 2026 08:00:00 +0000\nContent-Type: text/html; charset=utf-8\n\n"
                            + "<html lang='en'><p>Ships now wait eleven days for a berth in the two largest ports of the coast,"
                            + " twice as long as in spring, the pilots' guild said on"
                            + " Monday.</p><p><a href='https://x.example/unsubscribe?1'>Leave this list</a></p>");
        }

        assertThat(topfive("try", "--json", ".")).isZero();

        var insight = Json.read(out.toString(), Edition.class).insights().get(0);
        assertThat(insight.reports()).isEqualTo(2);
        assertThat(insight.evidence())
                .extracting(evidence -> evidence.source().owner())
                .containsExactlyInAnyOrder("a.example", "b.example");
        out.getBuffer().setLength(0);
        assertThat(topfive("inspect", "article", "a.eml")).isZero();
        assertThat(out.toString())
                .startsWith("Jobs\nLetter a  2026-10-14T08:00Z  en")
                .doesNotContain("Leave");
    }

    @Test
    void ones_own_taxonomy_stands_in_for_ours_and_the_edition_names_it() throws Exception {
        Files.writeString(folder.resolve("said.txt"), STATEMENTS);
        Files.writeString(folder.resolve("desk.json"), """
                {"labels": [
                 {"id": "own:staff", "name": "Staff", "definition": "jobs: hiring, layoffs, pay and careers"},
                 {"id": "own:money", "name": "Money", "definition": "money: central banks, interest rates and prices"}]}
                """);

        assertThat(topfive("try", "--json", "--statements", "said.txt", "--taxonomy", "desk.json"))
                .isZero();

        var edition = Json.read(out.toString(), Edition.class);
        assertThat(edition.rulesVersion()).matches(".*\\+desk\\.json@[0-9a-f]{8}");
        assertThat(edition.insights())
                .flatExtracting(Edition.Ranked::topics)
                .extracting(label -> label.code() + " " + label.label())
                .containsOnly("own:staff Staff", "own:money Money");
        assertThat(edition.insights()).flatExtracting(Edition.Ranked::themes).isEmpty();
    }

    @Test
    void a_taxonomy_that_is_wrong_ends_with_5_and_names_line_and_field() throws Exception {
        Files.writeString(folder.resolve("said.txt"), STATEMENTS);
        Files.writeString(folder.resolve("desk.json"), "{\"labels\": [\n {\"id\": \"a\", \"name\": \"A\"}]}");

        assertThat(topfive("try", "--statements", "said.txt", "--taxonomy", "desk.json"))
                .isEqualTo(5);
        assertThat(err.toString()).contains("taxonomy desk.json, line 2: labels[0].definition: expected a text");
        assertThat(topfive("try", "--statements", "said.txt", "--taxonomy", "none.json"))
                .isEqualTo(5);
        assertThat(err.toString()).contains("taxonomy " + folder.resolve("none.json") + " cannot be read");
    }

    private int topfive(String... arguments) {
        return topfive(AtTerminal.NOON, arguments);
    }

    private int topfive(InstantSource clock, String... arguments) {
        return AtTerminal.topfive(folder, clock, out, err, arguments);
    }
}
