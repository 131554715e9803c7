package eifexplorer.influence;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;

/** A way to multiply a gradient with the inverse of the training loss's Hessian by W. */
interface InverseHessian {
  /** {@code <H^-1 dd/dW, dL_i/dW>} of every training sample [N], for the distance d of a query's pairs. */
  double[] products(PairDistance pairs, TrainingDerivatives training, JobContext context);

  /** At most so many bytes are kept for later queries. */
  default long mostKept(TrainingDerivatives training) {
    return 0;
  }

  /** A query's distance at embeddings [m,E]. Throws {@link ProblemException} if it is not finite. */
  static double distance(PairDistance pairs, double[] embeddings) {
    double distance = pairs.at(embeddings).distance();
    if (!Double.isFinite(distance)) {
      throw new ProblemException(
          "The distance of the pairs is " + distance,
          "",
          "Check the features for values that are not finite.");
    }
    return distance;
  }
}
