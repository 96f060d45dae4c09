package topfive.processor.merge;

/**
 * What makes one group of many.
 *
 * @param average its members are on average at least so much alike
 * @param least no two of them are less alike than this, however much stands between them
 */
public record Bond(double average, double least) {}
