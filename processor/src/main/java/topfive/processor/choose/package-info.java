/** The five of the day out of its clusters, and why. Pure. Start at {@link topfive.processor.choose.EditionOfDay}. */
package topfive.processor.choose;
