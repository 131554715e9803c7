package eifexplorer.spark;

import eifexplorer.influence.PairSummary;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SurveyBlock;
import eifexplorer.session.SurveyPlan;
import eifexplorer.workspace.ProgramVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;

/**
 * The survey of all pairs of a session, over parts of the training rows. The driver moves the weights, which needs the pairs' test
 * samples only; of the parts' scores only sums and each pair's strongest come back. Blocks that are kept are not computed again.
 */
final class SurveyJob {
  /** Blocks of pairs that a task explains with its rows once read. */
  private static final int BLOCKS_AT_ONCE = 8;

  private static final String ESTIMATOR = "eif";

  private final Cluster cluster;
  private final ExplorerSession session;
  private final SurveyPlan plan;
  private final List<RowPart> parts;
  private final PartFiles files;
  private final Broadcast<SurveyModel> model;
  private final RowHashes hashes;
  private final VoteJob votes;
  private final int partitions;
  private final JobContext context;

  /**
   * Hashes the training rows, by which the survey is known.
   *
   * @param session of a workspace
   * @param partitions parts of the training rows
   */
  SurveyJob(Cluster cluster, ExplorerSession session, int partitions, JobContext context) {
    this.cluster = cluster;
    this.session = session;
    this.context = context;
    int[] labels = session.bundle().trainLabels();
    this.parts = RowParts.of(session.bundle().trainFeatures(), labels, partitions);
    this.partitions = partitions;
    this.hashes = RowHashes.of(cluster, session.bundle().trainFeatures(), parts);
    this.plan =
        new SurveyPlan(
            session, new JavaMatrixMath(), ESTIMATOR, Map.of(), ProgramVersion.current());
    this.files = PartFiles.in(plan.folder().orElseThrow());
    this.model = cluster.broadcast(SurveyModel.of(session.bundle(), session.loss()));
    this.votes = new VoteJob(cluster, session.bundle(), hashes, files);
  }

  /** How many blocks were computed. */
  int run() {
    plan.begin(Map.of("cluster", cluster.description()));
    int[] missing =
        IntStream.range(0, plan.blocks()).filter(b -> plan.found(b).isEmpty()).toArray();
    for (int from = 0; from < missing.length; from += BLOCKS_AT_ONCE) {
      explain(Arrays.copyOfRange(missing, from, Math.min(missing.length, from + BLOCKS_AT_ONCE)));
      int done = plan.blocks() - missing.length + Math.min(missing.length, from + BLOCKS_AT_ONCE);
      int all = plan.pairs().size();
      int pairs = Math.min(all, done * SurveyPlan.PAIRS_A_BLOCK);
      context.log(String.format(Locale.ROOT, "%,d of %,d pairs", pairs, all));
    }
    files.delete();
    return missing.length;
  }

  /** All pairs. */
  int pairs() {
    return plan.pairs().size();
  }

  private void explain(int[] blocks) {
    Broadcast<PairGroup> group =
        cluster.broadcast(PairGroup.of(plan, blocks, session.bundle(), session.loss(), context));
    SurveyTask task =
        new SurveyTask(files, model, group, hashes, session.bundle().trainLabels().length);
    List<PairSummary> summaries =
        withSuspects(cluster.reduce(parts, task::summaries, SurveyJob::joined));
    int next = 0;
    for (int b = 0; b < blocks.length; b++) {
      int size = plan.block(blocks[b]).size();
      keep(task, b, blocks[b], summaries.subList(next, next + size));
      next += size;
    }
    group.destroy();
  }

  private static ArrayList<PairSummary> joined(ArrayList<PairSummary> a, ArrayList<PairSummary> b) {
    ArrayList<PairSummary> both = new ArrayList<>();
    for (int p = 0; p < a.size(); p++) {
      both.add(a.get(p).joined(b.get(p), SurveyPlan.KEPT));
    }
    return both;
  }

  private void keep(SurveyTask task, int b, int block, List<PairSummary> summaries) {
    double[] strongest = summaries.stream().mapToDouble(PairSummary::strongest).toArray();
    double[] harm =
        cluster.map(parts, part -> task.harm(part, b, strongest)).stream()
            .flatMapToDouble(Arrays::stream)
            .toArray();
    SurveyBlock whole = new SurveyBlock(summaries, harm);
    if (!plan.save(block, whole)) {
      throw ProblemException.inFile(
          plan.folder().orElseThrow(),
          "The survey can't be kept",
          "Check the free space and the folder's permissions; the same command goes on from"
              + " there.");
    }
    parts.forEach(part -> files.delete(SurveyPart.KIND, block, part));
  }

  private List<PairSummary> withSuspects(List<PairSummary> summaries) {
    int[] asked = SurveyPlan.harmful(summaries);
    int[] likely = votes.of(asked, partitions);
    Map<Integer, Integer> labels = new HashMap<>();
    for (int i = 0; i < asked.length; i++) {
      labels.put(asked[i], likely[i]);
    }
    return plan.withSuspects(summaries, labels::get);
  }
}
