/** The five for feed readers: RSS, Atom and JSON Feed, of insights and of days. Start at {@code Channel}. */
package topfive.dashboard.feed;
