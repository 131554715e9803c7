package eifexplorer.training;

import eifexplorer.embedding.Proxies;
import org.jspecify.annotations.Nullable;

/**
 * Proxy-Anchor: {@code sum over classes c of the batch of log(1 + sum_{i in c} w_i exp(-a (cos - m))) / classes of the
 * batch, plus sum_c log(1 + sum_{i not in c} w_i exp(a (cos + m))) / C}. Kim et al.: Proxy Anchor Loss for Deep Metric
 * Learning (CVPR 2020).
 *
 * <p>Samples of a batch share their terms, so its loss is not the mean of the losses of its samples alone; a weight counts
 * a sample that many times.
 */
final class ProxyAnchor extends CosineLoss {
  private final double scale;
  private final double margin;

  /** One proxy a class; a is {@code scale}, m is {@code margin}. */
  ProxyAnchor(Proxies proxies, ProxyAnchorSpec spec) {
    super(proxies);
    this.scale = spec.scale();
    this.margin = spec.margin();
  }

  @Override
  public boolean isLogLikelihood() {
    return false;
  }

  @Override
  double sampleLoss(double[] cosines, int offset, int label, double[] scratch) {
    double loss = 0;
    for (int c = 0; c < classCount(); c++) {
      double cosine = cosines[offset + c];
      loss +=
          c == label
              ? logOnePlusExp(-scale * (cosine - margin))
              : logOnePlusExp(scale * (cosine + margin)) / classCount();
    }
    return loss;
  }

  private static double logOnePlusExp(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  @Override
  double batchLoss(
      double[] cosines, int[] labels, double @Nullable [] weights, double[] cosineGradients) {
    boolean[] present = new boolean[classCount()];
    int classes = 0;
    for (int label : labels) {
      classes += present[label] ? 0 : 1;
      present[label] = true;
    }
    double loss = 0;
    for (int c = 0; c < classCount(); c++) {
      if (present[c]) {
        loss += term(c, true, 1.0 / classes, cosines, labels, weights, cosineGradients);
      }
      loss += term(c, false, 1.0 / classCount(), cosines, labels, weights, cosineGradients);
    }
    return loss;
  }

  /** {@code share log(1 + sum_i w_i exp(x_i))} over the samples that are of class c, or over those that are not. */
  private double term(
      int c,
      boolean own,
      double share,
      double[] cosines,
      int[] labels,
      double @Nullable [] weights,
      double[] cosineGradients) {
    double largest = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == c == own) {
        largest = Math.max(largest, exponent(cosines[i * proxyCount() + c], own));
      }
    }
    double sum = Math.exp(-largest);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == c == own) {
        double weight = weights == null ? 1 : weights[i];
        double part = weight * Math.exp(exponent(cosines[i * proxyCount() + c], own) - largest);
        cosineGradients[i * proxyCount() + c] = part;
        sum += part;
      }
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == c == own) {
        cosineGradients[i * proxyCount() + c] *= share * (own ? -scale : scale) / sum;
      }
    }
    return share * (largest + Math.log(sum));
  }

  private double exponent(double cosine, boolean own) {
    return own ? -scale * (cosine - margin) : scale * (cosine + margin);
  }
}
