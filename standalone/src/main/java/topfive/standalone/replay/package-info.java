/** Past days by other rules, and what would have been different. Open {@link topfive.standalone.replay.Replay}. */
package topfive.standalone.replay;
