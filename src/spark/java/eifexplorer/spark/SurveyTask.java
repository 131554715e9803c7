package eifexplorer.spark;

import eifexplorer.array.Npz;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.MovedWeights;
import eifexplorer.influence.PairSummary;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.session.SurveyPlan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** An executor's share of a survey: what one part of the training samples does to the pairs of a group, kept in part files. */
final class SurveyTask implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Pairs explained in one pass over the samples. */
  private static final int AT_ONCE = 16;

  private final PartFiles files;
  private final Broadcast<SurveyModel> model;
  private final Broadcast<PairGroup> group;
  private final RowHashes hashes;
  private final int trainingSamples;

  SurveyTask(
      PartFiles files,
      Broadcast<SurveyModel> model,
      Broadcast<PairGroup> group,
      RowHashes hashes,
      int trainingSamples) {
    this.files = files;
    this.model = model;
    this.group = group;
    this.hashes = hashes;
    this.trainingSamples = trainingSamples;
  }

  /** Summaries of all pairs of the group; parts that are not there are computed and kept. */
  ArrayList<PairSummary> summaries(RowPart rows) {
    ArrayList<PairSummary> all = new ArrayList<>();
    try (Passes passes = new Passes(rows)) {
      for (int b = 0; b < group.value().blocks().length; b++) {
        all.addAll(passes.part(b).summaries());
      }
    }
    return all;
  }

  /**
   * The samples' harm by one block of the group [n].
   *
   * @param b which block of the group
   * @param strongest size of each pair's strongest influence on any sample
   */
  double[] harm(RowPart rows, int b, double[] strongest) {
    try (Passes passes = new Passes(rows)) {
      return passes.part(b).harm(strongest);
    }
  }

  /** The estimator of one part's samples, made when a part file is missing. */
  private final class Passes implements AutoCloseable {
    private final RowPart rows;
    private final long[] expected;
    private Optional<TrainingPasses> passes = Optional.empty();
    private Optional<FeatureMatrix> features = Optional.empty();

    Passes(RowPart rows) {
      this.rows = rows;
      this.expected = hashes.of(rows);
    }

    SurveyPart part(int b) {
      List<TestPair> pairs = group.value().pairs().get(b);
      int block = group.value().blocks()[b];
      Function<Npz, SurveyPart> read = npz -> read(npz, pairs);
      return files
          .find(SurveyPart.KIND, block, rows.from(), rows.to(), read)
          .orElseGet(
              () -> {
                files.requireSeen();
                SurveyPart computed = compute(pairs, group.value().moved().get(b));
                files.write(SurveyPart.KIND, block, rows.from(), rows.to(), read, computed::write);
                return computed;
              });
    }

    private SurveyPart read(Npz npz, List<TestPair> pairs) {
      SurveyPart part = SurveyPart.read(npz, pairs.size(), rows, trainingSamples);
      if (!part.isOf(expected)) {
        throw new IllegalArgumentException("it is of other training features");
      }
      if (!part.summaries().stream().map(PairSummary::pair).toList().equals(pairs)) {
        throw new IllegalArgumentException("it is of other pairs");
      }
      return part;
    }

    private SurveyPart compute(List<TestPair> pairs, List<MovedWeights> moved) {
      EifEstimator estimator = new EifEstimator(passes(), EifParameters.DEFAULT);
      int n = rows.rows().size();
      float[] positive = new float[pairs.size() * n];
      List<PairSummary> summaries = new ArrayList<>();
      for (int from = 0; from < pairs.size(); from += AT_ONCE) {
        List<MovedWeights> some = moved.subList(from, Math.min(pairs.size(), from + AT_ONCE));
        List<InfluenceScores> scores = estimator.estimateMoved(some, JobContext.unattended());
        for (int p = 0; p < scores.size(); p++) {
          SurveyPart.put(scores.get(p), from + p, positive);
          summaries.add(
              PairSummary.of(pairs.get(from + p), scores.get(p), SurveyPlan.KEPT)
                  .shifted(rows.from()));
        }
      }
      hashes.requireUnchanged(rows, features.orElseThrow());
      return new SurveyPart(expected, summaries, positive);
    }

    private TrainingPasses passes() {
      if (passes.isEmpty()) {
        SurveyModel of = model.value();
        FeatureMatrix opened = rows.open();
        features = Optional.of(opened);
        passes =
            Optional.of(
                new TrainingPasses(
                    new JavaMatrixMath(),
                    of.bundle(opened, rows.labels(), group.value().test()),
                    of.lossSpec(),
                    mostBytes()));
      }
      return passes.get();
    }

    /** Tasks share the heap. */
    private static long mostBytes() {
      return Runtime.getRuntime().maxMemory() / (4L * ComputePool.shared().threads());
    }

    @Override
    public void close() {
      passes.ifPresent(TrainingPasses::close);
    }
  }
}
