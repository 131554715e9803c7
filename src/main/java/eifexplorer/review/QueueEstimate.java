package eifexplorer.review;

import java.util.stream.IntStream;

/**
 * How many wrong labels are likely left among the images nobody decided about.
 *
 * <p>Model: the chance that a label is wrong does not rise along the ranking; nothing else is taken for granted, so that
 * it holds for detectors that find everything and for those that find nothing. Of all such curves those are kept whose
 * log likelihood, given every decision with its rank, is at most {@value #DROP} below the best (90 % for one unknown), and
 * the range is that of the number of wrong labels they expect among the undecided, widened by what chance adds. What is
 * known of ranks far down comes from the spot checks ({@link QueueOrder}), so that nothing is said before there are
 * {@value #SPOT_CHECKS} of them in each half of the ranking that has undecided images.
 *
 * <p>Curves that fall by chance alone fit better than a flat one that is true, and would promise too little: where a curve
 * that is flat, or flat from the front on, is less than {@value #FLAT} worse, the upper end reaches down to it.
 *
 * <p>The number expected is not the middle of the range, which lies far too low while few spot checks were wrong: it is that
 * of {@link LikelyCurve}, which takes more for granted.
 *
 * @param known false before there are enough spot checks; then the numbers say nothing
 * @param expected number of wrong labels among the undecided
 * @param low lower end of the 90 % range
 * @param high upper end
 * @param undecided images nobody decided about
 * @param answers decisions it rests on
 * @param spotChecks of which are spot checks
 */
public record QueueEstimate(
    boolean known, double expected, int low, int high, int undecided, int answers, int spotChecks) {
  /** Spot checks wanted in each half of the ranking. */
  static final int SPOT_CHECKS = 3;

  private static final double DROP = 1.35;
  private static final double MIDDLE_DROP = .25;
  private static final double FLAT = 4;
  private static final double FLAT_IN_THE_MIDDLE = .3;
  private static final double NORMAL_90 = 1.645;

  /**
   * Estimates.
   *
   * @param byRank what is known, the most suspect first
   * @param spotChecks whether each of them is a spot check
   */
  public static QueueEstimate of(Outcome[] byRank, boolean[] spotChecks) {
    int undecided = count(byRank, 0, byRank.length);
    int answers = (int) ranks(byRank).filter(r -> byRank[r].isAnswer()).count();
    int spots = (int) ranks(byRank).filter(r -> byRank[r].isAnswer() && spotChecks[r]).count();
    if (undecided == 0) {
      return new QueueEstimate(true, 0, 0, 0, 0, answers, spots);
    }
    int half = byRank.length / 2;
    if (!isKnown(byRank, spotChecks, 0, half)
        || !isKnown(byRank, spotChecks, half, byRank.length)) {
      return new QueueEstimate(false, 0, 0, undecided, undecided, answers, spots);
    }
    MonotoneFit fit = new MonotoneFit(byRank);
    double flat = flatness(fit);
    double middle =
        (fit.fewest(MIDDLE_DROP).expected()
                + fit.most(MIDDLE_DROP + FLAT_IN_THE_MIDDLE * flat).expected())
            / 2;
    double low = middle - reach(fit.fewest(DROP), middle);
    double high = middle + reach(fit.most(DROP + flat), middle);
    double expected = LikelyCurve.expected(byRank);
    return new QueueEstimate(
        true,
        expected,
        (int) Math.max(0, Math.floor(Math.min(low, expected))),
        (int) Math.min(undecided, Math.ceil(Math.max(high, expected))),
        undecided,
        answers,
        spots);
  }

  /** How much worse the worst of the flat curves is that can't be ruled out. */
  private static double flatness(MonotoneFit fit) {
    double best = fit.best().logLikelihood();
    int front = fit.front();
    return IntStream.of(0, front / 2, front)
        .mapToDouble(run -> best - fit.flatFrom(run).best().logLikelihood())
        .filter(worse -> worse <= FLAT)
        .max()
        .orElse(0);
  }

  private static double reach(MonotoneFit.Fit end, double middle) {
    return Math.sqrt(Math.pow(end.expected() - middle, 2) + NORMAL_90 * NORMAL_90 * end.variance());
  }

  private static boolean isKnown(Outcome[] byRank, boolean[] spotChecks, int from, int to) {
    long answered =
        IntStream.range(from, to).filter(r -> spotChecks[r] && byRank[r].isAnswer()).count();
    return answered >= SPOT_CHECKS || count(byRank, from, to) == 0;
  }

  private static int count(Outcome[] byRank, int from, int to) {
    return (int) IntStream.range(from, to).filter(r -> byRank[r] == Outcome.UNDECIDED).count();
  }

  private static IntStream ranks(Outcome[] byRank) {
    return IntStream.range(0, byRank.length);
  }

  /** What it rests on, such as {@code 60 decisions, 6 of them spot checks}. */
  public String basis() {
    return answers
        + (answers == 1 ? " decision, " : " decisions, ")
        + spotChecks
        + " of them spot checks";
  }
}
