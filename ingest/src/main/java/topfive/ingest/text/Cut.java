package topfive.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import topfive.contract.Article.Paragraph;
import topfive.contract.Episode.Turn;
import topfive.contract.Limits;

/** Keeps a text within {@link Limits#TEXT}: cut at a sentence, and said so. */
public final class Cut {
    private Cut() {}

    public static Reading toLimit(Reading reading) {
        return to(Limits.TEXT, reading);
    }

    static Reading to(int limit, Reading reading) {
        var texts = reading.body().texts();
        int left = limit;
        int whole = 0;
        while (whole < texts.size() && bytes(texts.get(whole)) <= left) {
            left -= bytes(texts.get(whole++));
        }
        if (whole == texts.size()) {
            return reading;
        }
        var rest = head(texts.get(whole), left);
        var body = shortened(reading.body(), whole, rest);
        return new Reading(
                        reading.title(),
                        reading.author(),
                        reading.url(),
                        reading.site(),
                        reading.published(),
                        reading.language(),
                        reading.quality(),
                        true,
                        body,
                        reading.notes())
                .noting("longer than " + limit / 1024 + " KiB of text: cut at a sentence");
    }

    private static Reading.Body shortened(Reading.Body body, int whole, String rest) {
        if (body instanceof Reading.Written written) {
            var kept = new ArrayList<>(written.paragraphs().subList(0, whole));
            if (!rest.isEmpty()) {
                kept.add(new Paragraph(rest, written.paragraphs().get(whole).kind()));
            }
            return new Reading.Written(kept);
        }
        var spoken = (Reading.Spoken) body;
        var kept = new ArrayList<>(spoken.turns().subList(0, whole));
        if (!rest.isEmpty()) {
            kept.add(head(spoken.turns().get(whole), rest));
        }
        return new Reading.Spoken(kept, spoken.chapters(), spoken.audioUrl());
    }

    private static Turn head(Turn turn, String text) {
        var marks = turn.marks().stream()
                .filter(mark -> mark.offset() < text.length())
                .toList();
        return new Turn(turn.speaker(), turn.startMs(), turn.at(text.length()), text, turn.kind(), List.copyOf(marks));
    }

    /** The sentences from the start that fit. */
    private static String head(String text, int limit) {
        int end = 0;
        for (var span : Sentences.of(text.substring(0, Math.min(text.length(), limit)))) {
            boolean last = span.end() >= Math.min(text.length(), limit);
            if (!last && bytes(text.substring(0, span.end())) <= limit) {
                end = span.end();
            }
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
