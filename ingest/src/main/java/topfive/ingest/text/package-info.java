/** What all readers share: bytes to characters, dates, links, languages, sentences, and what was read. Pure: no network, no clock. */
package topfive.ingest.text;
