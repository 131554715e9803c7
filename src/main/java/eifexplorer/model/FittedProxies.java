package eifexplorer.model;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.training.LossSpec;
import eifexplorer.training.ProxyFit;
import java.util.Locale;

/**
 * Proxies of a model that was trained without, and what is to be known of them.
 *
 * @param proxies [C K,E]
 * @param note a sentence or two for people
 */
record FittedProxies(Proxies proxies, String note) {
  /** Where such proxies are from, for people. */
  static final String FROM = "proxies fitted";

  /**
   * Makes them.
   *
   * @param whose what has none, such as {@code bundle}
   * @param embeddings [N,E] of the training samples, not normalised
   * @param labels [N], in 0..C-1
   * @param fitted whether they minimise the loss; otherwise they are the class centroids
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  static FittedProxies of(
      String whose,
      FeatureMatrix embeddings,
      int[] labels,
      int classCount,
      LossSpec loss,
      boolean fitted,
      JobContext context) {
    ProxyFit fit = new ProxyFit(embeddings, labels, classCount, loss);
    Proxies proxies = fitted ? fit.fit(context) : fit.centroids();
    return new FittedProxies(
        proxies,
        String.format(
            Locale.ROOT,
            "The %s has no proxies: %s. %.0f %% of the training embeddings have a proxy of"
                + " their own class nearest. What a model learned without proxies is explained"
                + " through these, as if the last layer were trained with %s.",
            whose,
            fitted ? "they are fitted to its embeddings" : "class centroids stand for them",
            100 * fit.agreement(proxies),
            loss.title()));
  }
}
