package eifexplorer.confusion;

import java.util.Comparator;

/**
 * How often one class is confused with another.
 *
 * @param wrongLabel class of the wrong samples
 * @param confusedLabel class of their nearest neighbours
 * @param count pairs, at least 1
 * @param meanDistance mean squared distance of the normalised embeddings over these pairs, in 0..4
 */
public record ClassPairCount(int wrongLabel, int confusedLabel, int count, double meanDistance) {
  /** Most frequent first; equally frequent ones by wrong class, then by confused class. */
  static final Comparator<ClassPairCount> BY_COUNT =
      Comparator.comparingInt(ClassPairCount::count)
          .reversed()
          .thenComparingInt(ClassPairCount::wrongLabel)
          .thenComparingInt(ClassPairCount::confusedLabel);
}
