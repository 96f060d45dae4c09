/** Newsletters as mail files: from MIME to what they say. Open {@link topfive.ingest.mail.Newsletter}. */
package topfive.ingest.mail;
