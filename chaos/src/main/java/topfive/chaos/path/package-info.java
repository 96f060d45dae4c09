/** The whole product as it is used, killed again and again while documents come. */
package topfive.chaos.path;
