/** The budgets, measured. One class for each question; README.md says how to run them and what came out. */
package topfive.bench;
