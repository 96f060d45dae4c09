package topfive.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Unreadable;

/** Each folder under {@code src/test/resources/feeds} is a dialect, or something that went wrong at somebody's. */
class FeedsInTheWildTest {
    private static final List<String> ABOUT = List.of("about", "contentType", "url");

    static List<FeedCase> cases() {
        return FeedCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_feed_says_what_its_folder_expects(FeedCase feed) throws Unreadable {
        var text = Encoding.decode(feed.bytes(), feed.contentType());
        assertThat(FeedFile.isFeed(text)).isTrue();
        compare(feed.expected(), Said.of(FeedFile.read(text, feed.url())), feed.name());
    }

    private static void compare(JsonNode expected, JsonNode said, String where) {
        for (var field : expected.properties()) {
            var place = where + "." + field.getKey();
            if (field.getKey().equals("items")) {
                assertThat(said.path("items").size())
                        .as(place)
                        .isEqualTo(field.getValue().size());
                for (int at = 0; at < field.getValue().size(); at++) {
                    compare(field.getValue().get(at), said.path("items").get(at), place + at);
                }
            } else if (!ABOUT.contains(field.getKey())) {
                assertThat(said.path(field.getKey())).as(place).isEqualTo(field.getValue());
            }
        }
    }
}
