package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.math.LearningLayer;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import java.util.List;

/**
 * Goes on training the last layer's weight with some samples counted more and others less, to see whether an explanation
 * holds: one pass of {@link Adam} over the given batches, the bias and the proxies fixed.
 */
public final class ReweightedRetraining {
  /** The smallest learning rate: a step of a smaller one is lost in a weight of single precision. */
  public static final double LEAST_RATE = 1e-7;

  private static final double EPSILON = 1e-8;

  private final MatrixMath math;
  private final double learningRate;
  private final double clip;

  /**
   * With the authors' learning rate of 4e-5 and gradients cut to ±10.
   *
   * @param math for large products
   */
  public ReweightedRetraining(MatrixMath math) {
    this(math, 4e-5, 10);
  }

  /**
   * With another learning rate and clip.
   *
   * @throws ProblemException for a learning rate below {@link #LEAST_RATE}, or a clip that is not above 0
   */
  public ReweightedRetraining(MatrixMath math, double learningRate, double clip) {
    if (!(learningRate >= LEAST_RATE) || Double.isInfinite(learningRate)) {
      throw ProblemException.badValue("learning rate", learningRate, "1e-7 or more");
    }
    Range.aboveZero("clip", clip);
    this.math = math;
    this.learningRate = learningRate;
    this.clip = clip;
  }

  /**
   * What a pass gave.
   *
   * @param head the last layer with its moved weight
   * @param batchLosses the weighted loss of each batch before its step
   */
  public record Result(EmbeddingHead head, double[] batchLosses) {}

  /**
   * One pass over the batches, a step each.
   *
   * @param features [N,F]
   * @param labels [N]
   * @param weights [N], see {@link SampleWeights}
   * @param batches indices of training samples, in order
   * @throws ProblemException if a label has no proxy or the loss is not finite
   * @throws eifexplorer.job.JobCancelledException when the context was cancelled; noticed at each batch
   */
  public Result run(
      EmbeddingHead head,
      Proxies proxies,
      LossSpec spec,
      FeatureMatrix features,
      int[] labels,
      double[] weights,
      List<int[]> batches,
      JobContext context) {
    MetricLoss loss = MetricLosses.of(spec, proxies);
    LearningLayer.Step step = new LearningLayer.Step(learningRate, EPSILON, 0, clip, false);
    double[] losses = new double[batches.size()];
    try (HeadGradients gradients = new HeadGradients(math, features, labels, head)) {
      for (int b = 0; b < losses.length; b++) {
        context.giveWay();
        losses[b] = gradients.add(1, batches.get(b), loss, weights).loss();
        if (!Double.isFinite(losses[b])) {
          throw new ProblemException(
              "The loss of batch " + (b + 1) + " is not a number",
              "learning rate " + learningRate,
              "Lower it.");
        }
        gradients.layer().step(step);
        context.progress(b + 1, losses.length, "batches");
      }
      return new Result(gradients.head(), losses);
    }
  }
}
