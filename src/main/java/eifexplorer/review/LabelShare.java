package eifexplorer.review;

/**
 * A label with its share of a vote.
 *
 * @param label the class
 * @param share 0..1; all shares of a vote add up to 1
 */
public record LabelShare(int label, double share) {}
