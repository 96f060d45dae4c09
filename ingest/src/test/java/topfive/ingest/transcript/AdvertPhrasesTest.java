package topfive.ingest.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Turn;

/** One sentence for each kind of phrase: none is hidden by the words that are looked for before it. */
class AdvertPhrasesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "This episode is sponsored by Quayside Coffee.",
                "This show was MADE POSSIBLE by the ropes of Lee and Sons.",
                "Today is presented by Quayside Coffee.",
                "Brought to you by Quayside Coffee.",
                "And now a word from our friends.",
                "Here is a message from our sponsors.",
                "Thanks to our sponsor.",
                "Thank you to Quayside Coffee for supporting us.",
                "Shoutout to our friends at the quay.",
                "Our first sponsor is Quayside Coffee.",
                "Support for this podcast comes from the harbour.",
                "I want to tell you about our new sponsor.",
                "Let's take a quick break.",
                "This is an ad.",
                "Anzeige.",
                "Und jetzt Werbung.",
                "Diese Folge wird präsentiert von Kaffee am Kai.",
                "The promo code is easy.",
                "Use code QUAY.",
                "Get twenty percent off.",
                "Start your free trial.",
                "It is quayside dot com.",
                "Visit quayside.example for more.",
                "Go to quayside.io today.",
                "Or quayside.fm/ann, which is shorter.",
                "Terms and conditions apply.",
                "There is a money-back guarantee.",
                "Say it at checkout.",
                "The link is in the show notes.",
                "You can cancel anytime.",
                "Just enter QUAY."
            })
    void an_advert_is_known_by_each_of_its_phrases(String sentence) {
        assertThat(Adverts.sells(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Welcome to another episode.",
                "Thanks so much for listening.",
                "I'm your host.",
                "If you enjoyed this, please subscribe.",
                "You can hear more on our website.",
                "Please rate it.",
                "Follow us on Spotify.",
                "Find us wherever there is a review.",
                "Leave a rating.",
                "Anywhere you get your podcasts.",
                "Share this episode.",
                "See you next week.",
                "That's it for today.",
                "That is all for now.",
                "Edited by Bo Park.",
                "Sign up for our newsletter.",
                "Until next time."
            })
    void what_every_episode_says_is_known_by_each_of_its_phrases(String sentence) {
        var talk = Stream.generate(() -> "The crane was late.").limit(60);
        var text =
                String.join(" ", Stream.concat(talk, Stream.of(sentence)).toList()) + " The crane was late.".repeat(60);

        var turns = Adverts.marked(List.of(new Turn(null, null, null, text, Kind.SPEECH, List.of())));

        assertThat(turns).extracting(Turn::kind).containsExactly(Kind.SPEECH, Kind.INTRO, Kind.SPEECH);
    }
}
