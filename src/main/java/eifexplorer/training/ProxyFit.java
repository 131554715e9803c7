package eifexplorer.training;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.Doubles;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Proxies for embeddings that were trained without: the class centroids, or those that minimise a loss while the embeddings
 * stay as they are. Influence of a model trained with triplets or contrastive pairs is explained through them.
 *
 * <p>The start is the mean of each class's unit embeddings, scaled to length 1; a class without samples gets a random
 * direction. Adam then takes steps over random batches with a rate that falls to zero.
 */
public final class ProxyFit {
  private static final int BATCH = 128;
  private static final int EPOCHS = 30;
  private static final int USUAL_STEPS = 500;
  private static final int FEWEST_STEPS = 50;

  /** Multiplications and additions of a whole fit: some ten seconds of one core. */
  private static final double MOST_WORK = 2e10;

  private static final double RATE = .02;
  private static final double EPSILON = 1e-8;
  private static final double APART = .1;

  private final FeatureMatrix units;
  private final int[] labels;
  private final LossSpec loss;
  private final int classCount;

  /**
   * A fit to embeddings.
   *
   * @param embeddings [N,E], not normalised
   * @param labels [N], in 0..C-1
   * @param classCount C
   */
  public ProxyFit(FeatureMatrix embeddings, int[] labels, int classCount, LossSpec loss) {
    this.units = Embeddings.normalised(embeddings);
    this.labels = labels.clone();
    this.classCount = classCount;
    this.loss = loss;
  }

  /** The class centroids as directions of length 1; of several centres a class all but the first lie a little apart. */
  public Proxies centroids() {
    int size = units.columns();
    int centres = loss.centresPerClass();
    double[] sums = new double[classCount * size];
    for (int i = 0; i < labels.length; i++) {
      float[] row = units.row(i);
      for (int j = 0; j < size; j++) {
        sums[labels[i] * size + j] += row[j];
      }
    }
    Random random = new Random(0);
    float[] values = new float[classCount * centres * size];
    for (int p = 0; p < classCount * centres; p++) {
      double[] centre = Arrays.copyOfRange(sums, p / centres * size, (p / centres + 1) * size);
      scale(centre, random, p % centres == 0 ? 0 : APART);
      for (int j = 0; j < size; j++) {
        values[p * size + j] = (float) centre[j];
      }
    }
    return new Proxies(values, size, centres);
  }

  /** Scales to length 1 after moving by {@code noise} of that length; nothing becomes a random direction. */
  private static void scale(double[] centre, Random random, double noise) {
    double length = length(centre);
    double factor = length > 0 ? 1 / length : 0;
    double share = length > 0 ? noise : 1;
    for (int j = 0; j < centre.length; j++) {
      double moved = share == 0 ? 0 : share * random.nextGaussian() / Math.sqrt(centre.length);
      centre[j] = centre[j] * factor + moved;
    }
    double now = length(centre);
    for (int j = 0; j < centre.length; j++) {
      centre[j] /= now;
    }
  }

  private static double length(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
  }

  /**
   * The proxies that minimise the loss of the embeddings as they are; deterministic.
   *
   * @throws eifexplorer.job.JobCancelledException when cancelled
   */
  public Proxies fit(JobContext context) {
    float[] values = centroids().values();
    int batch = Math.min(BATCH, labels.length);
    int steps = steps(batch);
    Adam adam = new Adam(values.length, EPSILON, 0);
    RandomStream random = new RandomStream(1);
    int[] order = new int[labels.length];
    Arrays.setAll(order, i -> i);
    int next = labels.length;
    for (int step = 0; step < steps; step++) {
      context.checkCancelled();
      if (next + batch > order.length) {
        Shuffle.all(order, random);
        next = 0;
      }
      int[] rows = Arrays.copyOfRange(order, next, next + batch);
      next += batch;
      double rate = RATE * .5 * (1 + Math.cos(Math.PI * step / steps));
      adam.step(values, gradients(values, rows), rate);
      context.progress(step + 1L, steps, "steps of fitting proxies");
    }
    return new Proxies(values, units.columns(), loss.centresPerClass());
  }

  private int steps(int batch) {
    double perStep = 6.0 * batch * classCount * loss.centresPerClass() * units.columns();
    int usual = Math.max(USUAL_STEPS, EPOCHS * ((labels.length + batch - 1) / batch));
    return (int) Math.max(FEWEST_STEPS, Math.min(usual, MOST_WORK / perStep));
  }

  private float[] gradients(float[] values, int[] rows) {
    MetricLoss live =
        MetricLosses.of(loss, new Proxies(values, units.columns(), loss.centresPerClass()));
    int[] of = Arrays.stream(rows).map(row -> labels[row]).toArray();
    return Doubles.floats(live.gradients(Doubles.of(units.gather(rows)), of, null).proxies());
  }

  /**
   * Share of the embeddings whose nearest proxy is of their own class, 0..1: how well the proxies stand for the model.
   */
  public double agreement(Proxies proxies) {
    int size = units.columns();
    float[] values =
        Embeddings.normalised(new HeapFeatures(proxies.values(), proxies.count(), size)).toArray();
    List<Integer> right =
        ComputePool.shared()
            .map(labels.length, i -> nearest(units.row(i), values) == labels[i] ? 1 : 0);
    return right.stream().mapToInt(hit -> hit).average().orElse(0);
  }

  private int nearest(float[] row, float[] values) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < values.length / row.length; p++) {
      double dot = 0;
      for (int j = 0; j < row.length; j++) {
        dot += row[j] * values[p * row.length + j];
      }
      if (dot > highest) {
        highest = dot;
        best = p / loss.centresPerClass();
      }
    }
    return best;
  }
}
