package eifexplorer.retrain;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.CorrectedFeatures;
import eifexplorer.model.MeasuredModel;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.model.ModelStore.Start;
import eifexplorer.model.TrainingRecipe;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.revision.Revision;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingObserver;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains heads on a model's cached features with the labels of two revisions, and compares them. */
public final class HeadRetraining {
  private final MatrixMath math;
  private final String version;

  /** Trains heads, and notes the version of the program in what is kept. */
  public HeadRetraining(MatrixMath math, String version) {
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
  public record Request(
      Workspace workspace,
      ModelCard card,
      DatasetFeatures features,
      List<ConfusionPair> pairs,
      Revision before,
      Revision after,
      int seeds) {}

  /** A seed's head, measured. */
  private record Run(TrainedHead head, MeasuredModel measured) {}

  /**
   * Trains a head a seed on the labels of either revision, and compares them.
   *
   * @throws ProblemException if fewer than one seed is asked for
   */
  public HeadComparison compare(Request request, JobContext context) {
    if (request.seeds() < 1) {
      throw ProblemException.badValue("seeds", request.seeds(), "1 or more");
    }
    // Both heads are measured on the same test images with the same labels: the newer ones.
    DatasetFeatures measured =
        CorrectedFeatures.of(request.features(), request.after().corrections());
    List<Run> before = runs(request, request.before(), measured, context);
    List<Run> after = runs(request, request.after(), measured, context);
    ModelCard kept = keep(request, after.get(0), context);
    return HeadComparison.of(
        request.before(),
        request.after(),
        request.pairs(),
        before.stream().map(Run::measured).toList(),
        after.stream().map(Run::measured).toList(),
        kept.id());
  }

  private List<Run> runs(
      Request request, Revision revision, DatasetFeatures measured, JobContext context) {
    DatasetFeatures corrected = CorrectedFeatures.of(request.features(), revision.corrections());
    List<Run> runs = new ArrayList<>();
    for (int seed = 0; seed < request.seeds(); seed++) {
      context.log("labels of revision " + revision.number() + ", seed " + seed);
      runs.add(run(request, corrected, measured, seed, context));
    }
    return runs;
  }

  private Run run(
      Request request,
      DatasetFeatures corrected,
      DatasetFeatures measured,
      long seed,
      JobContext context) {
    int[] labels = corrected.dataset().trainLabels();
    TrainingPlan plan =
        FrozenHeadPlan.fitting(request.card().loss(), labels, corrected.train().columns(), seed);
    TrainedHead head =
        new HeadTrainer(math)
            .train(corrected.train(), labels, plan, TrainingObserver.NONE, context);
    return new Run(
        head,
        MeasuredModel.of(
            measured, request.features().test(), head.head(), request.pairs(), math, context));
  }

  /** Keeps a head as a model whose provenance names the revision of its labels. */
  private ModelCard keep(Request request, Run run, JobContext context) {
    Workspace workspace = request.workspace();
    ModelCard old = request.card();
    ModelStore models = new ModelStore(workspace);
    Map<String, String> inputs = new LinkedHashMap<>(old.provenance().inputs());
    inputs.put("model", old.id());
    inputs.put(ModelCard.LABELS, String.valueOf(request.after().number()));
    inputs.put("labels_fingerprint", request.after().fingerprint());
    TrainingPlan plan = run.head().plan();
    String base = plan.loss().name() + "_labels" + request.after().number() + "_seed" + plan.seed();
    Provenance provenance = new ProvenanceFactory(version).now("retrain", inputs, Map.of());
    ModelCard card =
        old.with(
            made ->
                made.id(workspace.claimModel(base))
                    .loss(plan.loss())
                    .embeddingSize(run.head().head().embeddingSize())
                    .epochs(plan.epochs())
                    .frozenBackbone(true)
                    .metrics(run.measured().metrics())
                    .provenance(provenance)
                    .recipe(
                        models.cameAsFeatures(old)
                            ? Optional.empty()
                            : Optional.of(recipe(request, plan)))
                    .name(""));
    models.save(card, models.backboneAsKept(old), run.head().head(), run.head().proxies());
    models.adopt(card).ifPresent(better -> context.log(ModelStore.kept(card, better)));
    return card;
  }

  private static TrainingRecipe recipe(Request request, TrainingPlan plan) {
    ModelCard old = request.card();
    TrainingPlan onItsFeatures =
        plan.with(
            made ->
                made.network(
                    plan.network()
                        .with(
                            network ->
                                network
                                    .backbone(old.backbone())
                                    .resize(old.resize())
                                    .crop(old.crop()))));
    Start start = new ModelStore(request.workspace()).start(old);
    return new TrainingRecipe(
        request.workspace().manifest().dataset(),
        onItsFeatures,
        Optional.of(start.weights()),
        start.backbone(),
        request.after().number());
  }
}
