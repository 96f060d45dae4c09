/** HTTP: which address answers what, and how an answer is sent. Start at {@code Routes}. */
package topfive.dashboard.web;
