package eifexplorer.session;

/**
 * A training image's loss among all.
 *
 * @param loss its value
 * @param rank from 1, the largest loss first
 * @param of number of training images
 */
public record LossRank(double loss, int rank, int of) {}
