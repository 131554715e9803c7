package eifexplorer.review.suspect;

import java.util.List;

/**
 * What the label of a training image may be; a suggestion, nothing more.
 *
 * @param trainIndex the image
 * @param given its given label
 * @param byMargins likeliest labels by the two label margins, likeliest first, the given one among them if it is likely; none
 *     of the only image of a class
 * @param byNeighbours likeliest labels by the weighted vote of the neighbours
 */
public record RelabelSuggestion(
    int trainIndex,
    int given,
    List<LabelLikelihood> byMargins,
    List<LabelLikelihood> byNeighbours) {
  /** Copies the lists. */
  public RelabelSuggestion {
    byMargins = List.copyOf(byMargins);
    byNeighbours = List.copyOf(byNeighbours);
  }

  /** True if both ways prefer the same label. */
  public boolean agree() {
    return !byMargins.isEmpty()
        && !byNeighbours.isEmpty()
        && byMargins.get(0).label() == byNeighbours.get(0).label();
  }

  /** True if the margins find another label likelier than the given one. */
  public boolean prefersOther() {
    return !byMargins.isEmpty() && byMargins.get(0).label() != given;
  }

  /** The likeliest label other than the given one by the margins; -1 if there is none. */
  public int bestOther() {
    return byMargins.stream()
        .mapToInt(LabelLikelihood::label)
        .filter(label -> label != given)
        .findFirst()
        .orElse(-1);
  }
}
