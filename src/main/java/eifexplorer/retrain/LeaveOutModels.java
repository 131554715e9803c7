package eifexplorer.retrain;

import eifexplorer.embedding.Embeddings;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.Measurement;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.run.TrainProvenance;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.TrainedHead;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps a head trained without some images as a model of its own: {@code left_out.json} beside it says which. */
final class LeaveOutModels {
  private final MatrixMath math;
  private final ProvenanceFactory provenance;

  LeaveOutModels(MatrixMath math, String version) {
    this.math = math;
    this.provenance = new ProvenanceFactory(version);
  }

  /**
   * Content of {@code left_out.json}.
   *
   * @param parent the model whose features it goes with
   * @param trainingImages training indices
   */
  private record LeftOut(String parent, Set<Integer> trainingImages, long seed) {}

  ModelCard keep(
      ExplorerSession session,
      String name,
      LeaveOutRequest request,
      TrainedHead head,
      long seed,
      JobContext context) {
    Workspace workspace = ReweightedModels.workspace(session);
    ModelStore models = new ModelStore(workspace);
    ModelCard parent = ReweightedModels.parent(models, session);
    Map<String, String> inputs = TrainProvenance.inputs(workspace.manifest().dataset());
    inputs.put("parent", parent.id());
    Optional.ofNullable(parent.provenance().inputs().get(ModelCard.LABELS))
        .ifPresent(revision -> inputs.put(ModelCard.LABELS, revision));
    Map<String, String> parameters =
        Map.of(
            "plan",
            head.plan().withSeed(seed).toString(),
            "left_out",
            "" + request.images().size());
    Map<String, Double> metrics = metrics(session, head, context);
    String free = ReweightedModels.free("without " + name, models);
    ModelCard card =
        parent.with(
            made ->
                made.id(workspace.claimModel(parent.id() + "_without_seed" + seed))
                    .loss(head.plan().loss())
                    .embeddingSize(head.head().embeddingSize())
                    .epochs(head.plan().epochs())
                    .metrics(metrics)
                    .provenance(provenance.now(ModelCard.TRIAL, inputs, parameters))
                    .recipe(Optional.empty())
                    .name(free));
    Json.write(
        workspace.modelFolder(card.id()).resolve("left_out.json"),
        new LeftOut(parent.id(), request.images(), seed));
    models.save(card, models.backboneAsKept(parent), head.head(), head.proxies());
    return card;
  }

  private Map<String, Double> metrics(
      ExplorerSession session, TrainedHead head, JobContext context) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    new Measurement(math)
        .test(
            session.dataset(),
            Embeddings.of(session.bundle().testFeatures(), head.head(), math, context),
            context)
        .asMap()
        .forEach((name, value) -> metrics.put(name, value.doubleValue()));
    return metrics;
  }
}
