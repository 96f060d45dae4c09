package topfive.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.dashboard.Digest;
import topfive.standalone.Surroundings;
import topfive.standalone.trial.Members.Member;
import topfive.standalone.trial.Trial;

/** In which form an edition is printed; text for a person unless said. */
final class Form {
    @ArgGroup
    private Language language = new Language();

    /** One or the other; both are refused. */
    static final class Language {
        @Option(names = "--json", description = "As JSON.")
        private boolean json;

        @Option(names = "--md", description = "As Markdown.")
        private boolean markdown;
    }

    @Option(names = "--explain", description = "With the parts of each score and what missed.")
    private boolean explain;

    /** @param url where the page is read, "" where there is none */
    void print(Edition edition, String url, Surroundings to) {
        to.out().print(language.json ? Json.pretty(edition) : text(edition, url, to));
        to.out().flush();
    }

    void print(Trial trial, Surroundings to) {
        if (language.json && explain) {
            to.out().print(Json.pretty(withMembers(trial)));
            to.out().flush();
            return;
        }
        print(trial.edition(), "", to);
    }

    private String text(Edition edition, String url, Surroundings to) {
        return language.markdown ? Digest.markdown(edition, url) : EditionText.of(edition, explain, to.terminal());
    }

    private static ObjectNode withMembers(Trial trial) {
        ObjectNode edition = Json.MAPPER.valueToTree(trial.edition());
        for (var list : List.of("insights", "missed")) {
            edition.withArray(list).forEach(entry -> add((ObjectNode) entry, trial.members()));
        }
        return edition;
    }

    private static void add(ObjectNode entry, Map<String, List<Member>> members) {
        entry.set(
                "members",
                Json.MAPPER.valueToTree(
                        members.getOrDefault(entry.path("clusterId").asText(), List.of())));
    }
}
