/**
 * From a document to the claims in it that are worth knowing: sentences, then passages that stand alone. Pure text code. Start at {@link
 * topfive.processor.insight.Extractor}.
 */
package topfive.processor.insight;
