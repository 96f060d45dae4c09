/** What a claim is about: labels of a taxonomy, with how well they fit. Start at {@link topfive.processor.classify.Classifier}. */
package topfive.processor.classify;
