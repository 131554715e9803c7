package eifexplorer.review;

import java.util.ArrayList;
import java.util.List;

/**
 * Chances of a wrong label that do not rise along a ranking, fitted to what was decided: any such curve, not one of a
 * family. Found by pooling neighbours that would rise (the pool-adjacent-violators algorithm), each pool's own best chance
 * being the root of a quadratic.
 */
final class MonotoneFit {
  private static final double LEAST = 1e-300;
  private static final double LOG_LOWEST = -18;
  private static final double LOG_HIGHEST = 10;
  private static final int HALVINGS = 44;

  /** By run of neighbouring ranks: labels found wrong, found right, and undecided. */
  private final List<Pool> runs;

  /**
   * A fitted curve.
   *
   * @param logLikelihood of what was decided
   * @param expected number of wrong labels among the undecided
   * @param variance of that number
   */
  record Fit(double logLikelihood, double expected, double variance) {}

  private record Pool(int wrong, int right, int open, double chance) {
    Pool with(Pool next, double pull) {
      return of(wrong + next.wrong, right + next.right, open + next.open, pull);
    }

    static Pool of(int wrong, int right, int open, double pull) {
      return new Pool(wrong, right, open, best(wrong, right, pull * open));
    }

    /** Where {@code wrong ln p + right ln (1 - p) + force p} is largest. */
    private static double best(int wrong, int right, double force) {
      if (wrong + right == 0) {
        return force > 0 ? 1 : 0;
      }
      double middle = force - wrong - right;
      double root = Math.sqrt(Math.max(0, middle * middle + 4 * force * wrong));
      // The same root in two forms: each without the difference of nearly equal numbers.
      double p = middle < 0 ? 2.0 * wrong / (root - middle) : (middle + root) / (2 * force);
      return Math.min(1, Math.max(0, p));
    }
  }

  /** Of outcomes by rank, the most suspect first. */
  MonotoneFit(Outcome[] byRank) {
    runs = new ArrayList<>();
    int open = 0;
    for (Outcome outcome : byRank) {
      if (outcome == Outcome.UNDECIDED) {
        open++;
      } else if (outcome.isAnswer()) {
        addOpen(open);
        open = 0;
        boolean wrong = outcome == Outcome.WRONG;
        runs.add(new Pool(wrong ? 1 : 0, wrong ? 0 : 1, 0, 0));
      }
    }
    addOpen(open);
  }

  private MonotoneFit(List<Pool> runs) {
    this.runs = runs;
  }

  private void addOpen(int open) {
    if (open > 0) {
      runs.add(new Pool(0, 0, open, 0));
    }
  }

  /** Runs before the first undecided image. */
  int front() {
    int front = 0;
    while (front < runs.size() && runs.get(front).open() == 0) {
      front++;
    }
    return front;
  }

  /** The same with one chance from a run on. */
  MonotoneFit flatFrom(int run) {
    List<Pool> shorter = new ArrayList<>(runs.subList(0, run));
    runs.subList(run, runs.size()).stream().reduce((a, b) -> a.with(b, 0)).ifPresent(shorter::add);
    return new MonotoneFit(shorter);
  }

  /** The likeliest curve. */
  Fit best() {
    return pulled(0);
  }

  /** The curve that weighs each expected wrong label with so much log likelihood; below 0 for few of them. */
  private Fit pulled(double pull) {
    List<Pool> pools = new ArrayList<>();
    for (Pool run : runs) {
      Pool last = Pool.of(run.wrong(), run.right(), run.open(), pull);
      while (!pools.isEmpty() && pools.get(pools.size() - 1).chance() < last.chance()) {
        last = pools.remove(pools.size() - 1).with(last, pull);
      }
      pools.add(last);
    }
    double likelihood = 0;
    double expected = 0;
    double variance = 0;
    for (Pool pool : pools) {
      double p = pool.chance();
      likelihood += pool.wrong() == 0 ? 0 : pool.wrong() * Math.log(Math.max(LEAST, p));
      likelihood += pool.right() == 0 ? 0 : pool.right() * Math.log(Math.max(LEAST, 1 - p));
      expected += pool.open() * p;
      variance += pool.open() * p * (1 - p);
    }
    return new Fit(likelihood, expected, variance);
  }

  /** The curve with the most wrong labels whose log likelihood is at most this much below the best. */
  Fit most(double drop) {
    return extreme(drop, 1);
  }

  /** The curve with the fewest wrong labels whose log likelihood is at most this much below the best. */
  Fit fewest(double drop) {
    return extreme(drop, -1);
  }

  private Fit extreme(double drop, int sign) {
    double least = best().logLikelihood() - drop;
    double low = LOG_LOWEST;
    double high = LOG_HIGHEST;
    Fit found = pulled(sign * Math.exp(low));
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      Fit fit = pulled(sign * Math.exp(middle));
      if (fit.logLikelihood() >= least) {
        low = middle;
        found = fit;
      } else {
        high = middle;
      }
    }
    return found;
  }
}
