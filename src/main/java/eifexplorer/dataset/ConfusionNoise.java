package eifexplorer.dataset;

import java.util.Arrays;
import java.util.stream.Collectors;

/** See {@link LabelNoise#confusion}. */
final class ConfusionNoise implements LabelNoise {
  private final int[] mostSimilar;

  ConfusionNoise(int[] mostSimilar) {
    this.mostSimilar = mostSimilar.clone();
    for (int c = 0; c < mostSimilar.length; c++) {
      int other = mostSimilar[c];
      if (other == c || other < 0 || other >= mostSimilar.length) {
        throw new IllegalArgumentException("Most similar class of " + c + " is " + other);
      }
    }
  }

  /** {@code confusion:} and the most similar class of each, so that the name alone makes the same noise again. */
  @Override
  public String id() {
    return CONFUSION
        + ":"
        + Arrays.stream(mostSimilar).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  @Override
  public int wrongLabel(int label, int classCount, NumpyRandom random) {
    if (classCount != mostSimilar.length) {
      throw new IllegalArgumentException(
          classCount + " classes, similarities of " + mostSimilar.length);
    }
    return mostSimilar[label];
  }
}
