package eifexplorer.dataset;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An image as a data set's own files list it.
 *
 * @param path relative to the root, with forward slashes
 * @param classIndex position of its class in the class list, from 0
 * @param split the split the files give it, if they give one
 * @param trueClassIndex the true class where the files say the given one is wrong (demo)
 * @param box where its subject is, if the files say it
 */
public record ListedImage(
    String path,
    int classIndex,
    Optional<Split> split,
    OptionalInt trueClassIndex,
    Optional<SubjectBox> box) {
  /** An image whose given class is not known to be wrong. */
  public ListedImage(String path, int classIndex, Optional<Split> split) {
    this(path, classIndex, split, OptionalInt.empty());
  }

  /** An image of which nobody says where its subject is. */
  public ListedImage(
      String path, int classIndex, Optional<Split> split, OptionalInt trueClassIndex) {
    this(path, classIndex, split, trueClassIndex, Optional.empty());
  }
}
