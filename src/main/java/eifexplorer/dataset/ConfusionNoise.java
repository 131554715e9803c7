package eifexplorer.dataset;

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

  @Override
  public String id() {
    return "confusion";
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
