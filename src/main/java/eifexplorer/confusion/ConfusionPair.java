package eifexplorer.confusion;

/**
 * A test image and its nearest neighbour of another class.
 *
 * @param wrong test index of the image
 * @param confusedWith test index of its nearest neighbour
 * @param wrongLabel label of the image
 * @param confusedLabel label of the neighbour, a different one
 * @param distance squared euclidean distance of the L2-normalised embeddings, in 0..4
 */
public record ConfusionPair(
    int wrong, int confusedWith, int wrongLabel, int confusedLabel, double distance) {}
