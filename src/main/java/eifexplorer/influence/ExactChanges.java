package eifexplorer.influence;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.math.Doubles;
import eifexplorer.math.Matrices;
import eifexplorer.math.PackedMatrix;
import eifexplorer.training.MetricLoss;

/** How the losses of single training samples change, in double precision throughout: for the few that need it. */
final class ExactChanges {
  private final FeatureMatrix features;
  private final int[] labels;
  private final LastLayer layer;
  private final MetricLoss loss;

  ExactChanges(FeatureMatrix features, int[] labels, LastLayer layer, MetricLoss loss) {
    this.features = features;
    this.labels = labels;
    this.layer = layer;
    this.loss = loss;
  }

  /**
   * Changes of the losses from W to {@code W + V^T D}.
   *
   * @param samples training indices [k]
   * @param basis V [r][E]
   * @param direction D [r][F]
   * @return [k]
   */
  double[] of(int[] samples, double[][] basis, double[][] direction) {
    int k = samples.length;
    double[] rows = Doubles.of(features.gather(samples));
    int[] own = new int[k];
    for (int i = 0; i < k; i++) {
      own[i] = labels[samples[i]];
    }
    double[] embeddings = layer.embeddings(rows, k);
    double[] before = loss.perSample(embeddings, own);
    double[] moves = PackedMatrix.ofTransposed(direction).leftMultiply(rows, k);
    double[] added =
        PackedMatrix.of(Matrices.flat(basis), basis.length, layer.embeddingSize())
            .leftMultiply(moves, k);
    for (int i = 0; i < added.length; i++) {
      embeddings[i] += added[i];
    }
    double[] changes = loss.perSample(embeddings, own);
    for (int i = 0; i < k; i++) {
      changes[i] -= before[i];
    }
    return changes;
  }
}
