package eifexplorer.influence;

import eifexplorer.job.JobContext;
import eifexplorer.math.Matrices;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The damped inverse itself: solves {@code (H + damping l I) h = v} by conjugate gradients, where H is the mean over the
 * training samples of the Gauss-Newton part of their Hessians, which is never negative. Martens: "Deep learning via
 * Hessian-free optimization" (ICML 2010).
 *
 * <p>l is the top eigenvalue of H, found once, or the quotient {@code v·Hv / v·v}: the curvature along the query, which is
 * far less, so that a damping of 10 times that ranks much as EIF does. How well either predicts retraining, see {@link
 * TrakEstimator}.
 */
final class ConjugateInverse implements InverseHessian {
  private final double damping;
  private final boolean ofTop;
  private final ConjugateGradients gradients;
  private OptionalDouble top = OptionalDouble.empty();

  /**
   * An inverse for one model.
   *
   * @param damping above 0
   * @param ofTop whether l is the top eigenvalue
   * @param gradients how long to solve
   */
  ConjugateInverse(double damping, boolean ofTop, ConjugateGradients gradients) {
    this.damping = damping;
    this.ofTop = ofTop;
    this.gradients = gradients;
  }

  @Override
  public double[] products(PairDistance pairs, TrainingDerivatives training, JobContext context) {
    Optional<DualGaussNewton> dual = training.dual(context);
    return dual.isPresent()
        ? overLogits(pairs, dual.get(), training, context)
        : training.products(direction(pairs, training, context), context);
  }

  private double[] overLogits(
      PairDistance pairs, DualGaussNewton dual, TrainingDerivatives training, JobContext context) {
    double[] embeddings = training.embeddings(pairs);
    DistanceGradient v = DistanceGradient.of(pairs, embeddings);
    double[][] matrix = pairs.gradient(embeddings);
    double start = ConjugateGradients.dot(matrix, matrix);
    if (start == 0) {
      return new double[training.size()];
    }
    double curvature =
        ofTop ? top(dual::topEigenvalue, context) : dual.curvature(v, context) / start;
    return dual.products(v, damping * curvature, gradients, context);
  }

  /** {@code h} [E][F]. */
  float[][] direction(PairDistance pairs, TrainingDerivatives training, JobContext context) {
    double[][] v = pairs.gradient(training.embeddings(pairs));
    double start = ConjugateGradients.dot(v, v);
    if (start == 0) {
      return new float[v.length][v[0].length];
    }
    double curvature =
        ofTop
            ? top(quiet -> GaussNewton.topEigenvalue(training, quiet), context)
            : ConjugateGradients.dot(v, GaussNewton.product(v, training, context)) / start;
    return Matrices.floats(
        gradients
            .solve(y -> GaussNewton.product(y, training, context), damping * curvature, v, context)
            .x());
  }

  private synchronized double top(ToDoubleFunction<JobContext> find, JobContext context) {
    if (top.isEmpty()) {
      top = OptionalDouble.of(find.applyAsDouble(context));
    }
    return top.getAsDouble();
  }
}
