package eifexplorer.review.suspect;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.math.MatrixMath;
import java.io.Serializable;

/**
 * The first of two sums over training samples that the quick order of suspects takes, for who goes through the samples part
 * by part: of features with their bounds, and of unit embeddings by class. Then come {@link MarginSpread} and {@link SuspectMargins}.
 * Immutable.
 */
public final class MarginSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] classSizes;
  private final FeatureRange features;
  private final double[][] units;

  private MarginSums(int[] classSizes, FeatureRange features, double[][] units) {
    this.classSizes = classSizes;
    this.features = features;
    this.units = units;
  }

  /** Sums over some samples with features [n,F] and labels [n]. */
  public static MarginSums of(
      FeatureMatrix features, int[] labels, EmbeddingHead head, int classCount, MatrixMath math) {
    FeatureMatrix embeddings = Embeddings.normalised(Embeddings.of(features, head, math));
    return new MarginSums(
        LabelFit.sizes(labels, classCount),
        FeatureRange.of(features),
        CentroidFit.sums(embeddings, labels, sample -> 1, classCount));
  }

  /** Sums over these samples and others. */
  public MarginSums plus(MarginSums other) {
    int[] sizes = classSizes.clone();
    double[][] sums = new double[units.length][];
    for (int c = 0; c < sizes.length; c++) {
      sizes[c] += other.classSizes[c];
      sums[c] = sum(units[c], other.units[c]);
    }
    return new MarginSums(sizes, features.plus(other.features), sums);
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int j = 0; j < sum.length; j++) {
      sum[j] += b[j];
    }
    return sum;
  }

  /** Number of samples. */
  int size() {
    return features.count();
  }

  int[] classSizes() {
    return classSizes;
  }

  double[][] units() {
    return units;
  }

  /** What centres the features. */
  Centring centring() {
    return features.centring();
  }
}
