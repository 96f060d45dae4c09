/** Whether a Kafka cluster can be reached, and if not, why, in one line. Open {@link topfive.standalone.reach.Reach}. */
package topfive.standalone.reach;
