package eifexplorer.ui.kit;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a {@link PictureView} shows.
 *
 * @param file the picture file; empty for a sample without one, for which title and subtitle stand
 * @param title a few words, such as {@code test 412}
 * @param subtitle a few more, such as the class
 */
public record Picture(Optional<Path> file, String title, String subtitle) {}
