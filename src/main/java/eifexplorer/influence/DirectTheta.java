package eifexplorer.influence;

import eifexplorer.influence.PairDistance.Value;
import eifexplorer.job.ComputePool;
import java.util.stream.IntStream;

/** A theta held as what it is, all of the weight: the test oracle of {@link LowRankTheta}. */
final class DirectTheta implements Theta<DirectTheta> {
  private static final int ROWS_A_TASK = 32;

  private final PairDistance pairs;
  private final double[][] weight;
  private final double[] embeddings;
  private Value value;

  /** Starts at weight rows [E][F], which stay as they are. */
  DirectTheta(PairDistance pairs, double[][] start) {
    this.pairs = pairs;
    this.weight =
        IntStream.range(0, start.length).mapToObj(r -> start[r].clone()).toArray(double[][]::new);
    this.embeddings = pairs.embeddings(weight);
    this.value = pairs.at(embeddings);
  }

  @Override
  public double distance() {
    return value.distance();
  }

  /** Moves the weight and brings the embeddings [m,E] up to date, row by row while a row is in the cache. */
  @Override
  public void step(double rate) {
    int tasks = (weight.length + ROWS_A_TASK - 1) / ROWS_A_TASK;
    double[] gradients = value.gradients();
    ComputePool.shared()
        .forEach(
            tasks,
            task -> {
              int end = Math.min(weight.length, (task + 1) * ROWS_A_TASK);
              for (int r = task * ROWS_A_TASK; r < end; r++) {
                pairs.addGradient(weight[r], r, gradients, rate);
                for (int j = 0; j < pairs.samples(); j++) {
                  embeddings[j * weight.length + r] = pairs.embedding(j, r, weight[r]);
                }
              }
            });
    value = pairs.at(embeddings);
  }

  @Override
  public DirectTheta meanWith(DirectTheta other) {
    double[][] mean = new double[weight.length][weight[0].length];
    for (int r = 0; r < mean.length; r++) {
      for (int c = 0; c < mean[r].length; c++) {
        mean[r][c] = (weight[r][c] + other.weight[r][c]) / 2;
      }
    }
    return new DirectTheta(pairs, mean);
  }

  /** The weight itself, rows [E][F]; not to be changed. */
  double[][] weight() {
    return weight;
  }
}
