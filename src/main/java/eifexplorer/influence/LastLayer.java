package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.math.Doubles;
import eifexplorer.math.FactorRows;
import eifexplorer.math.Matrices;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.PackedMatrix;
import eifexplorer.math.SampleBlock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A model's last layer {@code e = W f + b} with W [E,F], laid out once for all that is computed with it. Immutable, safe for
 * use from any thread.
 */
final class LastLayer {
  /** What W takes in double precision may be one of so many parts of what is kept of a model. */
  private static final int SHARES = 16;

  /** Rows with which it pays to lay W out for one product. */
  private static final int MANY = 32;

  private final MatrixMath math;
  private final float[][] rows;
  private final float[] bias;
  private final FactorRows factor;
  private final boolean keepsPacked;
  private @Nullable SampleBlock columns;
  private @Nullable PackedMatrix packed;

  /** {@code mostBytes} are those of one part of the model: W is kept in double precision too if it takes few of them. */
  LastLayer(MatrixMath math, EmbeddingHead head, long mostBytes) {
    this.math = math;
    this.rows = head.rows();
    this.bias = head.bias();
    this.factor = math.factor(rows);
    long doubles = (long) Double.BYTES * rows.length * head.featureSize();
    this.keepsPacked = doubles <= mostBytes / SHARES;
  }

  /** Bytes of W, once as it was read and once in rows. */
  static long bytes(EmbeddingHead head) {
    return 2L * Float.BYTES * head.embeddingSize() * head.featureSize();
  }

  private synchronized PackedMatrix packed() {
    PackedMatrix known = packed;
    if (known == null) {
      known =
          PackedMatrix.ofTransposed(Arrays.stream(rows).map(Doubles::of).toArray(double[][]::new));
      if (keepsPacked) {
        packed = known;
      }
    }
    return known;
  }

  /** E. */
  int embeddingSize() {
    return bias.length;
  }

  /** F. */
  int featureSize() {
    return rows[0].length;
  }

  /** W [E][F]; not to be changed. */
  float[][] rows() {
    return rows;
  }

  /** b [E]; not to be changed. */
  float[] bias() {
    return bias;
  }

  /** W as factors. */
  FactorRows factor() {
    return factor;
  }

  /** W^T as a block of F samples with E columns. */
  synchronized SampleBlock columns() {
    SampleBlock known = columns;
    if (known == null) {
      known = math.blockOf(rows);
      columns = known;
    }
    return known;
  }

  /** Embeddings [n,E] of a block of samples [n,F]. */
  SampleBlock embeddings(SampleBlock features) {
    return features.times(factor).plus(bias);
  }

  /** Embeddings [n,E] of rows [n,F], in double precision. */
  double[] embeddings(double[] features, int n) {
    double[] embeddings =
        keepsPacked || n >= MANY
            ? packed().leftMultiply(features, n)
            : PackedMatrix.leftMultiply(features, n, rows);
    Matrices.addToRows(embeddings, Doubles.of(bias));
    return embeddings;
  }
}
