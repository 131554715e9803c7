package eifexplorer.ui.review;

import eifexplorer.review.Reason;
import eifexplorer.ui.kit.Picture;
import java.util.List;
import java.util.Optional;

/**
 * The image that is decided about.
 *
 * @param trainIndex the image
 * @param title such as {@code Training image 633}, by its index in files
 * @param picture the image
 * @param given its given class with typical images; empty in a blind pass
 * @param prefer which class the label models prefer, in words; empty in a blind pass
 * @param candidates the classes of the keys 1 to 5
 * @param reasons what every detector says, the strongest first; none in a blind pass
 */
public record ShownImage(
    int trainIndex,
    String title,
    Picture picture,
    Optional<Candidate> given,
    String prefer,
    List<Candidate> candidates,
    List<Reason> reasons) {
  /** Copies the lists. */
  public ShownImage {
    candidates = List.copyOf(candidates);
    reasons = List.copyOf(reasons);
  }
}
