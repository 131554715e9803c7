package eifexplorer.spark;

import eifexplorer.workspace.Fingerprint;
import java.io.Serializable;
import java.util.List;

/**
 * Some images of a split, one task's.
 *
 * @param split {@code train} or {@code test}
 * @param from place of the first one in the split
 * @param images where they are: files, or addresses of a file system that Hadoop reads
 */
record ImagePart(String split, int from, List<String> images) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Sixteen hexadecimal digits of where its images are. */
  String digits() {
    return Fingerprint.builder().add("images", images).build().digits();
  }

  /** After the last image. */
  int to() {
    return from + images.size();
  }
}
