package topfive.standalone;

import java.util.Collection;
import java.util.Optional;
import topfive.contract.Day;
import topfive.processor.Pipeline;
import topfive.processor.classify.Classifier;
import topfive.processor.classify.Taxonomy;
import topfive.processor.encode.MiniLm;
import topfive.processor.merge.Rules;

/** What reads text: takes a second or two to load and needs no broker. One for each process; close it last. */
public record Analysis(MiniLm encoder, Classifier classifier) implements AutoCloseable {
    public static Analysis load() {
        return load(Optional.empty());
    }

    /** @param own to label by; empty: ours */
    public static Analysis load(Optional<Taxonomy> own) {
        var encoder = MiniLm.load();
        return new Analysis(
                encoder, own.map(it -> new Classifier(encoder, it)).orElseGet(() -> new Classifier(encoder)));
    }

    public Pipeline pipeline(Collection<String> languages, Day days) {
        return pipeline(languages, days, Rules.CURRENT);
    }

    public Pipeline pipeline(Collection<String> languages, Day days, Rules rules) {
        return Pipeline.with(encoder, classifier, languages, days, rules);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
