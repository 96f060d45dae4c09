/** Documents in, five insights a day out. Start at {@code InsightTopology}. */
package topfive.processor;
