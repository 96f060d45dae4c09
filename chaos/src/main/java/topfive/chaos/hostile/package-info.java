/** Records that mean no good among those that do. Start at {@link topfive.chaos.hostile.Hostile}. */
package topfive.chaos.hostile;
