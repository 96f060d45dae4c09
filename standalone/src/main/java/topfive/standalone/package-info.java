/** The {@code topfive} command: everything in one JVM on an embedded broker, or each service alone. Start at Topfive. */
package topfive.standalone;
