package eifexplorer.dataset;

/**
 * An image, or a whole class, that is left out.
 *
 * @param path relative to the data set's root; the name of a class that has no image left
 * @param reason why, in words
 */
public record SkippedSample(String path, String reason) {}
