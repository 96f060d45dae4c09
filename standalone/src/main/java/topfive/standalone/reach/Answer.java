package topfive.standalone.reach;

/** What came of an attempt to reach the cluster. */
public sealed interface Answer permits Obstacle, Reached {}
