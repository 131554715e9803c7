package eifexplorer.image;

/**
 * A sample left out because its picture can't be used.
 *
 * @param index its place in the list of files
 * @param reason what is wrong, in a sentence that names the file
 */
public record SkippedImage(int index, String reason) {}
