/** Transcripts of every form to turns. Start at {@link topfive.ingest.transcript.Transcript}. */
package topfive.ingest.transcript;
