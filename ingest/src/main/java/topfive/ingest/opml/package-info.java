/** Lists of subscriptions, OPML 2.0. Open {@link topfive.ingest.opml.Opml}. */
package topfive.ingest.opml;
