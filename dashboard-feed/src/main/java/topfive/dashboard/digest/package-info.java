/** An edition to be read away from the page. Start at {@code topfive.dashboard.Digest}. */
package topfive.dashboard.digest;
