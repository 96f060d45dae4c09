/** Dead letters: what lies there, and how it is tried again. Start at {@link topfive.standalone.letters.Replay}. */
package topfive.standalone.letters;
