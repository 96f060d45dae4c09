package topfive.ingest.transcript;

/**
 * One caption, as timed in a file.
 *
 * @param id "" where it has none
 * @param startMs null where the format says no time
 * @param speaker "" where unknown
 * @param text raw: markup and line breaks as in the file
 */
public record Cue(String id, Long startMs, Long endMs, String speaker, String text) {}
