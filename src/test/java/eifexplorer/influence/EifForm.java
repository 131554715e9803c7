package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;
import eifexplorer.math.Matrices;
import eifexplorer.math.PackedMatrix;
import eifexplorer.training.LossSpec;
import java.util.List;

/** The two forms of EIF, which must give the same. */
enum EifForm {
  LOW_RANK {
    @Override
    InfluenceEstimator estimator(EmbeddingBundle bundle, LossSpec loss, EifParameters parameters) {
      return new EifEstimator(bundle, loss, parameters);
    }

    @Override
    List<ThetaPath> paths(
        EmbeddingBundle bundle, LossSpec loss, EifParameters parameters, InfluenceQuery query) {
      return new EifEstimator(bundle, loss, parameters).paths(query, JobContext.unattended());
    }

    @Override
    List<double[]> weights(
        EmbeddingBundle bundle, LossSpec loss, EifParameters parameters, InfluenceQuery query) {
      EifEstimator estimator = new EifEstimator(bundle, loss, parameters);
      WalkedQuery walked = estimator.walk(query, JobContext.unattended());
      return walked.thetas().stream()
          .map(moved -> weight(walked.span(), moved.theta(), bundle))
          .toList();
    }
  },

  DIRECT {
    @Override
    InfluenceEstimator estimator(EmbeddingBundle bundle, LossSpec loss, EifParameters parameters) {
      return new DirectEifEstimator(bundle, loss, parameters);
    }

    @Override
    List<ThetaPath> paths(
        EmbeddingBundle bundle, LossSpec loss, EifParameters parameters, InfluenceQuery query) {
      return new DirectEifEstimator(bundle, loss, parameters).paths(query, JobContext.unattended());
    }

    @Override
    List<double[]> weights(
        EmbeddingBundle bundle, LossSpec loss, EifParameters parameters, InfluenceQuery query) {
      return new DirectEifEstimator(bundle, loss, parameters)
          .thetas(query, JobContext.unattended()).stream()
              .map(moved -> Matrices.flat(moved.theta().weight()))
              .toList();
    }
  };

  abstract InfluenceEstimator estimator(
      EmbeddingBundle bundle, LossSpec loss, EifParameters parameters);

  abstract List<ThetaPath> paths(
      EmbeddingBundle bundle, LossSpec loss, EifParameters parameters, InfluenceQuery query);

  /** The moved weights, [E*F] each. */
  abstract List<double[]> weights(
      EmbeddingBundle bundle, LossSpec loss, EifParameters parameters, InfluenceQuery query);

  private static double[] weight(QuerySpan span, LowRankTheta theta, EmbeddingBundle bundle) {
    double[] moved = moved(span, theta);
    double[][] weight = Matrices.rows(bundle.head().weight(), bundle.head().featureSize());
    for (int r = 0; r < weight.length; r++) {
      span.pairs().addGradient(weight[r], r, moved, 1);
    }
    return Matrices.flat(weight);
  }

  /** Z V [m,E]. */
  static double[] moved(QuerySpan span, LowRankTheta theta) {
    return PackedMatrix.of(Matrices.flat(span.basis()), span.rank(), span.basis()[0].length)
        .leftMultiply(theta.moves(), span.samples());
  }
}
