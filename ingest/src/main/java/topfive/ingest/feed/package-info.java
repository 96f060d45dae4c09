/** Feeds of every dialect to items. Start at {@link topfive.ingest.feed.FeedFile}. */
package topfive.ingest.feed;
