package topfive.ingest.transcript;

import java.util.Optional;

/**
 * A bit of speech in order: one caption, one line, one paragraph.
 *
 * @param speaker empty: as before; "": somebody else, unknown who
 * @param paragraph begins a new turn even where the speaker stays
 */
record Piece(Optional<String> speaker, Long startMs, Long endMs, String text, boolean paragraph) {
    Piece saidBy(String name, String words) {
        return new Piece(Optional.of(name), startMs, endMs, words, paragraph);
    }
}
