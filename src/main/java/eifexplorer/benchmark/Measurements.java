package eifexplorer.benchmark;

import eifexplorer.job.JobContext;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntConsumer;

/** Measures pieces of work one after the other; how far all are together is progress, and each may be the last. */
final class Measurements {
  private final JobContext watched;
  private final int all;
  private int done;

  /** So many pieces in all. */
  Measurements(JobContext watched, int all) {
    this.watched = watched;
    this.all = all;
    watched.progress(0, all, "measurements");
  }

  /** What the work takes. */
  double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    watched.checkCancelled();
    done++;
    watched.progress(done, all, "measurements");
    return seconds;
  }

  /** The median over some rounds. */
  double median(int rounds, IntConsumer work) {
    double[] times = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      int round = i;
      times[i] = seconds(() -> work.accept(round));
    }
    Arrays.sort(times);
    return times[rounds / 2];
  }

  /** The same after one more round that is not counted. */
  double warmMedian(int rounds, IntConsumer work) {
    seconds(() -> work.accept(0));
    return median(rounds, work);
  }

  /** Numbers that the seed alone decides. */
  static float[] gaussian(int n, long seed) {
    Random random = new Random(seed);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Rows [n,size] around one centre a class. */
  static float[] clusters(int[] labels, int classes, int size) {
    float[] centres = gaussian(classes * size, 3);
    float[] values = gaussian(labels.length * size, 4);
    for (int i = 0; i < values.length; i++) {
      values[i] += centres[labels[i / size] * size + i % size];
    }
    return values;
  }
}
