package eifexplorer.session;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.ScoreStability;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.HeapShare;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.model.StoredModel;
import eifexplorer.model.TrainingRecipe;
import eifexplorer.problem.ProblemException;
import eifexplorer.run.RunFiles;
import eifexplorer.training.HeadHistory;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a session's scores are held against: the last layers that other seeds of the same recipe gave, else those of the later
 * half of the epochs kept of the model's run, else other estimators. Made once for a session's estimator and its settings, and
 * given back with the session.
 */
final class ScoreViews {
  private static final Logger LOG = LoggerFactory.getLogger(ScoreViews.class);
  private static final int FEWEST = 2;
  private static final int MOST = 5;

  /** Unlike each other, and fast. */
  private static final List<String> ESTIMATORS = List.of("eif", "gradient-dot", "trak");

  private final InfluenceEstimators estimators;

  /**
   * Estimators of the same query.
   *
   * @param source what they are, in words
   * @param estimators may be none
   */
  record Views(String source, List<InfluenceEstimator> estimators) {}

  ScoreViews(InfluenceEstimators estimators) {
    this.estimators = estimators;
  }

  /** How far scores hold; empty if there is nothing to hold them against. */
  Optional<ScoreStability> stability(
      ExplorerSession session,
      String id,
      Map<String, String> options,
      InfluenceQuery query,
      InfluenceScores scores,
      JobContext context) {
    KeptEstimators.Setting setting = new KeptEstimators.Setting(id, options);
    if (session.estimator() instanceof InteractiveEstimator own) {
      KeptEstimators kept = own.kept();
      return kept.using(
          () ->
              stability(
                  kept.views(
                      setting,
                      () ->
                          new Made(session, setting, kept.model(), other -> other(kept, other))
                              .views()),
                  query,
                  scores,
                  context));
    }
    TrainingPasses model = estimators.passes(session.bundle(), session.loss());
    Made made =
        new Made(session, setting, model, other -> estimators.create(other, model, Map.of()));
    return stability(made.views(), query, scores, context);
  }

  /** Another of a session's estimators: the one that is kept of it, so that what it keeps is there once. */
  private InfluenceEstimator other(KeptEstimators kept, String id) {
    return kept.get(
            new KeptEstimators.Setting(id, Map.of()),
            () -> estimators.create(id, kept.model(), Map.of()))
        .estimator();
  }

  /** One that is looked up for each query: who holds on to it does not hold what it keeps. */
  private record LookedUp(String id, String title, Supplier<InfluenceEstimator> now)
      implements InfluenceEstimator {
    @Override
    public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
      return now.get().estimate(query, context);
    }
  }

  private Optional<ScoreStability> stability(
      Views views, InfluenceQuery query, InfluenceScores own, JobContext context) {
    List<InfluenceScores> scores = new ArrayList<>();
    for (InfluenceEstimator view : views.estimators()) {
      context.giveWay();
      try {
        scores.add(view.estimate(query, context));
      } catch (ProblemException e) {
        LOG.info("{} does not explain this model. {}", view.title(), e.getMessage());
      }
      context.progress(scores.size(), views.estimators().size(), "views");
    }
    return scores.isEmpty()
        ? Optional.empty()
        : Optional.of(ScoreStability.of(views.source(), own, scores));
  }

  /** Views of a session's model by an estimator. */
  private final class Made {
    private final ExplorerSession session;
    private final KeptEstimators.Setting setting;
    private final TrainingPasses model;
    private final EstimatorFactory factory;
    private final Function<String, InfluenceEstimator> other;

    Made(
        ExplorerSession session,
        KeptEstimators.Setting setting,
        TrainingPasses model,
        Function<String, InfluenceEstimator> other) {
      this.other = other;
      this.session = session;
      this.setting = setting;
      this.model = model;
      this.factory = estimators.byId(setting.id());
    }

    Views views() {
      List<StoredModel> seeds = otherSeeds(session);
      if (seeds.size() >= FEWEST) {
        return new Views(
            seeds.size() + " models of the same recipe with other seeds",
            seeds.stream().map(seed -> of(seed, seeds.size())).toList());
      }
      boolean traces =
          factory.options().stream().anyMatch(o -> o.name().equals(EstimatorOption.HISTORY));
      List<HeadHistory.State> epochs = traces ? List.of() : laterEpochs(session);
      if (epochs.size() >= FEWEST) {
        return new Views(
            "the " + epochs.size() + " epochs kept of its run before the last",
            epochs.stream().map(epoch -> of(epoch, epochs.size())).toList());
      }
      return others();
    }

    private InfluenceEstimator of(StoredModel seed, int views) {
      Optional<Path> history =
          session
              .workspace()
              .map(workspace -> RunFiles.headHistory(workspace.runFolder(seed.card().id())));
      return factory.create(
          at(seed.head(), seed.proxies(), views),
          EstimatorOption.withHistory(factory.options(), setting.options(), history));
    }

    private InfluenceEstimator of(HeadHistory.State epoch, int views) {
      return factory.create(at(epoch.head(), epoch.proxies(), views), setting.options());
    }

    private TrainingPasses at(EmbeddingHead head, Proxies proxies, int views) {
      return model.within(model.mostBytes(HeapShare.VIEWS) / views, head, proxies);
    }

    private Views others() {
      List<InfluenceEstimator> made = new ArrayList<>();
      for (String id : ESTIMATORS) {
        if (!id.equals(setting.id())) {
          try {
            made.add(new LookedUp(id, other.apply(id).title(), () -> other.apply(id)));
          } catch (ProblemException e) {
            LOG.info("{} does not explain this model. {}", id, e.getMessage());
          }
        }
      }
      return new Views(
          "other estimators: "
              + String.join(", ", made.stream().map(InfluenceEstimator::title).toList()),
          made);
    }
  }

  /** Models that differ from the session's in nothing but the seed, the newest recipe first. */
  private static List<StoredModel> otherSeeds(ExplorerSession session) {
    Optional<Workspace> workspace = session.workspace();
    if (workspace.isEmpty()) {
      return List.of();
    }
    ModelStore models = new ModelStore(workspace.get());
    Optional<ModelCard> own = models.ofHead(session.bundle().head());
    if (own.isEmpty() || own.get().recipe().isEmpty()) {
      return List.of();
    }
    List<StoredModel> others = new ArrayList<>();
    for (ModelCard card : models.list()) {
      if (others.size() < MOST && isOtherSeed(own.get(), card)) {
        others.add(models.load(card));
      }
    }
    return others;
  }

  private static boolean isOtherSeed(ModelCard own, ModelCard other) {
    if (other.recipe().isEmpty() || other.isTrial() || !own.features().equals(other.features())) {
      return false;
    }
    TrainingRecipe one = own.recipe().orElseThrow();
    TrainingRecipe two = other.recipe().get();
    return one.plan().seed() != two.plan().seed()
        && one.labels() == two.labels()
        && own.epochs() == other.epochs()
        && one.plan().equals(two.plan().withSeed(one.plan().seed()));
  }

  /** The later half of what was kept, without the model itself. */
  private static List<HeadHistory.State> laterEpochs(ExplorerSession session) {
    Optional<Path> folder = ModelHistory.of(session);
    if (folder.isEmpty()) {
      return List.of();
    }
    EmbeddingHead own = session.bundle().head();
    List<HeadHistory.State> kept =
        new HeadHistory(folder.get())
            .read(session.loss().centresPerClass()).stream()
                .filter(state -> !state.head().hasWeightOf(own))
                .toList();
    return kept.subList(kept.size() / 2, kept.size());
  }
}
