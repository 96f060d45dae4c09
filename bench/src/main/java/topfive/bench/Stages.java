package topfive.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.processor.choose.EditionOfDay;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.Encoding;
import topfive.processor.encode.MiniLm;
import topfive.processor.insight.Extractor;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Cells;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Rules;
import topfive.processor.read.DocumentReader;

/**
 * What each stage takes of a document of the sample day, in one thread and without Kafka: no stage but the encoder should take more than
 * 15 %. The topology says how a day stands at most five times a second and chooses at most once; here that is after every eighth document,
 * and the choice is shown by itself.
 */
public final class Stages {
    private static final int ROUNDS = 6;
    private static final int DOCUMENTS_A_TICK = 8;

    private Stages() {}

    public static void main(String[] args) throws IOException {
        var documents = SampleDay.documents().stream().map(Json::bytes).toList();
        try (var encoder = new Timed(MiniLm.load())) {
            var classifier = new Classifier(encoder);
            for (int i = 0; i < ROUNDS; i++) {
                measure(documents, encoder, classifier, i == ROUNDS - 1);
            }
        }
    }

    private static void measure(List<byte[]> documents, Timed encoder, Classifier classifier, boolean shown) {
        var days = new Day(ZoneOffset.UTC, Duration.ofMinutes(30));
        var extractor = new Extractor();
        var reader = new DocumentReader(extractor, encoder, classifier, Set.of("en"), days);
        var desk = new EditionOfDay.Desk("all", days, Rules.CURRENT, encoder.id());
        var cells = new Cells(Rules.CURRENT);
        var decode = new Spent();
        var extract = new Spent();
        var read = new Spent();
        var merge = new Spent();
        var choose = new Spent();
        encoder.spent = new Spent();
        var said = new ArrayList<CellDay>();
        int number = 0;
        for (var bytes : documents) {
            number++;
            var document = new Document[1];
            decode.on(() -> document[0] = Json.read(bytes, Document.class));
            extract.on(() -> extractor.extract(document[0]));
            var reading = new Reading[1];
            read.on(() -> reading[0] = reader.read(document[0], null));
            var day = reading[0].day();
            merge.on(() -> cells.place(reading[0]));
            if (number % DOCUMENTS_A_TICK == 0) {
                said.clear();
                merge.on(() -> said.addAll(cells.summaries(day, days.closesAt(day))));
                choose.on(() -> EditionOfDay.of(desk, day, Edition.Status.OPEN, 1, said, List.of()));
            }
        }
        if (shown) {
            var rest = read.sum() - extract.sum() - encoder.spent.sum();
            var all = decode.sum() + read.sum() + merge.sum();
            show("decode (guard)", decode.sum(), all, documents.size());
            show("extract", extract.sum(), all, documents.size());
            show("encode", encoder.spent.sum(), all, documents.size());
            show("classify, ids", rest, all, documents.size());
            show("merge", merge.sum(), all, documents.size());
            System.out.println("choose, once a second: " + choose);
            System.out.printf(Locale.ROOT, "%.0f documents/s of one core%n", 1000 * documents.size() / all);
        }
    }

    private static void show(String stage, double milliseconds, double all, int documents) {
        System.out.printf(
                Locale.ROOT,
                "%-16s %6.2f ms a document  %5.1f %%%n",
                stage,
                milliseconds / documents,
                100 * milliseconds / all);
    }

    /** An encoder that counts what it takes. */
    private static final class Timed implements Encoder, AutoCloseable {
        private final MiniLm encoder;
        private Spent spent = new Spent();

        private Timed(MiniLm encoder) {
            this.encoder = encoder;
        }

        @Override
        public float[] encode(String text) {
            var vector = new float[1][];
            spent.on(() -> vector[0] = encoder.encode(text));
            return vector[0];
        }

        @Override
        public Encoding encodeWords(String text) {
            var encoding = new Encoding[1];
            spent.on(() -> encoding[0] = encoder.encodeWords(text));
            return encoding[0];
        }

        @Override
        public String id() {
            return encoder.id();
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
