package eifexplorer.ui.explore.inspector;

/**
 * A neighbour of the pinned photograph.
 *
 * @param rank from 1, the nearest first
 * @param testIndex index of the test image
 * @param distance as that of a pair
 * @param sameClass true if it has the pinned image's class
 */
public record WalkedNeighbour(int rank, int testIndex, double distance, boolean sameClass) {}
