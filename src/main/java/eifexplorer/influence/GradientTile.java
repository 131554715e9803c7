package eifexplorer.influence;

import eifexplorer.math.CosineMove;
import eifexplorer.math.FactorRows;
import eifexplorer.math.SampleBlock;
import eifexplorer.math.SampleBlock.SoftmaxBlock;
import eifexplorer.training.LinearLogits;
import java.util.Arrays;
import java.util.Optional;

/**
 * n training samples at the model's own weight, with what first and second derivatives of their losses need.
 *
 * @param labels [n]
 * @param units embeddings of length 1 [n,E]
 * @param lengths of the embeddings [n]
 * @param probabilities softmax of the logits [n,C]
 * @param pulls d loss / d unit embedding r [n,E]
 */
record GradientTile(
    int[] labels,
    SampleBlock units,
    double[] lengths,
    SampleBlock probabilities,
    SampleBlock pulls) {
  /**
   * From embeddings.
   *
   * @param embeddings [n,E]
   * @param known their losses, if they have been computed for something else
   * @param proxies n(P) [C,E]
   * @param proxyColumns n(P)^T [E,C]
   */
  static GradientTile of(
      SampleBlock embeddings,
      int[] labels,
      Optional<SoftmaxBlock> known,
      FactorRows proxies,
      FactorRows proxyColumns,
      LinearLogits logits) {
    double[] lengths = Arrays.stream(embeddings.squares()).map(CosineMove::length).toArray();
    SampleBlock units = embeddings.scaled(inverse(lengths));
    SampleBlock probabilities =
        known
            .or(() -> losses(embeddings, lengths, labels, proxies, logits))
            .map(SoftmaxBlock::probabilities)
            .orElseGet(
                () ->
                    units.times(proxies).probabilities(labels, logits.scale(), logits.ownShift()));
    double[] scales = new double[labels.length];
    Arrays.fill(scales, logits.scale());
    SampleBlock pulls = probabilities.lessOne(labels).times(proxyColumns).scaled(scales);
    return new GradientTile(labels, units, lengths, probabilities, pulls);
  }

  /** As EIF computes them, so that no number depends on whether it has; empty for too large logits. */
  private static Optional<SoftmaxBlock> losses(
      SampleBlock embeddings,
      double[] lengths,
      int[] labels,
      FactorRows proxies,
      LinearLogits logits) {
    return LossKernel.Linear.fits(logits)
        ? Optional.of(
            embeddings
                .times(proxies)
                .softmax(inverse(lengths), labels, logits.scale(), logits.ownShift()))
        : Optional.empty();
  }

  private static double[] inverse(double[] lengths) {
    return Arrays.stream(lengths).map(length -> 1 / length).toArray();
  }

  /** n. */
  int size() {
    return labels.length;
  }

  /** d loss / d embedding {@code (r - u (u·r)) / ||e||} [n,E]. */
  SampleBlock gradients() {
    return projected(pulls);
  }

  /** {@code (I - u u^T) y / ||e||} of y [n,E]. */
  SampleBlock projected(SampleBlock y) {
    double[] along = Arrays.stream(units.dots(y)).map(dot -> -dot).toArray();
    return y.plusScaled(along, units).scaled(inverse(lengths));
  }

  /** Products of two matrices' columns [k][n] sample by sample, [n]. */
  static double[] dots(float[][] a, float[][] b) {
    double[] sums = new double[a[0].length];
    for (int r = 0; r < a.length; r++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] += (double) a[r][j] * b[r][j];
      }
    }
    return sums;
  }

  /** This tile, which outlives the work it was made in. */
  GradientTile keep() {
    return new GradientTile(labels, units.keep(), lengths, probabilities.keep(), pulls.keep());
  }

  /** Gives the memory back. */
  void close() {
    units.close();
    probabilities.close();
    pulls.close();
  }
}
