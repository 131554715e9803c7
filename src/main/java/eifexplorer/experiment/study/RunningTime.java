package eifexplorer.experiment.study;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.job.JobContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The paper's comparison of running times, on a model's features and this machine. */
public final class RunningTime implements Experiment {
  private static final Set<String> PARTS = Set.of("eif-once", "eif-group", "eif-all");

  /** Something that is timed. */
  private record Work(
      String key, String title, String how, int queries, Optional<ReferenceCost> reference) {
    /** Whether the key is an estimator's id, and no part of what EIF does. */
    boolean isEstimator() {
      return !PARTS.contains(key);
    }
  }

  @Override
  public String id() {
    return "runtime";
  }

  @Override
  public String title() {
    return "Running time";
  }

  @Override
  public String question() {
    return "What do the influence estimators cost on this machine, and what does the authors'"
        + " program need for the same?";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.whole(
            "pairs",
            "Pairs",
            "Of so many the middle time is taken, slow ways try fewer.",
            20,
            1,
            100_000));
  }

  @Override
  public Findings run(
      ExperimentInputs inputs,
      ParameterValues values,
      FinishedUnits units,
      ExperimentObserver observer,
      JobContext context) {
    List<InfluenceQuery> pairs =
        inputs.confusions().pairs().stream().map(RunningTime::query).toList();
    int count = values.atMost("pairs", pairs.size(), "confused pairs");
    InfluenceClock clock = new InfluenceClock(inputs, pairs, count, context);
    List<Work> all = works(pairs.size(), count);
    FittingEstimators fitting =
        inputs.fitting(all.stream().filter(Work::isEstimator).map(Work::key).toList());
    List<Work> works =
        all.stream()
            .filter(work -> !work.isEstimator() || fitting.ids().contains(work.key()))
            .toList();
    units.plan(works.stream().map(Work::key).toList());
    List<Row> rows = new ArrayList<>();
    for (Work work : works) {
      InfluenceClock.Timing timing =
          units.findOrRun(
              work.key(), InfluenceClock.Timing.class, () -> clock.time(work.key()), context);
      rows.add(row(work, timing, inputs.trainCount()));
      observer.soFar(findings(inputs, fitting, rows));
    }
    return findings(inputs, fitting, rows);
  }

  private static InfluenceQuery query(ConfusionPair pair) {
    return InfluenceQuery.pair(pair.wrong(), pair.confusedWith());
  }

  private static List<Work> works(int all, int count) {
    String middle = "middle of up to " + count + " pairs, after one that does not count";
    Optional<ReferenceCost> none = Optional.empty();
    Optional<ReferenceCost> eif = Optional.of(ReferenceCost.EIF);
    return List.of(
        new Work("eif-once", "EIF, once before the first pair", "one run", 1, none),
        new Work("eif", "EIF, low rank, a pair", middle, 1, eif),
        new Work("eif-group", "EIF, low rank, the most confused class's group", "one run", 1, eif),
        new Work(
            "eif-all",
            "EIF, low rank, all " + all + " confused pairs",
            "one run, " + InfluenceClock.AT_ONCE + " pairs at a time",
            all,
            eif),
        new Work("eif-direct", "EIF, direct, a pair", middle, 1, eif),
        new Work(
            "if",
            "Influence function, as the authors compute it, a pair",
            middle,
            1,
            Optional.of(ReferenceCost.IF_FIRST)),
        new Work("if-exact", "Influence function, damped Gauss-Newton, a pair", middle, 1, none),
        new Work("gradient-dot", "Gradient dot product, a pair", middle, 1, none));
  }

  private static Row row(Work work, InfluenceClock.Timing timing, int images) {
    return Row.of(
        work.title(),
        timing.median(),
        timing.runs(),
        "measured here: " + work.how(),
        work.reference().map(cost -> cost.seconds(images, work.queries())).orElse(null),
        work.reference().map(cost -> cost.how(images, work.queries())).orElse(""));
  }

  private static Findings findings(
      ExperimentInputs inputs, FittingEstimators fitting, List<Row> rows) {
    List<String> notes =
        new ArrayList<>(
            List.of(
                "Here the last layer moves on features that are there; the authors' program runs"
                    + " the whole network over every training image for each pair. Its cost is"
                    + " estimated, not measured on this data set.",
                inputs.trainCount()
                    + " training images, features of "
                    + inputs.bundle().trainFeatures().columns()
                    + ", embeddings of "
                    + inputs.bundle().head().embeddingSize()
                    + "; computing the features once is not counted."));
    notes.addAll(fitting.notes());
    return new Findings(
        notes,
        List.of(
            new ResultTable(
                "runtime",
                "Running times",
                1,
                List.of(
                    Column.text("what", "What"),
                    Column.small("seconds", "seconds here"),
                    Column.whole("runs", "runs"),
                    Column.text("how", "how"),
                    Column.small("reference_seconds", "seconds, authors' program"),
                    Column.text("reference_how", "how it was estimated")),
                rows)),
        List.of());
  }
}
