package eifexplorer.influence;

import eifexplorer.influence.PairDistance.Value;
import eifexplorer.math.PackedMatrix;

/**
 * A theta held as Z [m,r] in {@code theta = W + (Z V)^T Fp}; see {@link QuerySpan}. Exact: no other theta is in reach.
 *
 * <p>The query's embeddings here have coordinates {@code Y = e0 V^T + G Z}. Lengths and angles are those of the
 * embeddings, so the distance's gradient g [m,r] is found as {@link PairDistance} finds it, and a step is {@code Z += rate
 * g}.
 */
final class LowRankTheta implements Theta<LowRankTheta> {
  private final QuerySpan span;
  private final double[] moves;
  private final double[] coordinates;
  private Value value;

  /** Starts at the model's own weight. */
  LowRankTheta(QuerySpan span) {
    this.span = span;
    this.moves = new double[span.samples() * span.rank()];
    this.coordinates = span.coordinates().clone();
    this.value = span.pairs().at(coordinates);
  }

  /** Where a walk led that was made elsewhere, by its Z [m,r]. */
  static LowRankTheta at(QuerySpan span, double[] moves) {
    LowRankTheta theta = new LowRankTheta(span);
    theta.move(moves, 1);
    return theta;
  }

  /** Z [m,r], a copy. */
  double[] moves() {
    return moves.clone();
  }

  @Override
  public double distance() {
    return value.distance();
  }

  @Override
  public void step(double rate) {
    move(value.gradients(), rate);
  }

  @Override
  public LowRankTheta meanWith(LowRankTheta other) {
    LowRankTheta mean = new LowRankTheta(span);
    double[] sum = moves.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.moves[i];
    }
    mean.move(sum, 0.5);
    return mean;
  }

  private void move(double[] direction, double factor) {
    double[] turned =
        PackedMatrix.of(direction, span.samples(), span.rank())
            .leftMultiply(span.featureProducts(), span.samples());
    for (int i = 0; i < moves.length; i++) {
      moves[i] += factor * direction[i];
      coordinates[i] += factor * turned[i];
    }
    value = span.pairs().at(coordinates);
  }
}
