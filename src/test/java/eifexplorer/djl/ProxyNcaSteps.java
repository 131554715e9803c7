package eifexplorer.djl;

import java.util.Arrays;

/**
 * Proxy-NCA++ with scale 3 and Adam for its proxies, in double precision: cross-entropy of logits 18 cos(x, p), mean over
 * the batch. Written out here so that the training of a network can be tested without the losses' package.
 */
final class ProxyNcaSteps {
  private static final double SCALE = 18;

  private final double[] proxies;
  private final int size;
  private final int classes;
  private final double[] gradients;
  private double[] means;
  private double[] squares;
  private int steps;
  private double loss;

  ProxyNcaSteps(double[] proxies, int embeddingSize) {
    this.proxies = proxies;
    this.size = embeddingSize;
    this.classes = proxies.length / size;
    this.gradients = new double[proxies.length];
    resetOptimiser();
  }

  void resetOptimiser() {
    means = new double[proxies.length];
    squares = new double[proxies.length];
    steps = 0;
  }

  double loss() {
    return loss;
  }

  float[] proxies() {
    float[] out = new float[proxies.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) proxies[i];
    }
    return out;
  }

  /** d loss / d embedding [n,E]; keeps the loss and d loss / d proxies. */
  float[] gradients(float[] embeddings, int[] labels) {
    float[] out = new float[embeddings.length];
    Arrays.fill(gradients, 0);
    loss = 0;
    for (int i = 0; i < labels.length; i++) {
      double[] x = new double[size];
      for (int j = 0; j < size; j++) {
        x[j] = embeddings[i * size + j];
      }
      double[] gradient = addSample(x, labels[i], labels.length);
      for (int j = 0; j < size; j++) {
        out[i * size + j] = (float) gradient[j];
      }
    }
    return out;
  }

  private double[] addSample(double[] x, int label, int batch) {
    double[] cosines = new double[classes];
    double[] norms = new double[classes];
    double norm = norm(x, 0);
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      norms[c] = norm(proxies, c * size);
      for (int j = 0; j < size; j++) {
        cosines[c] += x[j] * proxies[c * size + j] / (norm * norms[c]);
      }
      sum += Math.exp(SCALE * (cosines[c] - 1));
    }
    double[] gradient = new double[size];
    loss -= (SCALE * (cosines[label] - 1) - Math.log(sum)) / batch;
    for (int c = 0; c < classes; c++) {
      double p = Math.exp(SCALE * (cosines[c] - 1)) / sum;
      double factor = SCALE * (p - (c == label ? 1 : 0)) / batch;
      for (int j = 0; j < size; j++) {
        double unitX = x[j] / norm;
        double unitP = proxies[c * size + j] / norms[c];
        gradient[j] += factor * (unitP - cosines[c] * unitX) / norm;
        gradients[c * size + j] += factor * (unitX - cosines[c] * unitP) / norms[c];
      }
    }
    return gradient;
  }

  private double norm(double[] values, int from) {
    double sum = 0;
    for (int j = from; j < from + size; j++) {
      sum += values[j] * values[j];
    }
    return Math.sqrt(sum);
  }

  /** One step of Adam with betas .9 and .999. */
  void step(double rate, double epsilon) {
    steps++;
    for (int i = 0; i < proxies.length; i++) {
      means[i] = 0.9 * means[i] + 0.1 * gradients[i];
      squares[i] = 0.999 * squares[i] + 0.001 * gradients[i] * gradients[i];
      double divisor = Math.sqrt(squares[i] / (1 - Math.pow(0.999, steps))) + epsilon;
      proxies[i] -= rate * means[i] / (1 - Math.pow(0.9, steps)) / divisor;
    }
  }
}
