package topfive.standalone.command;

import picocli.CommandLine.Option;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.dashboard.Digest;
import topfive.standalone.Surroundings;

/** In which form an edition is printed; text for a person unless said. */
final class Form {
    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Option(names = "--md", description = "As Markdown.")
    private boolean markdown;

    @Option(names = "--explain", description = "With the parts of each score and what missed.")
    private boolean explain;

    void print(Edition edition, Surroundings to) {
        if (json) {
            to.out().print(Json.pretty(edition));
        } else {
            to.out().print(markdown ? Digest.markdown(edition, "") : EditionText.of(edition, explain, to.terminal()));
        }
        to.out().flush();
    }
}
