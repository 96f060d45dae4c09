/** Article pages to text. Start at {@link topfive.ingest.article.ArticlePage}. */
package topfive.ingest.article;
