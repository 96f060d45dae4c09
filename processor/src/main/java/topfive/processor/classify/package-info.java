/** Which topics and themes a claim is about. Pure. Start at {@link topfive.processor.classify.Classifier}. */
package topfive.processor.classify;
