/** The real web, fetched politely and safely: which addresses may be reached, how much is read, how long to wait. */
package topfive.ingest.fetch;
