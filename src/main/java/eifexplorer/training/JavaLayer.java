package eifexplorer.training;

import eifexplorer.math.Doubles;
import eifexplorer.math.LearningLayer;
import eifexplorer.math.MatrixMath;
import java.util.Arrays;

/** A linear layer in Java's memory. */
final class JavaLayer implements LearningLayer {
  private final MatrixMath math;
  private final Rows rows;
  private final float[] weight;
  private final float[] bias;
  private final float[] weightGradients;
  private final float[] biasGradients;
  private float[] batch = new float[0];
  private Moments ofWeight;
  private Moments ofBias;
  private int steps;

  /** Copies W [E,F] and b [E]. */
  JavaLayer(MatrixMath math, Rows rows, float[] weight, float[] bias) {
    this.math = math;
    this.rows = rows;
    this.weight = weight.clone();
    this.bias = bias.clone();
    this.weightGradients = new float[weight.length];
    this.biasGradients = new float[bias.length];
    this.ofWeight = zeros(weight.length);
    this.ofBias = zeros(bias.length);
  }

  private static Moments zeros(int size) {
    return new Moments(new float[size], new float[size]);
  }

  @Override
  public float[] embeddings(int[] numbers) {
    int size = bias.length;
    batch = rows.gather(numbers);
    float[] embeddings = new float[numbers.length * size];
    math.timesTransposed(batch, numbers.length, weight, size, rows.size(), embeddings);
    for (int i = 0; i < embeddings.length; i++) {
      embeddings[i] += bias[i % size];
    }
    return embeddings;
  }

  @Override
  public void add(double share, double[] gradients) {
    int size = bias.length;
    float[] ofBatch = new float[weight.length];
    math.transposedTimes(
        Doubles.floats(gradients), size, batch, rows.size(), gradients.length / size, ofBatch);
    Doubles.addScaled(weightGradients, share, ofBatch);
    double[] sums = new double[size];
    for (int i = 0; i < gradients.length; i++) {
      sums[i % size] += gradients[i];
    }
    Doubles.addScaled(biasGradients, share, Doubles.floats(sums));
  }

  @Override
  public void step(Step step) {
    steps++;
    move(weight, weightGradients, ofWeight, step);
    if (step.movesBias()) {
      move(bias, biasGradients, ofBias, step);
    }
    Arrays.fill(weightGradients, 0);
    Arrays.fill(biasGradients, 0);
  }

  private void move(float[] weights, float[] gradients, Moments moments, Step step) {
    Adam.clip(gradients, step.clip());
    Adam.step(weights, gradients, moments, steps, step.rate(), step.epsilon(), step.weightDecay());
  }

  @Override
  public void forget() {
    ofWeight = zeros(weight.length);
    ofBias = zeros(bias.length);
    steps = 0;
  }

  @Override
  public boolean isFinite() {
    return Doubles.areFinite(weight) && Doubles.areFinite(bias);
  }

  @Override
  public State state() {
    return new State(weight.clone(), bias.clone(), copy(ofWeight), copy(ofBias), steps);
  }

  private static Moments copy(Moments of) {
    return new Moments(of.means().clone(), of.squares().clone());
  }

  @Override
  public void restore(State state) {
    System.arraycopy(state.weight(), 0, weight, 0, weight.length);
    System.arraycopy(state.bias(), 0, bias, 0, bias.length);
    ofWeight = copy(state.ofWeight());
    ofBias = copy(state.ofBias());
    steps = state.steps();
  }

  @Override
  public void close() {
    // The garbage collector does it.
  }
}
