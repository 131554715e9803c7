package eifexplorer.dataset;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;

/** Reads one kind of data set; register an implementation in {@code dataset.format.DatasetFormats}. */
public interface DatasetFormat {
  /** Name on the command line, such as {@code cub}. */
  String id();

  /** Name for people, such as {@code CUB-200-2011}. */
  String title();

  /** What its folder contains, a phrase such as {@code images.txt and images/}; shown when nothing fits. */
  default String layout() {
    return title();
  }

  /** True if this folder or file looks like a data set of this format; cheap. */
  boolean recognises(Path root);

  /**
   * Reads the annotation files (no image is decoded).
   *
   * @throws eifexplorer.problem.ProblemException naming file and line of what is wrong
   */
  DatasetListing read(Path root);

  /** The same format that also follows links which lead out of the data set's folder; itself if it follows none on reading. */
  default DatasetFormat followingLinks() {
    return this;
  }

  /**
   * Reads a list of images that lie in another folder than it; possible for formats that are such a list.
   *
   * @param images the folder
   * @throws ProblemException as {@link #read(Path)} does, and for formats that are a folder of images
   */
  default DatasetListing read(Path root, Path images) {
    throw new ProblemException(
        "The format " + id() + " takes no other folder of images",
        images.toString(),
        "Its images lie in the data set's folder; only a csv file may have them elsewhere.");
  }
}
