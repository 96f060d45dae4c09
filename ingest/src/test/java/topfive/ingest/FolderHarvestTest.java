package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Web;

class FolderHarvestTest {
    private static final Web NO_WEB = request -> Fetched.Failed.of("http-404", "nothing there");
    private static final String NEWS =
            "The ferry to the islands will run every hour from Monday on, because the new pier is finished, the county said.";

    @TempDir
    private Path root;

    private Path folder;
    private Desk desk;

    @BeforeEach
    void watch() throws IOException {
        folder = Files.createDirectory(root.resolve("inbox"));
        desk = watching(Instant.parse("2026-10-14T18:00:00Z"));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private Desk watching(Instant now) {
        var inbox = new Subscription("inbox", "Inbox", "inbox", "folder", Duration.ofMinutes(10), "");
        return new Desk(now, NO_WEB, true, Optional.empty(), root, inbox);
    }

    @Test
    void a_file_is_read_once_and_again_when_it_has_changed() throws IOException {
        written("a.txt", NEWS);
        written("b/a.txt", NEWS.replace("ferry", "bus"));
        look();
        look();
        written("a.txt", NEWS.replace("hour", "half hour"));
        look();
        Files.delete(folder.resolve("a.txt"));
        look();

        assertThat(desk.documents()).extracting(Document::revision).containsExactly(1, 1, 2);
        assertThat(desk.documents().get(2).id())
                .isEqualTo(desk.documents().get(0).id());
        assertThat(desk.documents().get(1).id())
                .isNotEqualTo(desk.documents().get(0).id());
        assertThat(desk.deadLetters()).isEmpty();
    }

    @Test
    void a_file_that_is_being_written_waits_until_it_stands_still() throws IOException {
        var file = folder.resolve("slow.txt");
        Files.writeString(file, "The ferry to the");
        desk.now = modified(file);
        look();
        assertThat(desk.documents()).isEmpty();
        assertThat(desk.states().get(0).detail()).isEqualTo("1 file is being written: read at the next look");

        Files.writeString(file, NEWS);
        desk.now = modified(file).plusSeconds(1);
        look();
        assertThat(desk.documents()).isEmpty();

        look();
        assertThat(desk.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.texts()).contains(NEWS));
    }

    @Test
    void what_is_renamed_into_place_is_whole() throws IOException {
        var part = Files.writeString(folder.resolve("new.txt.part"), NEWS);
        Files.setLastModifiedTime(part, FileTime.from(modified(part).minusSeconds(2)));
        var file = Files.move(part, folder.resolve("new.txt"));
        desk.now = modified(file).plusSeconds(1);
        look();

        assertThat(desk.documents()).hasSize(1);
    }

    @Test
    void what_nobody_has_written_to_for_five_seconds_is_whole() throws IOException {
        var file = Files.writeString(folder.resolve("old.txt"), NEWS);
        desk.now = modified(file).plusSeconds(5);
        look();

        assertThat(desk.documents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".hidden.txt",
                "a.txt~",
                "~$a.txt",
                "#a.txt#",
                "a.txt.part",
                "a.TMP",
                "a.crdownload",
                "a.filepart",
                ".git/a.txt",
                "__MACOSX/a.txt"
            })
    void what_programs_leave_while_they_write_is_not_read(String name) throws IOException {
        written(name, NEWS);
        look();

        assertThat(desk.documents()).isEmpty();
        assertThat(desk.deadLetters()).isEmpty();
    }

    @Test
    void nothing_outside_the_folder_is_read() throws IOException {
        var secret = Files.writeString(root.resolve("secret.txt"), NEWS);
        Files.createSymbolicLink(folder.resolve("a.txt"), secret);
        Files.createSymbolicLink(folder.resolve("all"), root);
        written("b/real.txt", NEWS.replace("ferry", "bus"));
        Files.createSymbolicLink(folder.resolve("c.txt"), folder.resolve("b/real.txt"));
        look();

        assertThat(desk.documents()).hasSize(1);
        assertThat(desk.states().get(0).detail()).isEqualTo("not read: a.txt is a link out of the folder, and 1 more");
    }

    @Test
    void folders_are_read_eight_deep() throws IOException {
        written("1/2/3/4/5/6/7/8/a.txt", NEWS);
        written("1/2/3/4/5/6/7/8/9/b.txt", NEWS.replace("ferry", "bus"));
        look();

        assertThat(desk.documents()).hasSize(1);
        assertThat(desk.states().get(0).detail()).isEqualTo("not read: 1/2/3/4/5/6/7/8/9 lies deeper than 8 folders");
    }

