/**
 * From bytes to readable text: article pages, feeds, transcripts and plain files. Pure: no network, no clock. Start at
 * {@link topfive.ingest.text.CopyDesk}.
 */
package topfive.ingest.text;
