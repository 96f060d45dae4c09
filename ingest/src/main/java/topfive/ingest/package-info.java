/** Feeds, pages, transcripts and files in, documents out. Start at {@code Ingest}. */
package topfive.ingest;
