package eifexplorer.retrain;

import eifexplorer.embedding.Embeddings;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.Measurement;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.run.TrainProvenance;
import eifexplorer.session.ExplorerSession;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps a trial as a model of its own: {@code reweighting.json} beside it says what was tried and what it did. */
final class ReweightedModels {
  private final MatrixMath math;
  private final ProvenanceFactory provenance;

  /** Keeps models, and notes the version of the program in them. */
  public ReweightedModels(MatrixMath math, String version) {
    this.math = math;
    this.provenance = new ProvenanceFactory(version);
  }

  /**
   * Content of {@code reweighting.json}.
   *
   * @param parent the model it was made from
   * @param weights training index to weight, for those that are not 1
   * @param labels training index to new label
   */
  private record Trial(
      String parent,
      Map<Integer, Double> weights,
      Map<Integer, Integer> labels,
      long seed,
      List<ReweightOutcome.PairChange> pairs,
      double recallBefore,
      double recallAfter) {}

  /** Makes a trial one more model of the workspace. */
  public ModelCard keep(
      ExplorerSession session,
      String name,
      ReweightRequest request,
      ReweightOutcome outcome,
      JobContext context) {
    Workspace workspace = workspace(session);
    ModelStore models = new ModelStore(workspace);
    ModelCard parent = parent(models, session);
    String free = free("what if: " + name, models);
    ModelCard card =
        card(workspace, parent, session, request, outcome, context).with(made -> made.name(free));
    Json.write(
        workspace.modelFolder(card.id()).resolve("reweighting.json"),
        trial(parent, request, outcome));
    models.save(card, models.backboneAsKept(parent), outcome.head(), session.bundle().proxies());
    return card;
  }

  /** The session's workspace. Throws {@link ProblemException} for an embedding bundle. */
  static Workspace workspace(ExplorerSession session) {
    return session
        .workspace()
        .orElseThrow(
            () ->
                new ProblemException(
                    "An embedding bundle has no place for another model",
                    session.name(),
                    "Open a workspace."));
  }

  /** The name, with a number where a model of this name is there. */
  static String free(String name, ModelStore models) {
    Set<String> taken = models.list().stream().map(ModelCard::title).collect(Collectors.toSet());
    String free = name;
    for (int n = 2; taken.contains(free); n++) {
      free = name + " (" + n + ")";
    }
    return free;
  }

  /** The model the session was opened with: the one with its last layer. */
  static ModelCard parent(ModelStore models, ExplorerSession session) {
    return models
        .ofHead(session.bundle().head())
        .orElseThrow(
            () ->
                new ProblemException(
                    "The session's model is no longer in the workspace",
                    session.name(),
                    "Open the workspace again."));
  }

  private ModelCard card(
      Workspace workspace,
      ModelCard parent,
      ExplorerSession session,
      ReweightRequest request,
      ReweightOutcome outcome,
      JobContext context) {
    Map<String, String> inputs = TrainProvenance.inputs(workspace.manifest().dataset());
    inputs.put("parent", parent.id());
    Optional.ofNullable(parent.provenance().inputs().get(ModelCard.LABELS))
        .ifPresent(revision -> inputs.put(ModelCard.LABELS, revision));
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("plan", request.plan().withSeed(outcome.seed()).toString());
    parameters.put("weighted", "" + Arrays.stream(request.weights()).filter(w -> w != 1).count());
    parameters.put("relabelled", "" + request.labels().size());
    Map<String, Double> metrics = new LinkedHashMap<>();
    new Measurement(math)
        .test(
            session.dataset(),
            Embeddings.of(session.bundle().testFeatures(), outcome.head(), math, context),
            context)
        .asMap()
        .forEach((name, value) -> metrics.put(name, value.doubleValue()));
    return parent.with(
        made ->
            made.id(workspace.claimModel(parent.id() + "_reweight_seed" + outcome.seed()))
                .epochs(parent.epochs() + request.plan().epochs())
                .metrics(metrics)
                .provenance(provenance.now(ModelCard.TRIAL, inputs, parameters))
                .recipe(Optional.empty()));
  }

  private static Trial trial(ModelCard parent, ReweightRequest request, ReweightOutcome outcome) {
    Map<Integer, Double> weights = new LinkedHashMap<>();
    double[] given = request.weights();
    for (int i = 0; i < given.length; i++) {
      if (given[i] != 1) {
        weights.put(i, given[i]);
      }
    }
    return new Trial(
        parent.id(),
        weights,
        request.labels(),
        outcome.seed(),
        outcome.pairs(),
        outcome.recallBefore(),
        outcome.recallAfter());
  }
}
