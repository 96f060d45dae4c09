/** From a document to its insights. Pure. Start at {@link topfive.processor.read.DocumentReader}. */
package topfive.processor.read;
