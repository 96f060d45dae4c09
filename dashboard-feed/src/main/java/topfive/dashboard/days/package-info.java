/** What is known of every day, held in memory. Start at {@code Days}; {@code FromKafka} fills it. */
package topfive.dashboard.days;
