package eifexplorer.review.suspect;

import eifexplorer.math.IndexOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A label an image may have.
 *
 * @param label the class
 * @param probability 0..1
 */
public record LabelLikelihood(int label, double probability) {
  /** The likeliest of all labels, at most {@code count}; those of probability 0 are left out. */
  static List<LabelLikelihood> likeliest(double[] probabilities, int count) {
    return IntStream.of(IndexOrder.descending(probabilities, count))
        .filter(c -> probabilities[c] > 0)
        .mapToObj(c -> new LabelLikelihood(c, probabilities[c]))
        .toList();
  }
}
