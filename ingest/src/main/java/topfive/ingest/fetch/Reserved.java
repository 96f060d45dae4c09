package topfive.ingest.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.LooseJson;

/**
 * Where a publisher reserves the right to text and data mining: {@code /.well-known/tdmrep.json} and {@code tdm-reservation: 1} (W3C
 * community report TDMRep), and the customary {@code X-Robots-Tag: noai}.
 *
 * @param rules in the order of the file; the first that matches a path decides
 */
record Reserved(List<Rule> rules) {
    static final Reserved NOTHING = new Reserved(List.of());

    private static final int MOST = 1_000;
    private static final Set<String> NO_AI = Set.of("noai", "noimageai");

    /** @param location a path with the wildcards of robots.txt */
    record Rule(String location, boolean isReserved) {
        boolean matches(HttpUrl at) {
            var forbidding = new SimpleRobotRules(RobotRulesMode.ALLOW_SOME);
            forbidding.addRule(location.startsWith("/") || location.startsWith("*") ? location : "/" + location, false);
            return !forbidding.isAllowed(at.toString());
        }
    }

    /** What is no list of rules, say a page that stands for a missing file, reserves nothing. */
    static Reserved read(byte[] file) {
        var rules = new ArrayList<Rule>();
        try {
            for (var rule : LooseJson.read(Encoding.decode(file, "application/json; charset=utf-8"))) {
                var location = rule.path("location").asText();
                if (!location.isBlank() && rules.size() < MOST) {
                    rules.add(new Rule(location, rule.path("tdm-reservation").asInt() == 1));
                }
            }
        } catch (JsonProcessingException e) {
            return NOTHING;
        }
        return new Reserved(List.copyOf(rules));
    }

    /** The location that reserves this address. */
    Optional<String> over(HttpUrl at) {
        return rules.stream()
                .filter(rule -> rule.matches(at))
                .findFirst()
                .filter(Rule::isReserved)
                .map(Rule::location);
    }

    static boolean by(Answer answer) {
        return answer.header("tdm-reservation").equals("1")
                || answer.headers().values("X-Robots-Tag").stream()
                        .flatMap(header ->
                                Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")))
                        .anyMatch(tag -> NO_AI.contains(forAll(tag)));
    }

    /** {@code otherbot: noai} is for others. */
    private static String forAll(String tag) {
        var meant = tag.strip();
        return meant.startsWith("topfive:")
                ? meant.substring("topfive:".length()).strip()
                : meant;
    }
}
