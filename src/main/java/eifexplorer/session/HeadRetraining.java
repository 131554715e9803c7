package eifexplorer.session;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.RetrievalReport;
import eifexplorer.engine.MatrixMath;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.revision.Revision;
import eifexplorer.session.HeadComparison.Change;
import eifexplorer.session.HeadComparison.PairChange;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingObserver;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains heads on a model's cached features with the labels of two revisions, and compares them. */
final class HeadRetraining {
  private final MatrixMath math;
  private final String version;

  HeadRetraining(MatrixMath math, String version) {
    this.math = math;
    this.version = version;
  }

  /**
   * What is compared.
   *
   * @param workspace where the new model goes
   * @param card the model whose features are used
   * @param features of the data set with its own labels
   * @param pairs to look at again
   * @param before revision of the first labels
   * @param after revision of the second
   * @param seeds number of seeds, from 0 on
   */
  record Request(
      Workspace workspace,
      ModelCard card,
      DatasetFeatures features,
      List<ConfusionPair> pairs,
      Revision before,
      Revision after,
      int seeds) {}

  /** A seed's head, measured. */
  private record Run(
      TrainedHead head, Map<String, Double> metrics, double[] distances, double[] ranks) {}

  HeadComparison compare(Request request, JobContext context) {
    if (request.seeds() < 1) {
      throw ProblemException.badValue("seeds", request.seeds(), "1 or more");
    }
    List<Run> before = runs(request, request.before(), context);
    List<Run> after = runs(request, request.after(), context);
    ModelCard kept = keep(request, after.get(0));
    Map<String, Change> metrics = new LinkedHashMap<>();
    for (String name : List.of("recall_at_1", "map_at_r", "nmi")) {
      metrics.put(
          name,
          Change.of(
              before.stream().mapToDouble(run -> run.metrics().get(name)).toArray(),
              after.stream().mapToDouble(run -> run.metrics().get(name)).toArray()));
    }
    List<PairChange> pairs = new ArrayList<>();
    for (int p = 0; p < request.pairs().size(); p++) {
      int index = p;
      pairs.add(
          new PairChange(
              request.pairs().get(p),
              Change.of(
                  before.stream().mapToDouble(run -> run.distances()[index]).toArray(),
                  after.stream().mapToDouble(run -> run.distances()[index]).toArray()),
              Change.of(
                  before.stream().mapToDouble(run -> run.ranks()[index]).toArray(),
                  after.stream().mapToDouble(run -> run.ranks()[index]).toArray())));
    }
    return new HeadComparison(
        request.before().number(),
        request.after().number(),
        request.after().differing(request.before()),
        request.seeds(),
        metrics,
        pairs,
        kept.id());
  }

  private List<Run> runs(Request request, Revision revision, JobContext context) {
    DatasetFeatures corrected = CorrectedFeatures.of(request.features(), revision.corrections());
    List<Run> runs = new ArrayList<>();
    for (int seed = 0; seed < request.seeds(); seed++) {
      context.log("labels of revision " + revision.number() + ", seed " + seed);
      runs.add(run(request, corrected, seed, context));
    }
    return runs;
  }

  private Run run(Request request, DatasetFeatures corrected, long seed, JobContext context) {
    int[] labels = corrected.dataset().trainLabels();
    TrainingPlan plan =
        FrozenHeadPlan.fitting(request.card().loss(), labels, corrected.train().columns(), seed);
    TrainedHead head =
        new HeadTrainer(math)
            .train(corrected.train(), labels, plan, TrainingObserver.NONE, context);
    FeatureMatrix embeddings = Embeddings.of(corrected.test(), head.head(), math, context);
    RetrievalReport report = new Measurement(math).test(corrected.dataset(), embeddings, context);
    Map<String, Double> metrics = new LinkedHashMap<>();
    report.asMap().forEach((name, value) -> metrics.put(name, value.doubleValue()));
    double[] distances = new double[request.pairs().size()];
    double[] ranks = new double[distances.length];
    for (int p = 0; p < distances.length; p++) {
      ConfusionPair pair = request.pairs().get(p);
      distances[p] =
          Embeddings.normalisedSquaredDistance(
              embeddings.row(pair.wrong()), embeddings.row(pair.confusedWith()));
      ranks[p] = rank(embeddings, pair);
    }
    return new Run(head, metrics, distances, ranks);
  }

  /** Place of a pair's second image among the euclidean neighbours of its first, from 1. */
  private static double rank(FeatureMatrix embeddings, ConfusionPair pair) {
    float[] query = embeddings.row(pair.wrong());
    double reference = squares(query, embeddings.row(pair.confusedWith()));
    int nearer = 0;
    for (int i = 0; i < embeddings.rows(); i++) {
      if (i != pair.wrong()
          && i != pair.confusedWith()
          && squares(query, embeddings.row(i)) < reference) {
        nearer++;
      }
    }
    return nearer + 1;
  }

  private static double squares(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = (double) a[j] - b[j];
      sum += difference * difference;
    }
    return sum;
  }

  /** Keeps a head as a model whose provenance names the revision of its labels. */
  private ModelCard keep(Request request, Run run) {
    Workspace workspace = request.workspace();
    ModelCard old = request.card();
    ModelStore models = new ModelStore(workspace);
    Map<String, String> inputs = new LinkedHashMap<>(old.provenance().inputs());
    inputs.put("model", old.id());
    inputs.put(ModelCard.LABELS, String.valueOf(request.after().number()));
    inputs.put("labels_fingerprint", request.after().fingerprint());
    TrainingPlan plan = run.head().plan();
    Provenance provenance =
        new Provenance(
            "EIF Explorer " + version,
            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
            "retrain",
            inputs,
            Map.of("plan", plan.toString()));
    ModelCard card =
        new ModelCard(
            newId(workspace, plan, request.after()),
            old.backbone(),
            old.resize(),
            old.crop(),
            plan.loss(),
            run.head().head().embeddingSize(),
            plan.epochs(),
            true,
            old.features(),
            run.metrics(),
            provenance);
    models.save(card, models.backbone(old), run.head().head(), run.head().proxies());
    workspace.withCurrentModel(card.id());
    return card;
  }

  private static String newId(Workspace workspace, TrainingPlan plan, Revision revision) {
    String base = plan.loss().name() + "_labels" + revision.number() + "_seed" + plan.seed();
    String id = base;
    for (int n = 2; Files.exists(workspace.modelFolder(id)); n++) {
      id = base + "_" + n;
    }
    return id;
  }
}
