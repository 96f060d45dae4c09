/**
 * Texts as vectors, in this process and without a network. Start at {@link topfive.processor.encode.Encoder}; {@link
 * topfive.processor.encode.MiniLm} is the one in use.
 */
package topfive.processor.encode;
