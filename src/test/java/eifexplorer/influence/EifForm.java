package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.job.JobContext;
import eifexplorer.math.Matrices;
import eifexplorer.math.PackedMatrix;
import eifexplorer.testing.Kernels;
import eifexplorer.training.LossSpec;
import java.util.List;

/** The forms of EIF, which must give the same. */
enum EifForm {
  LOW_RANK {
    @Override
    EifEstimator lowRank(EmbeddingBundle bundle, LossSpec loss, EifParameters parameters) {
      return new EifEstimator(bundle, loss, parameters);
    }
  },

  LOW_RANK_TORCH {
    @Override
    EifEstimator lowRank(EmbeddingBundle bundle, LossSpec loss, EifParameters parameters) {
      return new EifEstimator(new TrainingPasses(Kernels.TORCH.math(), bundle, loss), parameters);
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

  /** Of the forms that are of low rank. */
  EifEstimator lowRank(EmbeddingBundle bundle, LossSpec loss, EifParameters parameters) {
    throw new IllegalStateException(this + " is not of low rank");
  }

  InfluenceEstimator estimator(EmbeddingBundle bundle, LossSpec loss, EifParameters parameters) {
    return lowRank(bundle, loss, parameters);
  }

  List<ThetaPath> paths(
      EmbeddingBundle bundle, LossSpec loss, EifParameters parameters, InfluenceQuery query) {
    return lowRank(bundle, loss, parameters).paths(query, JobContext.unattended());
  }

  /** The moved weights, [E*F] each. */
  List<double[]> weights(
      EmbeddingBundle bundle, LossSpec loss, EifParameters parameters, InfluenceQuery query) {
    WalkedQuery walked = lowRank(bundle, loss, parameters).walk(query, JobContext.unattended());
    return walked.thetas().stream()
        .map(moved -> weight(walked.span(), moved.theta(), bundle))
        .toList();
  }

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
