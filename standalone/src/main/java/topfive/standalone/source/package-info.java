/** The sources as an operator keeps them: found, tried, listed, and written into topfive.yml. Open {@link topfive.standalone.source.SourcesText}. */
package topfive.standalone.source;
