/** Topics as a person at a terminal reads and writes them. Open {@link topfive.standalone.topic.Broker}. */
package topfive.standalone.topic;
