package eifexplorer.retrain;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.Confusions;
import eifexplorer.confusion.PairPlaces;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.Measurement;
import eifexplorer.model.ModelCard;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Trains heads without some of the training images, and keeps what they make of the test images. */
public final class LeaveOut implements LeaveOutTrials {
  private final MatrixMath math;
  private final String version;

  /**
   * Trains with these matrix products.
   *
   * @param version of the program, part of the identity of what is kept
   */
  public LeaveOut(MatrixMath math, String version) {
    this.math = math;
    this.version = version;
  }

  @Override
  public LeaveOutOutcome leaveOut(
      ExplorerSession session, LeaveOutRequest request, JobContext context) {
    require(session, request);
    Heads heads = new Heads(session, context);
    int n = session.bundle().trainLabels().length;
    List<HeadOutcome> all = new ArrayList<>();
    List<HeadOutcome> without = new ArrayList<>();
    List<HeadOutcome> random = new ArrayList<>();
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    long total = 3L * request.seeds().size();
    for (long seed : request.seeds()) {
      all.add(heads.outcome(ones, seed));
      context.progress(3L * all.size() - 2, total, "trainings");
      without.add(heads.outcome(request.weights(n), seed));
      context.progress(3L * all.size() - 1, total, "trainings");
      random.add(heads.outcome(request.randomWeights(n, seed), seed));
      context.progress(3L * all.size(), total, "trainings");
    }
    return new LeaveOutOutcome(
        request, session.bundle().testLabels(), session.pairs(), all, without, random);
  }

  @Override
  public ModelCard keepWithout(
      ExplorerSession session,
      String name,
      LeaveOutRequest request,
      long seed,
      JobContext context) {
    require(session, request);
    session.workspace().ifPresent(Workspace::requireWritable);
    TrainedHead head =
        new Heads(session, context)
            .train(request.weights(session.bundle().trainLabels().length), seed);
    return new LeaveOutModels(math, version).keep(session, name, request, head, seed, context);
  }

  private static void require(ExplorerSession session, LeaveOutRequest request) {
    int[] labels = session.bundle().trainLabels();
    for (int image : request.images()) {
      if (image < 0 || image >= labels.length) {
        throw ProblemException.badValue(
            "index of a training image", image, "0 to " + (labels.length - 1));
      }
    }
    long left =
        IntStream.range(0, labels.length)
            .filter(i -> !request.images().contains(i))
            .map(i -> labels[i])
            .distinct()
            .count();
    if (left < 2) {
      throw new ProblemException(
          "Without these images "
              + (left == 1 ? "one class is left" : "no class is left")
              + " to train on",
          session.name(),
          "Leave at least two classes.");
    }
  }

  /** Heads on one session's features. */
  private final class Heads {
    private final ExplorerSession session;
    private final JobContext context;
    private final TrainingPlan plan;
    private final LeaveOutFiles files;
    private @Nullable EmbeddingHead start;

    Heads(ExplorerSession session, JobContext context) {
      this.session = session;
      this.context = context;
      EmbeddingBundle bundle = session.bundle();
      plan =
          FrozenHeadPlan.fitting(
              session.loss(), bundle.trainLabels(), bundle.trainFeatures().columns(), 0);
      files = new LeaveOutFiles(session, plan, math, version);
    }

    HeadOutcome outcome(double[] weights, long seed) {
      context.checkCancelled();
      return files.findOrCompute(weights, seed, () -> measure(train(weights, seed).head()));
    }

    TrainedHead train(double[] weights, long seed) {
      EmbeddingBundle bundle = session.bundle();
      HeadTrainer trainer = new HeadTrainer(math);
      JobContext quiet = context.withoutProgress();
      EmbeddingHead first = start;
      if (first == null) {
        first = trainer.initialHead(bundle.trainFeatures(), plan, quiet);
        start = first;
      }
      return trainer.trainWeighted(
          bundle.trainFeatures(), bundle.trainLabels(), weights, first, plan, seed, quiet);
    }

    private HeadOutcome measure(EmbeddingHead head) {
      JobContext quiet = context.withoutProgress();
      FeatureMatrix embeddings = Embeddings.of(session.bundle().testFeatures(), head, math, quiet);
      Confusions confusions = TestState.confusions(session, embeddings, math, quiet);
      double mapAtR =
          new Measurement(math)
              .epoch(session.dataset(), embeddings, quiet)
              .getOrDefault("map_at_r", Double.NaN);
      int[] nearest =
          IntStream.range(0, confusions.sampleCount()).map(confusions::nearest).toArray();
      List<ConfusionPair> pairs = session.pairs();
      return new HeadOutcome(
          confusions.recallAt1(), mapAtR, nearest, PairPlaces.of(embeddings, pairs).distances());
    }
  }
}
