/** The command {@code eval}: the product's own algorithms on labelled data. */
package topfive.standalone.eval;
