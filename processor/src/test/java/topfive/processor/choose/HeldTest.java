package topfive.processor.choose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.processor.merge.Facts;

/** What readers were told yesterday is no news today in other words; what they were not told is. */
class HeldTest {
    private static final LocalDate DAY = LocalDate.parse("2026-10-15");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alarms fell by 12%                 | alarms fell by 12 percent",
                "alarms fell by 12 %                | alarms fell by twelve per cent",
                "it earned $4.1 billion             | it earned 4.1bn dollars",
                "it earned $4,100 million           | it earned $4.1bn",
                "it earned €3 billion               | it earned 3 billion euros",
                "it cost $1,300,000                 | it cost $1.3 million",
                "it cost $48k                       | it cost $48,000",
                "1.3 million people moved           | 1,300,000 people moved",
                "it cut 600 jobs                    | it cut 600 positions",
                "it serves 600 customers            | six hundred households are served",
                "claims fell to 19.8% of houses     | claims fell to nearly 20% of houses",
                "half of the alarms are false       | 50% of the alarms are false",
                "two thirds of all bills rose       | 67% of all bills rose",
                "75% of all bills rose              | three quarters of all bills rose",
                "three quarters of all bills rose   | 75% of all bills rose",
                "the plant closes on 14 March       | the plant closes on March 14th",
                "the plant closes on 14 March       | the plant closes on Mar. 14",
                "the plant closed in March 2025     | the plant closed in March of 2025",
                "so said Dr Mara Voss of it         | so said Voss of it",
                "so said Voss of it                 | so said Dr Mara Voss of it",
                "so said Halden Health of it        | so said Halden of it",
                "so said Halden of it               | so said Halden Health of it",
                "the National Grid Monitor said so  | the NGM said so",
                "the plant closed                   | the plant closed on Wednesday",
                "the plant closed                   | the plant closed today",
                "the plant closed                   | the plant closed on 15 October",
                "the plant closed                   | the plant closed in 2026",
            })
    void no_news(String told, String says) {
        assertThat(news(told, says)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alarms fell by 12%                 | alarms fell by 13%                    | 13%",
                "alarms fell by 14%                 | alarms fell by about 10%              | 10%",
                "claims fell to 19.8% of houses     | claims fell to 20% of houses          | 20%",
                "it earned $4.1 billion             | it earned $4.1 million                | $4.1m",
                "it earned $4.1 billion             | it earned €4.1 billion                | €4.1bn",
                "it cut 600 jobs                    | it cut 650 jobs                       | 650 job",
                "it took three weeks                | it took three wards                   | 3 ward",
                "12% of alarms are false            | 12 nurses left                        | 12 nurse",
                "the plant closes on 14 March       | the plant closes on 21 March          | 21 march",
                "so said Dr Mara Voss of it         | so said Jonas Reyle of it             | Jonas Reyle",
                "it is true of Port Verrin          | it is true of Port Amaro              | Port Amaro",
                "quality counts                     | so said Ali and others                | Ali",
            })
    void news(String told, String says, String what) {
        assertThat(news(told, says)).containsExactly(what);
    }

    private static List<String> news(String told, String says) {
        var held = Held.by(List.of(told));
        var facts = Facts.of(says);
        return java.util.stream.Stream.of(
                        facts.figures().stream().filter(each -> !held.figure(each, says)),
                        facts.dates().stream().filter(each -> !held.date(each, DAY)),
                        facts.actors().stream().filter(each -> !held.actor(each)))
                .flatMap(each -> each)
                .toList();
    }
}
