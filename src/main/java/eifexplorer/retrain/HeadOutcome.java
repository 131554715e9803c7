package eifexplorer.retrain;

/**
 * What a retrained last layer makes of the test images.
 *
 * @param recallAt1 share of the images searched for that find their class, 0..1
 * @param mapAtR mean average precision at R, 0..1
 * @param nearest test index of each test image's nearest neighbour [M]; -1 where it was not searched for
 * @param distances of the session's confused pairs [P], 0..4
 */
public record HeadOutcome(double recallAt1, double mapAtR, int[] nearest, double[] distances) {}
