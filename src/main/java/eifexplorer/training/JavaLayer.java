package eifexplorer.training;

import eifexplorer.job.ComputePool;
import eifexplorer.math.LearningLayer;
import eifexplorer.math.RowSums;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A linear layer in Java's memory.
 *
 * <p>W is kept by its columns, one array for each feature: both products of a batch then run along these arrays as they lie,
 * and a column's gradient is used for its step as soon as it is known, so that no gradient of the whole W is ever written.
 */
final class JavaLayer implements LearningLayer {
  private static final int ROWS_AT_ONCE = 16;
  private static final int COLUMNS_AT_ONCE = 32;

  private final Rows rows;
  private final float[][] columns;
  private final float[] bias;
  private float[][] means;
  private float[][] squares;
  private Moments ofBias;
  private float[] batch = new float[0];

  /** What the next step is made of: rows by their features [F][n], and what goes with each, times its share [n][E]. */
  private float[][] features;

  private float[][] gradients = new float[0][];
  private int steps;

  /** Copies W [E,F] and b [E]. */
  JavaLayer(Rows rows, float[] weight, float[] bias) {
    this.rows = rows;
    this.columns = new float[rows.size()][bias.length];
    copyInto(columns, weight);
    this.bias = bias.clone();
    this.features = new float[rows.size()][0];
    forget();
  }

  private static Moments zeros(int size) {
    return new Moments(new float[size], new float[size]);
  }

  @Override
  public float[] embeddings(int[] numbers) {
    batch = rows.gather(numbers);
    float[] embeddings = new float[numbers.length * bias.length];
    forEach(numbers.length, ROWS_AT_ONCE, first -> embed(first, numbers.length, embeddings));
    return embeddings;
  }

  /** Some embeddings, from {@code first} on. */
  private void embed(int first, int count, float[] embeddings) {
    int n = Math.min(ROWS_AT_ONCE, count - first);
    int size = rows.size();
    float[][] factors = new float[n][];
    float[][] sums = new float[n][];
    for (int i = 0; i < n; i++) {
      factors[i] = Arrays.copyOfRange(batch, (first + i) * size, (first + i + 1) * size);
      sums[i] = bias.clone();
    }
    RowSums.add(sums, factors, columns);
    for (int i = 0; i < n; i++) {
      System.arraycopy(sums[i], 0, embeddings, (first + i) * bias.length, bias.length);
    }
  }

  @Override
  public void add(double share, double[] ofBatch) {
    int before = gradients.length;
    int size = bias.length;
    int n = ofBatch.length / size;
    gradients = Arrays.copyOf(gradients, before + n);
    for (int i = 0; i < n; i++) {
      float[] row = new float[size];
      for (int j = 0; j < size; j++) {
        row[j] = (float) (share * ofBatch[i * size + j]);
      }
      gradients[before + i] = row;
    }
    for (int f = 0; f < features.length; f++) {
      float[] known = Arrays.copyOf(features[f], before + n);
      for (int i = 0; i < n; i++) {
        known[before + i] = batch[i * features.length + f];
      }
      features[f] = known;
    }
  }

  @Override
  public void step(Step step) {
    steps++;
    Adam.Pace pace = Adam.pace(steps, step.rate(), step.epsilon(), step.weightDecay());
    forEach(columns.length, COLUMNS_AT_ONCE, first -> move(first, step, pace));
    if (step.movesBias()) {
      float[] sums = new float[bias.length];
      for (float[] row : gradients) {
        for (int j = 0; j < sums.length; j++) {
          sums[j] += row[j];
        }
      }
      Adam.clip(sums, step.clip());
      Adam.step(bias, sums, ofBias, pace);
    }
    gradients = new float[0][];
    Arrays.fill(features, new float[0]);
  }

  /** Moves some columns, from {@code first} on. */
  private void move(int first, Step step, Adam.Pace pace) {
    int end = Math.min(columns.length, first + COLUMNS_AT_ONCE);
    float[][] sums = new float[end - first][bias.length];
    RowSums.add(sums, Arrays.copyOfRange(features, first, end), gradients);
    for (int f = first; f < end; f++) {
      Adam.clip(sums[f - first], step.clip());
      Adam.step(columns[f], sums[f - first], new Moments(means[f], squares[f]), pace);
    }
  }

  private static void forEach(int count, int atOnce, IntConsumer work) {
    ComputePool.shared().forEach((count + atOnce - 1) / atOnce, b -> work.accept(b * atOnce));
  }

  @Override
  public void forget() {
    means = new float[columns.length][bias.length];
    squares = new float[columns.length][bias.length];
    ofBias = zeros(bias.length);
    steps = 0;
  }

  @Override
  public float[] weight() {
    return flat(columns);
  }

  @Override
  public float[] bias() {
    return bias.clone();
  }

  @Override
  public State state() {
    Moments ofWeight = new Moments(flat(means), flat(squares));
    Moments copy = new Moments(ofBias.means().clone(), ofBias.squares().clone());
    return new State(weight(), bias(), ofWeight, copy, steps);
  }

  @Override
  public void restore(State state) {
    forget();
    copyInto(columns, state.weight());
    copyInto(means, state.ofWeight().means());
    copyInto(squares, state.ofWeight().squares());
    System.arraycopy(state.bias(), 0, bias, 0, bias.length);
    ofBias = new Moments(state.ofBias().means().clone(), state.ofBias().squares().clone());
    steps = state.steps();
  }

  /** Row major [E,F] from columns [F][E]. */
  private static float[] flat(float[][] columns) {
    float[] flat = new float[columns.length * columns[0].length];
    for (int j = 0; j < columns[0].length; j++) {
      for (int f = 0; f < columns.length; f++) {
        flat[j * columns.length + f] = columns[f][j];
      }
    }
    return flat;
  }

  private static void copyInto(float[][] columns, float[] flat) {
    for (int j = 0; j < columns[0].length; j++) {
      for (int f = 0; f < columns.length; f++) {
        columns[f][j] = flat[j * columns.length + f];
      }
    }
  }

  @Override
  public void close() {
    // The garbage collector does it.
  }
}
