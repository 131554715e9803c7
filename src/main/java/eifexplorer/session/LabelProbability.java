package eifexplorer.session;

/**
 * A label an image might have.
 *
 * @param label the class
 * @param probability 0..1
 */
public record LabelProbability(int label, double probability) {}
