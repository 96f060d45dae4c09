/**
 * Which claims say the same, and how many independent voices say it. Pure: no Kafka, no clock. Start at
 * {@link topfive.processor.merge.Cell}.
 */
package topfive.processor.merge;
