package eifexplorer.session;

/**
 * A near image.
 *
 * @param index of the sample in its split
 * @param distance squared distance of the unit embeddings, 0..4, as that of a confused pair
 */
public record Neighbour(int index, double distance) {}
