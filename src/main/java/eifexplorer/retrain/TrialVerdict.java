package eifexplorer.retrain;

import eifexplorer.retrain.HeadComparison.Spread;
import eifexplorer.retrain.ReweightOutcome.PairChange;
import eifexplorer.session.ExplorerSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a change of training images did to a query, in words.
 *
 * @param result whether the query is fixed
 * @param change {@code 768 harmful images left out}
 * @param distance {@code d 0.83 → 0.94}
 * @param fix {@code nearest neighbour becomes Fish Crow: fixed in 4 of 5 seeds}
 * @param chance {@code not told from chance}; empty if it is
 * @param details all numbers, a line each
 */
public record TrialVerdict(
    Result result,
    String change,
    String distance,
    String fix,
    String chance,
    List<String> details) {
  /** Copies the details. */
  public TrialVerdict {
    details = List.copyOf(details);
  }

  /** All of it in a sentence. */
  public String text() {
    return change + ": " + distance + ", " + fix + (chance.isEmpty() ? "" : "; " + chance);
  }

  /** Whether the query is fixed, and whether that is the images' doing. */
  public enum Result {
    /** In most seeds the nearest neighbour has the right class, more often than with random sets. */
    FIXED,
    /** The distance changes by more than chance, but the pair stays confused in at least half of the seeds. */
    STILL_WRONG,
    /** Random sets do as much. */
    NOT_TOLD_FROM_CHANCE,
    /** One seed says nothing about chance. */
    ONE_SEED
  }

  /**
   * The verdict on the pairs of a query.
   *
   * @param change what was changed, in words
   */
  public static TrialVerdict of(ExplorerSession session, String change, TrialComparison trials) {
    boolean single = trials.trials().get(0).pairs().size() == 1;
    return new TrialVerdict(
        result(trials),
        change,
        (single ? "" : "mean ") + distances(trials),
        single ? onePair(session, trials) : manyPairs(trials),
        chance(trials),
        details(session, trials, single));
  }

  private static Result result(TrialComparison trials) {
    int pairs = trials.trials().get(0).pairs().size();
    boolean fixed = 2 * trials.fixed() > pairs && trials.fixed() > trials.fixedAtRandom();
    if (trials.seeds() < 2) {
      return Result.ONE_SEED;
    }
    if (fixed) {
      return Result.FIXED;
    }
    return trials.chance() == Chance.MORE_THAN_CHANCE
        ? Result.STILL_WRONG
        : Result.NOT_TOLD_FROM_CHANCE;
  }

  private static String chance(TrialComparison trials) {
    return switch (result(trials)) {
      case FIXED, STILL_WRONG -> "";
      case NOT_TOLD_FROM_CHANCE, ONE_SEED -> trials.chance().words();
    };
  }

  private static String onePair(ExplorerSession session, TrialComparison trials) {
    long fixed = Math.round(trials.fixed() * trials.seeds());
    long atRandom = Math.round(trials.fixedAtRandom() * trials.controls().size());
    return nearest(session, trials)
        + ": "
        + (fixed == 0
            ? "still wrong (" + ranks(trials) + ")"
            : "fixed in " + fixed + " of " + seeds(trials.seeds()))
        + (atRandom == 0
            ? ""
            : ", by random sets in " + atRandom + " of " + trials.controls().size());
  }

  private static String manyPairs(TrialComparison trials) {
    return String.format(
        Locale.ENGLISH,
        "%.1f of %d pairs fixed, by random sets %.1f (mean of %s); rank %s → %s",
        trials.fixed(),
        trials.trials().get(0).pairs().size(),
        trials.fixedAtRandom(),
        seeds(trials.seeds()),
        rank(trials.rankBefore()),
        rank(trials.rankAfter()));
  }

  /** A median of whole numbers: whole, or with a half. */
  private static String rank(double median) {
    return median == 0
        ? "none"
        : median == Math.rint(median) ? number(median, 0) : number(median, 1);
  }

  private static String seeds(int count) {
    return count + (count == 1 ? " seed" : " seeds");
  }

  private static String distances(TrialComparison trials) {
    String before = number(trials.distanceBefore(), 2);
    String after = number(trials.distanceAfter(), 2);
    return before.equals(after)
        ? "d " + number(trials.distanceBefore(), 3) + " → " + number(trials.distanceAfter(), 3)
        : "d " + before + " → " + after;
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ENGLISH, "%." + decimals + "f", value);
  }

  /** Of what the first image finds after the trials, the most common class. */
  private static String nearest(ExplorerSession session, TrialComparison trials) {
    PairChange first = first(trials.trials().get(0));
    Map<Integer, Long> images = count(trials, change -> change.foundAfter().nearest());
    Map<String, Long> classes =
        count(trials, change -> className(session, change.foundAfter().nearest()));
    String most = mostCommon(classes);
    String before = className(session, first.foundBefore().nearest());
    if (images.size() == 1 && images.containsKey(first.foundBefore().nearest())) {
      return "nearest neighbour unchanged";
    }
    return (most.equals(before) ? "nearest neighbour stays " : "nearest neighbour becomes ") + most;
  }

  private static <T extends Comparable<T>> Map<T, Long> count(
      TrialComparison trials, Function<PairChange, T> what) {
    return trials.trials().stream()
        .map(trial -> what.apply(first(trial)))
        .collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting()));
  }

  private static String mostCommon(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static PairChange first(TrialEffect trial) {
    return trial.pairs().get(0);
  }

  private static String className(ExplorerSession session, int test) {
    return test < 0 ? "" : session.className(session.testSample(test).label());
  }

  private static String ranks(TrialComparison trials) {
    PairChange change = first(trials.trials().get(trials.median()));
    return "rank " + change.foundBefore().rank() + " → " + change.foundAfter().rank();
  }

  private static List<String> details(
      ExplorerSession session, TrialComparison trials, boolean single) {
    Spread after = Spread.of(trials.changes());
    Spread control = Spread.of(trials.controlChanges());
    String distance =
        "Distance "
            + number(trials.distanceBefore(), 3)
            + " → "
            + number(trials.distanceAfter(), 3)
            + " ± "
            + number(after.deviation(), 3)
            + "; random sets → "
            + number(trials.distanceBefore() + control.mean(), 3)
            + " ± "
            + number(control.deviation(), 3);
    String recall =
        String.format(
            Locale.ENGLISH,
            "R@1 %.1f %% → %.1f %%; random sets %.1f %%",
            100 * trials.trials().get(0).recallBefore(),
            100 * trials.recall().mean(),
            100 * trials.controlRecall().mean());
    return single
        ? List.of(distance, rankDetails(trials), nearestDetails(session, trials), recall)
        : List.of(distance, medianRanks(trials), recall);
  }

  private static String medianRanks(TrialComparison trials) {
    return "Median rank of the first right neighbour "
        + rank(trials.rankBefore())
        + " → "
        + rank(trials.rankAfter())
        + "; random sets "
        + rank(trials.rankAfterRandom());
  }

  private static String rankDetails(TrialComparison trials) {
    return "Rank of the first right neighbour "
        + first(trials.trials().get(0)).foundBefore().rank()
        + " → "
        + rankList(trials.trials())
        + "; random sets "
        + rankList(trials.controls());
  }

  private static String rankList(List<TrialEffect> trials) {
    return trials.stream()
        .map(trial -> String.valueOf(first(trial).foundAfter().rank()))
        .collect(Collectors.joining(", "));
  }

  private static String nearestDetails(ExplorerSession session, TrialComparison trials) {
    Map<String, Long> classes =
        count(trials, change -> className(session, change.foundAfter().nearest()));
    return "Nearest neighbour afterwards: "
        + classes.entrySet().stream()
            .map(entry -> entry.getKey() + " in " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
