/** An edition as a reader sees it: words, times and links, made once and written by the templates. Start at {@code DayView}. */
package topfive.dashboard.page;
