/** Whatever comes in, by what it is: page, text or transcript. Start at {@link topfive.ingest.desk.CopyDesk}. */
package topfive.ingest.desk;
