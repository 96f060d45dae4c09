/** Documents that others hand in over HTTP: who may, how much, how often, and what they are told. Start at {@code PushApi}. */
package topfive.ingest.push;
