package eifexplorer.review.suspect;

/**
 * What a detector tells people about itself.
 *
 * @param id name on the command line, such as {@code centroid}
 * @param title such as {@code Label margin (centroid)}
 * @param chip one word for a row, such as {@code margin}
 * @param measures what its value is, in one sentence
 */
public record DetectorInfo(String id, String title, String chip, String measures) {}
