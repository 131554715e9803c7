package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import eifexplorer.math.Doubles;
import eifexplorer.math.LearningLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A linear layer on the device, with the rows it learns from if there is room for them; see {@link LearningLayer}. */
final class TorchLayer implements LearningLayer {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;

  /** More rows are not kept on the device: they are brought there in one piece. */
  private static final long MOST_BYTES = 1L << 30;

  private final DjlMatrixMath math;
  private final Rows rows;
  private final int size;

  /** All rows [N,F]; empty if they are brought batch by batch. */
  private final List<NDArray> kept;

  /** W [E,F] and b [E], as are the next three. */
  private final List<NDArray> weights;

  private final List<NDArray> gradients;
  private final List<NDArray> means;
  private final List<NDArray> squares;
  private final DeviceMemory memory;
  private int[] batch = new int[0];
  private int steps;

  /** Takes copies of W and b. */
  TorchLayer(DjlMatrixMath math, TorchWork work, Rows rows, float[] weight, float[] bias) {
    this.math = math;
    this.rows = rows;
    this.size = bias.length;
    this.memory = math.memory();
    this.kept = hasRoom() ? List.of(upload(work, numbers(rows.count()))) : List.of();
    this.weights = List.of(work.upload(weight, size, rows.size()), work.upload(bias));
    this.gradients = zeros();
    this.means = zeros();
    this.squares = zeros();
    List<NDArray> all = new ArrayList<>(kept);
    List.of(weights, gradients, means, squares).forEach(all::addAll);
    memory.keep(this, all);
  }

  private boolean hasRoom() {
    long bytes = (long) rows.count() * rows.size() * Float.BYTES;
    return bytes <= Math.min(MOST_BYTES, math.mostBytes());
  }

  private static int[] numbers(int count) {
    return IntStream.range(0, count).toArray();
  }

  private NDArray upload(TorchWork work, int[] numbers) {
    return work.upload(rows.gather(numbers), numbers.length, rows.size());
  }

  private List<NDArray> zeros() {
    return weights.stream().map(NDArray::zerosLike).toList();
  }

  /** The rows of the batch [n,F]. */
  private NDArray features(TorchWork work) {
    return kept.isEmpty()
        ? upload(work, batch)
        : work.run(KernelProgram.ROWS, kept.get(0), List.of(work.labels(batch)));
  }

  @Override
  public float[] embeddings(int[] numbers) {
    batch = numbers.clone();
    return math.within(
        work -> work.run(KernelProgram.LINEAR, features(work), weights).toFloatArray(), this);
  }

  @Override
  public void add(double share, double[] gradientsOfRows) {
    math.within(
        work ->
            work.run(
                KernelProgram.ADD_GRADIENTS,
                features(work),
                List.of(work.upload(Doubles.floats(gradientsOfRows), batch.length, size)),
                gradients,
                List.of(work.numbers(share))),
        this);
  }

  @Override
  public void step(Step step) {
    steps++;
    int moving = step.movesBias() ? 2 : 1;
    double correction = Math.sqrt(1 - Math.pow(BETA_2, steps));
    double length = step.rate() / (1 - Math.pow(BETA_1, steps));
    math.within(
        work -> {
          work.run(
              KernelProgram.DECAY,
              work.numbers(step.clip(), step.weightDecay()),
              weights.subList(0, moving),
              gradients.subList(0, moving));
          work.run(
              AdamGroup.STEP,
              work.numbers(
                  BETA_1, BETA_2, step.epsilon(), Double.POSITIVE_INFINITY, correction, length),
              weights.subList(0, moving),
              gradients.subList(0, moving),
              means.subList(0, moving),
              squares.subList(0, moving));
          return clear(work, gradients);
        },
        this);
  }

  private static TorchWork clear(TorchWork work, List<NDArray> arrays) {
    work.run(KernelProgram.ZERO, work.numbers(0), arrays);
    return work;
  }

  @Override
  public void forget() {
    math.within(
        work -> {
          clear(work, means);
          return clear(work, squares);
        },
        this);
    steps = 0;
  }

  @Override
  public float[] weight() {
    return values(weights.get(0));
  }

  @Override
  public float[] bias() {
    return values(weights.get(1));
  }

  private float[] values(NDArray of) {
    return math.within(work -> of.toFloatArray(), this);
  }

  @Override
  public boolean isFinite() {
    return math.within(
        work -> work.run(KernelProgram.FINITE, work.numbers(0), weights).toBooleanArray()[0], this);
  }

  @Override
  public State state() {
    return math.within(
        work ->
            new State(
                weights.get(0).toFloatArray(),
                weights.get(1).toFloatArray(),
                moments(0),
                moments(1),
                steps),
        this);
  }

  private Moments moments(int of) {
    return new Moments(means.get(of).toFloatArray(), squares.get(of).toFloatArray());
  }

  @Override
  public void restore(State state) {
    math.within(
        work -> {
          set(work, weights, state.weight(), state.bias());
          set(work, means, state.ofWeight().means(), state.ofBias().means());
          set(work, squares, state.ofWeight().squares(), state.ofBias().squares());
          return work;
        },
        this);
    steps = state.steps();
  }

  private void set(TorchWork work, List<NDArray> arrays, float[] ofWeight, float[] ofBias) {
    List<NDArray> values = List.of(work.upload(ofWeight, size, rows.size()), work.upload(ofBias));
    work.run(KernelProgram.SET, work.numbers(0), arrays, values);
  }

  @Override
  public void close() {
    memory.close();
  }
}
