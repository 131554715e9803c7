package eifexplorer.review.suspect;

/**
 * A label an image may have.
 *
 * @param label the class
 * @param probability 0..1
 */
public record LabelLikelihood(int label, double probability) {}
