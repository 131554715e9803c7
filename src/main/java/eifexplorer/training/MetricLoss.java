package eifexplorer.training;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A proxy-based loss with its proxies fixed at construction; immutable, safe for use from any thread. */
public interface MetricLoss {
  /**
   * The loss of every sample alone (a batch of one).
   *
   * @param embeddings raw embeddings [n,E], row major, not normalised
   * @param labels [n], in 0..C-1
   * @return [n]
   * @throws eifexplorer.problem.ProblemException if a label has no proxy
   */
  double[] perSample(double[] embeddings, int[] labels);

  /**
   * As {@link #perSample}, where the cosines of the embeddings with the proxies are known already; one thread's work.
   *
   * @param cosines [n,C*K], row major, in the proxies' order
   * @param labels [n], in 0..C-1
   * @return [n]
   * @throws eifexplorer.problem.ProblemException if a label has no proxy
   */
  double[] perSampleFromCosines(double[] cosines, int[] labels);

  /** How the logits follow from the cosines, where that is linear and the loss is their cross-entropy; else empty. */
  default Optional<LinearLogits> linearLogits() {
    return Optional.empty();
  }

  /** Whether each sample's loss is {@code -log p}, the probability of its own class, and a batch's loss their mean. */
  default boolean isLogLikelihood() {
    return true;
  }

  /**
   * The weighted batch loss and its gradients. It is the sum of weight times loss divided by n, but for Proxy-Anchor, whose
   * samples share their terms.
   *
   * @param embeddings raw embeddings [n,E]
   * @param labels [n]
   * @param weights [n], or null for all ones
   */
  Gradients gradients(double[] embeddings, int[] labels, double @Nullable [] weights);

  /**
   * A batch loss with its gradients.
   *
   * @param loss the batch loss
   * @param embeddings d loss / d embeddings [n,E]
   * @param proxies d loss / d proxies [C*K,E]
   */
  record Gradients(double loss, double[] embeddings, double[] proxies) {}
}
