package topfive.standalone.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import topfive.processor.classify.Taxonomy;
import topfive.processor.merge.Rules;
import topfive.standalone.config.OwnTaxonomy;
import topfive.standalone.config.RulesFile;

/** The flags by which a user judges by rules and labels of his own. */
final class Standards {
    @Option(names = "--rules", paramLabel = "FILE", description = "Thresholds and weights of your own, as YAML.")
    private String rules;

    @Option(
            names = "--taxonomy",
            paramLabel = "FILE",
            description = "Labels of your own instead of media topics and themes, as JSON.")
    private String taxonomy;

    /** As settings, to lie over those of the file; paths are from where the user stands. */
    Map<String, String> flags(Path here) {
        var flags = new HashMap<String, String>();
        if (rules != null) {
            flags.put("rules", here.resolve(rules).toString());
        }
        if (taxonomy != null) {
            flags.put("taxonomy", here.resolve(taxonomy).toString());
        }
        return flags;
    }

    Rules rules(Path here) {
        return rules == null ? Rules.CURRENT : RulesFile.read(here.resolve(rules));
    }

    Optional<Taxonomy> taxonomy(Path here) {
        return Optional.ofNullable(taxonomy).map(here::resolve).map(OwnTaxonomy::read);
    }
}
