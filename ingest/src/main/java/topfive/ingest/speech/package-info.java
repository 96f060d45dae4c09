/** Recordings without a transcript, written down by a program of the operator's choice. Open {@link topfive.ingest.speech.SpeechToText}. */
package topfive.ingest.speech;
