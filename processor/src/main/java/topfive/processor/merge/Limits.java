package topfive.processor.merge;

/**
 * What keeps the largest story from taking long.
 *
 * @param together average link compares all pairs: what is larger is cut at stricter ties first
 * @param nearest so many ties of each text count, the nearest ones
 */
record Limits(int together, int nearest) {
    static final Limits CURRENT = new Limits(600, 100);
}
