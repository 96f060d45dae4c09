/** The {@code topfive} command. Start at {@code Topfive}. */
package topfive.standalone;