    @Test
    void what_cannot_be_read_is_one_dead_letter_however_often_it_is_looked_at() throws IOException {
        written("empty.txt", "");
        written("page.html", "<html><body><img></body></html>");
        look();
        Files.setLastModifiedTime(folder.resolve("empty.txt"), FileTime.from(Instant.parse("2026-10-14T16:00:00Z")));
        look();
        written("empty.txt", NEWS);
        look();

        assertThat(desk.deadLetters()).extracting(letter -> letter.reason()).containsExactly("empty", "no-text");
        assertThat(desk.deadLetters().get(1).bytes()).asString().isEqualTo("<html><body><img></body></html>");
        assertThat(desk.deadLetters().get(1).origin()).endsWith("/inbox/page.html");
        assertThat(desk.documents()).hasSize(1);
    }

    @Test
    void a_newsletter_is_a_source_of_its_own_and_one_issue_in_two_files_is_one_document() throws IOException {
        var mail = "From: Tide Letter <hello@tides.co.uk>\nSubject: Pier\nMessage-ID: <7@tides.co.uk>\n"
                + "List-Id: <weekly.tides.co.uk>\nDate: Wed, 14 Oct 2026 08:00:00 +0000\n\n" + NEWS;
        written("1.eml", mail);
        written("copy/2.eml", mail);
        look();

        assertThat(desk.documents()).singleElement().satisfies(document -> {
            assertThat(document.source().id()).isEqualTo("mail/weekly.tides.co.uk");
            assertThat(document.source().name()).isEqualTo("Tide Letter");
            assertThat(document.source().owner()).isEqualTo("tides.co.uk");
            assertThat(((Article) document).author()).isEqualTo("Tide Letter");
            assertThat(document.publishedAt()).isEqualTo("2026-10-14T08:00:00Z");
        });
    }

    /** Nobody remembers after a restart what was sent long ago: the same document comes again, and must not be today's news. */
    @Test
    void after_a_restart_the_same_files_are_the_same_documents_and_old_ones_are_no_news() throws IOException {
        var first = Instant.parse("2026-10-14T18:00:00Z");
        written("a.txt", NEWS);
        Files.setLastModifiedTime(folder.resolve("a.txt"), FileTime.from(first.minus(Duration.ofHours(1))));
        look();
        var before = desk.documents().get(0);
        desk.close();
        desk = watching(first.plus(Duration.ofDays(4)));
        look();

        var again = desk.documents().get(0);
        assertThat(before.backlog()).isFalse();
        assertThat(again.id()).isEqualTo(before.id());
        assertThat(again.contentHash()).isEqualTo(before.contentHash());
        assertThat(again.backlog()).isTrue();
    }

    @Test
    void an_undated_file_is_as_old_as_it_says_and_a_dated_one_as_its_text_says() throws IOException {
        var subscribed = desk.now;
        look();
        desk.now = subscribed.plus(Duration.ofDays(5));
        written("old.txt", NEWS);
        Files.setLastModifiedTime(folder.resolve("old.txt"), FileTime.from(subscribed.plus(Duration.ofDays(1))));
        written("mail.eml", "From: a@b.example\nMessage-ID: <1@b>\nDate: Mon, 19 Oct 2026 08:00:00 +0000\n\n" + NEWS);
        look();

        assertThat(desk.documents()).extracting(Document::backlog).containsExactly(false, true);
    }

    @Test
    void two_files_of_one_name_named_one_by_one_are_two_documents() throws IOException {
        written("a/x.txt", NEWS);
        written("b/x.txt", NEWS.replace("ferry", "bus"));
        try (var each = new Desk(
                desk.now,
                NO_WEB,
                Desk.source("x.txt", "file", folder.resolve("a/x.txt").toString()))) {
            each.ingest.harvestOnce();
            var first = each.documents().get(0).id();
            try (var other = new Desk(
                    desk.now,
                    NO_WEB,
                    Desk.source("x.txt", "file", folder.resolve("b/x.txt").toString()))) {
                other.ingest.harvestOnce();

                assertThat(other.documents())
                        .extracting(Document::id)
                        .isNotEmpty()
                        .doesNotContain(first);
            }
        }
    }

    @Test
    void a_folder_that_is_away_is_a_failed_visit_and_an_empty_one_says_so() throws IOException {
        look();
        Files.delete(folder);
        look();

        assertThat(desk.states()).extracting(state -> state.outcome()).containsExactly("fetched", "failed");
        assertThat(desk.states().get(0).detail()).isEqualTo(folder + " holds no files");
        assertThat(desk.states().get(1).detail()).isEqualTo(folder + " does not exist");
    }

    private void look() {
        desk.ingest.harvestOnce();
    }

    /** An hour before the first look, so that nobody can be writing it still. */
    private void written(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var before = Files.exists(file) ? modified(file) : Instant.parse("2026-10-14T17:00:00Z");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(before.plusSeconds(1)));
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }
}
