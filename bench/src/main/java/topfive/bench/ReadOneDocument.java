package topfive.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.MiniLm;
import topfive.processor.insight.Extractor;
import topfive.processor.insight.Passage;
import topfive.processor.merge.Reading;
import topfive.processor.read.DocumentReader;

/**
 * What the first stage spends on a document of the sample day, on one core: all of it, the extraction alone, and one sentence through the
 * encoder. Its reciprocal is the plain loop that Kafka is held against.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadOneDocument {
    private List<Document> documents;
    private List<String> sentences;
    private MiniLm encoder;
    private Extractor extractor;
    private DocumentReader reader;
    private int next;

    @Setup
    public void load() throws IOException {
        documents = SampleDay.documents();
        encoder = MiniLm.load();
        extractor = new Extractor();
        sentences = documents.stream()
                .flatMap(document -> extractor.extract(document).stream())
                .map(Passage::text)
                .toList();
        var days = new Day(ZoneOffset.UTC, Duration.ofMinutes(30));
        reader = new DocumentReader(extractor, encoder, new Classifier(encoder), Set.of("en"), days);
    }

    @TearDown
    public void close() {
        encoder.close();
    }

    @Benchmark
    public Reading extractEncodeClassify() {
        return reader.read(document(), null);
    }

    @Benchmark
    public List<Passage> extract() {
        return extractor.extract(document());
    }

    @Benchmark
    public float[] encodeOneSentence() {
        return encoder.encode(sentences.get(next++ % sentences.size()));
    }

    private Document document() {
        return documents.get(next++ % documents.size());
    }
}
