package topfive.standalone.config;

import java.nio.file.Path;
import topfive.processor.classify.Taxonomy;
import topfive.processor.classify.TaxonomyFile;
import topfive.standalone.Refusal;

/** The taxonomy that somebody brought along: {@code taxonomy} in topfive.yml, {@code --taxonomy} on the command line. */
public final class OwnTaxonomy {
    private OwnTaxonomy() {}

    /** @throws Refusal with exit status 5, naming the file, the line and the field that is wrong */
    public static Taxonomy read(Path file) {
        try {
            return TaxonomyFile.read(file);
        } catch (IllegalArgumentException e) {
            throw Refusal.configuration(
                    e.getMessage(),
                    "name a JSON file like {\"labels\": [{\"id\": \"bees\", \"name\": \"beekeeping\", \"definition\": \"keeping bees: hives, honey\"}, ..]}");
        }
    }
}
