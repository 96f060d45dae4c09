package topfive.ingest.transcript;

/**
 * A line of a written transcript.
 *
 * @param speaker whom the markup names, "" where it names nobody; a label may still stand in the text
 * @param startMs null where the markup says no time
 * @param text "" between two paragraphs
 */
record TextLine(String speaker, Long startMs, String text) {
    static TextLine of(String text) {
        return new TextLine("", null, text);
    }

    TextLine with(String other) {
        return new TextLine(speaker, startMs, other);
    }
}
