/** One class for each command. They read their options, call one thing and print what it says. */
package topfive.standalone.command;
