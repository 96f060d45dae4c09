/** A real Kafka broker inside our JVM, its data on disk. Open {@link topfive.standalone.broker.EmbeddedBroker}. */
package topfive.standalone.broker;
