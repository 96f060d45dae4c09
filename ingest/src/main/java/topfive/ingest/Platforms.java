package topfive.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sites on which others speak. The rules are those of {@code platforms.v1.txt}; the first that fits decides. */
record Platforms(List<Rule> rules) {
    /**
     * @param byHost who speaks is named by the host, else by the path
     * @param address host and path; its last group is who speaks
     */
    private record Rule(boolean byHost, Pattern address) {
        static Rule of(String line) {
            var address = Pattern.quote(line).replace("*", "\\E([^/?&#]+)\\Q");
            return new Rule(line.startsWith("*"), Pattern.compile(address + "(?:[/?&#].*)?"));
        }
    }

    static Platforms load() {
        return new Platforms(
                OwnersFile.lines("platforms.v1.txt").stream().map(Rule::of).toList());
    }

    /** @return the owner that the platform's address names, in lower case; empty where it is no platform, or the platform's own page */
    Optional<String> whose(String host, String domain, String url) {
        var address = host + url.replaceFirst("(?i)^[a-z]+://[^/?#]*", "").toLowerCase(Locale.ROOT);
        return rules.stream()
                .map(rule -> whose(rule, host, domain, address))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> whose(Rule rule, String host, String domain, String address) {
        var fits = rule.address().matcher(address);
        if (!fits.matches()) {
            return Optional.empty();
        }
        var named = fits.group(fits.groupCount()).replaceFirst("\\.(rss|xml|json)$", "");
        return Optional.of(rule.byHost() ? host : domain + "/" + named);
    }
}
