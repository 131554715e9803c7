package eifexplorer.session;

import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.influence.PairSummary;
import eifexplorer.influence.PairSurvey;
import eifexplorer.job.Gate;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Explains all pairs, a few at a time: so few that a person who asks for a particular pair hardly waits for them, so many
 * that each pass over the training images serves several. Blocks of pairs are kept in the workspace as they are done.
 */
public final class AllPairsSurveyor implements PairSurveyor {
  private static final int MOST_AT_ONCE = 32;
  private static final long BATCH_NANOS = 60_000_000L;
  private static final long SNAPSHOT_NANOS = 500_000_000L;

  private final Function<ExplorerSession, ImageInsights> insights;
  private final MatrixMath math;
  private final Map<String, String> options;
  private final String version;

  /**
   * A surveyor with the session's own estimator.
   *
   * @param math what the estimator computes with, for the results' identity
   * @param options what the estimator was made with, for the results' identity
   */
  public AllPairsSurveyor(
      Function<ExplorerSession, ImageInsights> insights,
      MatrixMath math,
      Map<String, String> options,
      String version) {
    this.insights = insights;
    this.math = math;
    this.options = options;
    this.version = version;
  }

  @Override
  public PairSurvey survey(
      ExplorerSession session, Consumer<InfluenceSurvey> soFar, JobContext context) {
    return new Run(session, soFar, context).survey();
  }

  @Override
  public void rest(ExplorerSession session, long millis) {
    if (session.estimator() instanceof InteractiveEstimator shared) {
      shared.gate().rest(millis);
    }
  }

  /** One survey under way. */
  private final class Run {
    private final ExplorerSession session;
    private final Consumer<InfluenceSurvey> soFar;
    private final JobContext context;
    private final InfluenceEstimator estimator;
    private final Gate gate;
    private final SurveyPlan plan;
    private final List<PairSummary> done = new ArrayList<>();
    private final double[] harm;
    private int atOnce = 4;
    private long shown;

    Run(ExplorerSession session, Consumer<InfluenceSurvey> soFar, JobContext context) {
      this.session = session;
      this.soFar = soFar;
      this.context = context;
      if (session.estimator() instanceof InteractiveEstimator shared) {
        this.estimator = shared.estimator();
        this.gate = shared.gate();
      } else {
        this.estimator = session.estimator();
        this.gate = new Gate();
      }
      this.plan = new SurveyPlan(session, math, estimator.id(), options, version);
      this.harm = new double[session.bundle().trainLabels().length];
    }

    PairSurvey survey() {
      plan.begin(Map.of());
      List<Integer> missing = new ArrayList<>();
      for (int b = 0; b < plan.blocks(); b++) {
        Optional<SurveyBlock> found = plan.found(b);
        found.ifPresent(block -> add(block.summaries(), block.harm()));
        if (found.isEmpty()) {
          missing.add(b);
        }
      }
      show();
      for (int b : missing) {
        explain(b);
      }
      return snapshot();
    }

    private void explain(int b) {
      List<TestPair> all = plan.block(b);
      List<PairSummary> summaries = new ArrayList<>();
      double[] blockHarm = new double[harm.length];
      while (summaries.size() < all.size()) {
        int from = summaries.size();
        List<TestPair> next = all.subList(from, Math.min(all.size(), from + atOnce));
        double[] before = blockHarm.clone();
        List<PairSummary> explained = explain(next, blockHarm);
        summaries.addAll(explained);
        add(explained, difference(blockHarm, before));
        if (System.nanoTime() - shown > SNAPSHOT_NANOS) {
          show();
        }
      }
      plan.save(b, new SurveyBlock(summaries, blockHarm));
    }

    /** Pair by pair onto the block's harm, so that it is the same whatever was explained at once. */
    private List<PairSummary> explain(List<TestPair> batch, double[] blockHarm) {
      gate.giveWay(context);
      long start = System.nanoTime();
      List<InfluenceScores> scores =
          estimator.estimateAll(
              batch.stream().map(p -> InfluenceQuery.pair(p.first(), p.second())).toList(),
              context.withoutProgress());
      List<PairSummary> summaries = new ArrayList<>();
      for (int p = 0; p < scores.size(); p++) {
        PairSurvey.addHarm(scores.get(p), blockHarm);
        summaries.add(PairSummary.of(batch.get(p), scores.get(p), SurveyPlan.KEPT));
      }
      long took = System.nanoTime() - start;
      atOnce = took < BATCH_NANOS ? Math.min(MOST_AT_ONCE, atOnce * 2) : Math.max(1, atOnce / 2);
      return withSuspects(summaries, context.withoutProgress());
    }

    private List<PairSummary> withSuspects(List<PairSummary> summaries, JobContext quiet) {
      ImageInsights ask = insights.apply(session);
      ask.prepareLikeliestLabels(
          IntStream.of(SurveyPlan.harmful(summaries)).boxed().toList(), quiet);
      int[] labels = session.bundle().trainLabels();
      return plan.withSuspects(
          summaries,
          i ->
              ask.likeliestLabels(i, 1, quiet).stream()
                  .findFirst()
                  .map(LabelProbability::label)
                  .orElse(labels[i]));
    }

    private void add(List<PairSummary> summaries, double[] more) {
      done.addAll(summaries);
      addTo(harm, more);
      context.progress(done.size(), plan.pairs().size(), "pairs");
    }

    private void show() {
      soFar.accept(snapshot());
      shown = System.nanoTime();
    }

    private PairSurvey snapshot() {
      return new PairSurvey(done, harm, plan.pairs().size());
    }
  }

  private static double[] difference(double[] after, double[] before) {
    double[] difference = new double[after.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = after[i] - before[i];
    }
    return difference;
  }

  private static void addTo(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }
}
