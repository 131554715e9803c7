package eifexplorer.dataset;

/**
 * An image that is left out.
 *
 * @param path relative to the data set's root
 * @param reason why, in words
 */
public record SkippedSample(String path, String reason) {}
