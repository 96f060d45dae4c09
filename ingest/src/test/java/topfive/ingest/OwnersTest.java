package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose an address is decides what counts as an independent voice. */
class OwnersTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.harborledger.co.uk/news, harborledger.co.uk",
        "https://news.example.com/a, example.com",
        "https://gridlines.example/x, gridlines.example",
        "https://a.b.gridlines.example/x, gridlines.example",
        "http://127.0.0.1:80/x, 127.0.0.1",
        "notes/, ''"
    })
    void the_owner_of_an_address_is_its_registrable_domain(String url, String owner) {
        assertThat(Owners.of(url)).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.bbc.co.uk/news, https://podcasts.files.bbci.co.uk/p02nq0gn.rss",
        "https://www.azcentral.com/story, https://eu.usatoday.com/story",
        "https://www.manchestereveningnews.co.uk/x, https://www.mirror.co.uk/x",
        "https://www.wsj.com/x, https://feeds.thetimes.co.uk/x",
        "https://abcnews.go.com/x, https://abc7ny.com/x"
    })
    void sites_of_one_publisher_family_are_one_owner(String one, String other) {
        assertThat(Owners.of(one)).isEqualTo(Owners.of(other)).doesNotContain(".");
    }

    @ParameterizedTest
    @CsvSource({
        "https://someone.github.io/x, someone.github.io",
        "https://someone.substack.com/p/x, someone.substack.com",
        "https://someone.wordpress.com/2026/x, someone.wordpress.com",
        "https://someone.blogspot.com/x, someone.blogspot.com",
        "https://medium.com/@someone/a-text-1a2b, medium.com/@someone",
        "https://medium.com/feed/@someone, medium.com/@someone",
        "https://www.youtube.com/channel/UCabc, youtube.com/ucabc",
        "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc, youtube.com/ucabc",
        "https://feeds.megaphone.fm/ABC123, megaphone.fm/abc123",
        "https://feeds.simplecast.com/ab-cd, simplecast.com/ab-cd",
        "https://feeds.buzzsprout.com/123.rss, buzzsprout.com/123",
        "https://ourshow.libsyn.com/rss, ourshow.libsyn.com",
        "https://feeds.acast.com/public/shows/our-show?x=1, acast.com/our-show",
        "https://anchor.fm/s/ab12/podcast/rss, anchor.fm/ab12"
    })
    void on_a_platform_everybody_who_speaks_there_is_an_owner(String url, String owner) {
        assertThat(Owners.of(url)).isEqualTo(owner);
    }

    @Test
    void no_domain_is_of_two_families_and_every_one_is_registrable() {
        var seen = new HashMap<String, String>();
        var lines = OwnersFile.lines("families.v1.txt");
        assertThat(lines).hasSizeGreaterThan(60);
        for (var line : lines) {
            var name = line.substring(0, line.indexOf(':'));
            for (var domain : line.substring(name.length() + 1).strip().split(" ")) {
                assertThat(seen.put(domain, name)).as(domain).isNull();
                assertThat(Owners.of("https://news." + domain + "/x"))
                        .as(domain)
                        .isEqualTo(name);
            }
        }
    }
}
