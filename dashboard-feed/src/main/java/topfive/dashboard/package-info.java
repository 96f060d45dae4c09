/** The five as page, feeds, API and live stream. Start at {@code DashboardFeed}. */
package topfive.dashboard;
