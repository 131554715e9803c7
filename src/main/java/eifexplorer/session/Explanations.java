package eifexplorer.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.RetrievalReport;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.NamedSurvey;
import eifexplorer.influence.PairSurvey;
import eifexplorer.influence.ScoreStability;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.Measurement;
import eifexplorer.workspace.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of an opened session; every method runs on the calling thread. */
public final class Explanations {
  /** Estimators that explain all pairs about as fast as the sessions' own. */
  private static final List<String> CHEAP = List.of("gradient-dot", "trak", "tracin");

  private final MatrixMath math;
  private final InfluenceEstimators factories;
  private final SessionEstimators estimators;
  private final ScoreViews views;
  private final String version;

  /** By identity, and only as long as a session of it is used; those with other estimators have the same. */
  private final Cache<EmbeddingBundle, ImageInsights> insights =
      Caffeine.newBuilder().weakKeys().build();

  /**
   * Answers by these estimators.
   *
   * @param version of the program, part of the identity of what is kept
   */
  public Explanations(MatrixMath math, InfluenceEstimators estimators, String version) {
    this.math = math;
    this.factories = estimators;
    this.estimators = new SessionEstimators(estimators);
    this.views = new ScoreViews(estimators);
    this.version = version;
  }

  /**
   * An estimator by its name, such as {@code eif}; the same object for the same settings while the session is used.
   *
   * @param options its settings by name; those not given have their standard values
   * @throws eifexplorer.problem.ProblemException for an unknown name, setting or value
   */
  public InfluenceEstimator estimator(
      ExplorerSession session, String id, Map<String, String> options) {
    return estimators.get(session, id, options);
  }

  /** Which estimators can explain a session's model with their standard settings, and why the others can't. */
  public FittingEstimators fitting(ExplorerSession session) {
    return estimators.fitting(session);
  }

  /**
   * Scores queries with an estimator; those of a workspace are kept in it and found again while weights, labels, settings,
   * kernels and query are the same.
   *
   * @param estimator made by {@link #estimator}
   * @param options the settings it was made with
   */
  public List<InfluenceScores> explain(
      ExplorerSession session,
      InfluenceEstimator estimator,
      Map<String, String> options,
      List<InfluenceQuery> queries,
      JobContext context) {
    String id = estimator.id();
    Optional<ResultStore> kept = session.workspace().map(ws -> new ResultStore(ws, math, version));
    List<InfluenceScores> all = new ArrayList<>();
    for (InfluenceQuery query : queries) {
      context.checkCancelled();
      InfluenceScores scores =
          kept.map(
                  store ->
                      store.findOrCompute(
                          session, id, options, query, () -> estimator.estimate(query, context)))
              .orElseGet(() -> estimator.estimate(query, context));
      all.add(scores);
      context.progress(all.size(), queries.size(), "queries");
    }
    return all;
  }

  /**
   * How far scores hold with other seeds' last layers, else with those of the run's epochs, else by other estimators.
   *
   * @param id the estimator's
   * @param options the settings it was made with
   * @param scores its scores of the query
   * @return empty if there is nothing to hold them against
   */
  public Optional<ScoreStability> stability(
      ExplorerSession session,
      String id,
      Map<String, String> options,
      InfluenceQuery query,
      InfluenceScores scores,
      JobContext context) {
    return views.stability(session, id, options, query, scores, context);
  }

  /** Identity of the scores {@link #explain} gives, also the name they are kept under. */
  public Fingerprint resultKey(
      ExplorerSession session, String id, Map<String, String> options, InfluenceQuery query) {
    return ResultStore.fingerprint(version, math, session, id, options, query);
  }

  /** What the model says of single images of a session; the same object each time, with whatever estimator. */
  public ImageInsights insights(ExplorerSession session) {
    return insights.get(
        session.bundle(), bundle -> new SessionInsights(bundle, session.loss(), math));
  }

  /** Explains every confused pair of a session with its own estimator. */
  public PairSurveyor surveyor() {
    return new AllPairsSurveyor(this::insights, math, Map.of(), version);
  }

  /**
   * Explains every confused pair with an estimator; kept in the workspace, where it goes on after it was killed.
   *
   * @param estimator made by {@link #estimator}
   * @param options the settings it was made with
   */
  public PairSurvey survey(
      ExplorerSession session,
      InfluenceEstimator estimator,
      Map<String, String> options,
      JobContext context) {
    return new AllPairsSurveyor(this::insights, math, options, version)
        .survey(session.withEstimator(estimator), snapshot -> {}, context);
  }

  /**
   * Explains every confused pair with cheap estimators of other kinds, as {@link OtherSurveys} says: gradient dot, TRAK and
   * TracIn, those of them that the model allows.
   */
  public OtherSurveys.Surveys otherSurveys(ExplorerSession session, JobContext context) {
    FittingEstimators fitting =
        FittingEstimators.of(factories, CHEAP, id -> estimators.passing(session, id));
    List<NamedSurvey> surveys = new ArrayList<>();
    for (String id : fitting.ids()) {
      String title = factories.byId(id).shortTitle();
      context.log("All pairs by " + title);
      surveys.add(
          new NamedSurvey(
              title, survey(session, estimators.passing(session, id), Map.of(), context)));
    }
    return new OtherSurveys.Surveys(surveys, fitting.notes());
  }

  /** Recall@k, MAP@R and NMI of the model's embeddings on the test images. */
  public RetrievalReport measure(ExplorerSession session, JobContext context) {
    EmbeddingBundle bundle = session.bundle();
    FeatureMatrix embeddings = Embeddings.of(bundle.testFeatures(), bundle.head(), math, context);
    return new Measurement(math).test(session.dataset(), embeddings, context);
  }
}
