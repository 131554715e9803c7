package eifexplorer.ui.review;

import eifexplorer.ui.kit.Picture;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A class the image may belong to.
 *
 * @param label the class
 * @param name for people
 * @param probability 0..1; empty in a blind pass
 * @param exemplars typical training images of the class
 */
public record Candidate(
    int label, String name, OptionalDouble probability, List<Picture> exemplars) {
  /** Copies the list. */
  public Candidate {
    exemplars = List.copyOf(exemplars);
  }
}
