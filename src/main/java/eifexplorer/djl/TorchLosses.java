package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import eifexplorer.math.CosineMove;
import eifexplorer.math.LogitMove;
import eifexplorer.math.Matrices;
import eifexplorer.math.SampleBlock;
import eifexplorer.math.SampleBlock.SoftmaxBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cross-entropy on the device; see {@link eifexplorer.math.SampleBlock.LossBlock}. Classes are rows, so that what samples are
 * moved by is added and multiplied along rows, and a few classes at a time are in the processor's cache with all samples.
 */
final class TorchLosses implements SoftmaxBlock {
  /** Largest size of a logit's change for which the fraction is good: it is then off by 1e-6. */
  private static final float SMALL = .16f;

  /** A change is halved so often at most to be small: from then on the exponential is as fast. */
  private static final int MOST_HALVINGS = 2;

  /** Instead of a number of halvings: the exponential. */
  private static final int EXPONENTIAL = -1;

  /** One of so many samples may move too far, and is done apart. */
  private static final int FARTHEST_SHARE = 16;

  /** No cosine differs from another by more. */
  private static final float WIDEST_DIFFERENCE = 2;

  private final DjlMatrixMath math;
  private final NDArray differences;
  private final int[] labels;
  private final double scale;
  private final double ownShift;
  private final DeviceMemory memory;

  /**
   * What is asked of the samples: all of them, or those that move far.
   *
   * @param values differences [C,n]
   * @param labels [n]
   * @param losses [n]
   */
  private record Asked(NDArray values, int[] labels, double[] losses) {}

  /**
   * A move of the samples.
   *
   * @param terms [r+2][n], see {@link LogitMove#terms}
   * @param factors row major [C,r+1]
   * @param halvings of the logits' changes until they are small, or {@link #EXPONENTIAL}
   * @param far samples for which these are too few
   */
  private record Move(float[][] terms, float[] factors, int halvings, int[] far) {
    Move ofFar() {
      float[][] fewer = new float[terms.length][far.length];
      for (int k = 0; k < terms.length; k++) {
        for (int i = 0; i < far.length; i++) {
          fewer[k][i] = terms[k][far[i]];
        }
      }
      return new Move(fewer, factors, EXPONENTIAL, new int[0]);
    }
  }

  /** Takes over cosines [C,n] less that of the own class, one row after the other in memory. */
  TorchLosses(
      DjlMatrixMath math, NDArray differences, int[] labels, double scale, double ownShift) {
    this.math = math;
    this.differences = differences;
    this.labels = labels;
    this.scale = scale;
    this.ownShift = ownShift;
    this.memory = math.memory();
  }

  private NDArray numbers(TorchWork work, int samples) {
    return work.numbers(scale, ownShift, math.rowsAtOnce((int) differences.size(0), samples));
  }

  @Override
  public double[] losses() {
    return math.within(
        work ->
            work.run(
                    KernelProgram.LOSSES,
                    differences,
                    List.of(work.labelRow(labels)),
                    List.of(numbers(work, labels.length)))
                .toDoubleArray(),
        this);
  }

  @Override
  public double[][] changes(double[] losses, List<CosineMove> moves) {
    return math.within(
        work -> {
          List<Move> all = moves.stream().map(this::move).toList();
          double[][] changes = changes(work, new Asked(differences, labels, losses), all);
          for (int m = 0; m < changes.length; m++) {
            correct(work, losses, all.get(m), changes[m]);
          }
          return changes;
        },
        this);
  }

  private Move move(CosineMove move) {
    LogitMove logits = new LogitMove(move, (float) scale, labels);
    float[] bounds = logits.bounds(WIDEST_DIFFERENCE);
    int most = math.gainsFromSmallChanges() ? MOST_HALVINGS : EXPONENTIAL;
    for (int halvings = 0; halvings <= most; halvings++) {
      float small = SMALL * (1 << halvings);
      int[] far = IntStream.range(0, bounds.length).filter(j -> !(bounds[j] <= small)).toArray();
      if (far.length <= bounds.length / FARTHEST_SHARE) {
        return new Move(logits.terms(), logits.factors(), halvings, far);
      }
    }
    return new Move(logits.terms(), logits.factors(), EXPONENTIAL, new int[0]);
  }

  /** Puts right the changes of the few samples that move farther than the others. */
  private void correct(TorchWork work, double[] losses, Move move, double[] changes) {
    int[] far = move.far();
    if (far.length > 0) {
      NDArray values =
          work.run(KernelProgram.COLUMNS, work.in(differences), List.of(work.labels(far)));
      int[] own = Arrays.stream(far).map(j -> labels[j]).toArray();
      double[] before = Arrays.stream(far).mapToDouble(j -> losses[j]).toArray();
      double[] right = changes(work, new Asked(values, own, before), List.of(move.ofFar()))[0];
      for (int i = 0; i < far.length; i++) {
        changes[far[i]] = right[i];
      }
    }
  }

  private double[][] changes(TorchWork work, Asked asked, List<Move> moves) {
    int n = asked.labels().length;
    List<NDArray> terms = new ArrayList<>();
    List<NDArray> factors = new ArrayList<>();
    for (Move move : moves) {
      terms.add(work.upload(move.terms()));
      int columns = move.terms().length - 1;
      factors.add(work.upload(move.factors(), move.factors().length / columns, columns));
    }
    double[] halvings = moves.stream().mapToDouble(Move::halvings).toArray();
    NDArray changes =
        work.run(
            KernelProgram.CHANGES,
            asked.values(),
            List.of(work.labelRow(asked.labels()), work.exact(asked.losses())),
            List.of(numbers(work, n), work.numbers(halvings)),
            terms,
            factors);
    return Matrices.rows(changes.toDoubleArray(), n);
  }

  @Override
  public SampleBlock probabilities() {
    return math.block(
        work ->
            work.run(
                KernelProgram.PROBABILITIES,
                work.in(differences).transpose(),
                List.of(work.labels(labels)),
                List.of(work.numbers(scale, ownShift))),
        this);
  }

  @Override
  public float[][] kept() {
    return math.within(work -> work.rows(differences), this);
  }

  @Override
  public SoftmaxBlock keep() {
    memory.keep(this, List.of(differences));
    return this;
  }

  @Override
  public void close() {
    memory.close();
  }
}
