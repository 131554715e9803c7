package eifexplorer.ui.explore.strips;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The scores for the chosen pair.
 *
 * <p>Scores are computed in the background, see {@link LatestJob}; until the new ones are there the old ones stay, named
 * for what they are by {@link #explainedProperty}. Those of a class pair or group are compared with the pair's own.
 */
public final class InfluenceViewModel {
  private final EstimatorViewModel estimators;
  private final ResultKey keys;
  private final LatestJob<ExplainedPair> job;
  private final ObjectProperty<InfluenceScope> scope =
      new SimpleObjectProperty<>(InfluenceScope.PAIR);
  private final ReadOnlyObjectWrapper<PairItem> pair = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RankedInfluence> shown = new ReadOnlyObjectWrapper<>();
  private ExplorerSession session;
  private ScopePairs scopes;

  /** A model that has nothing to explain yet. */
  public InfluenceViewModel(FxJobs jobs, EstimatorViewModel estimators, ResultKey keys) {
    this.estimators = estimators;
    this.keys = keys;
    job = new LatestJob<>(jobs);
    scope.addListener((value, old, now) -> compute());
    estimators.appliedProperty().addListener((value, old, now) -> compute());
    job.valueProperty()
        .addListener((value, old, now) -> shown.set(now == null ? null : now.scores()));
  }

  /** Whether the pair alone is explained or more. */
  public ObjectProperty<InfluenceScope> scopeProperty() {
    return scope;
  }

  /** The pair to be explained; null if there is none. */
  public ReadOnlyObjectProperty<PairItem> pairProperty() {
    return pair.getReadOnlyProperty();
  }

  /** The scores on the screen; null if there are none. */
  public ReadOnlyObjectProperty<RankedInfluence> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The same with what they are of; null if there are none. */
  public ReadOnlyObjectProperty<ExplainedPair> explainedProperty() {
    return job.valueProperty();
  }

  /** True while scores are computed: what is shown then is of the request before. */
  public ReadOnlyBooleanProperty busyProperty() {
    return job.busyProperty();
  }

  /** What went wrong with the chosen pair; null if nothing did. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return job.failureProperty();
  }

  /** How many pairs a scope has around the chosen one; 0 without a pair. */
  public int size(InfluenceScope of) {
    return pair.get() == null ? 0 : scopes.pairs(of, pair.get().pair()).size();
  }

  /** What a scope explains, in words; empty without a pair. */
  public String meaning(InfluenceScope of) {
    PairItem chosen = pair.get();
    if (chosen == null) {
      return "";
    }
    return switch (of) {
      case PAIR -> "Explain this pair alone";
      case CLASS_PAIR ->
          "Explain every " + chosen.wrongClass() + " taken for " + chosen.confusedClass();
      case GROUP -> "Explain every " + chosen.wrongClass() + " taken for " + names(chosen);
    };
  }

  private String names(PairItem chosen) {
    return scopes.confusionClasses(chosen.pair()).stream()
        .map(session::className)
        .collect(Collectors.joining(", "));
  }

  /** Forgets everything, for another session or none. */
  public void clear() {
    session = null;
    pair.set(null);
    job.clear();
  }

  /** Explains a pair of a session. */
  public void explain(ExplorerSession newSession, ScopePairs newScopes, PairItem newPair) {
    if (session != newSession) {
      clear();
    }
    session = newSession;
    scopes = newScopes;
    pair.set(newPair);
    compute();
  }

  /** Asks for the same scores again, after a failure. */
  public void retry() {
    compute();
  }

  private void compute() {
    if (session == null) {
      return;
    }
    Request request =
        new Request(
            session,
            pair.get(),
            scope.get(),
            pairQuery(),
            query(),
            estimators.appliedProperty().get());
    Supplier<InfluenceEstimator> source = estimators.source(session);
    Map<String, String> description = estimators.description();
    job.ask(
        "Influence on " + request.query().title(),
        Lane.COMPUTE,
        context -> explained(request, source.get(), description, context));
  }

  /** What is asked for, gathered before the job runs. */
  private record Request(
      ExplorerSession session,
      PairItem pair,
      InfluenceScope scope,
      InfluenceQuery pairQuery,
      InfluenceQuery query,
      EstimatorSetting setting) {}

  private ExplainedPair explained(
      Request request,
      InfluenceEstimator estimator,
      Map<String, String> description,
      JobContext context) {
    InfluenceQuery query = request.query();
    InfluenceScores scores = estimator.estimate(query, context);
    RankedInfluence ranked;
    if (request.scope() == InfluenceScope.PAIR) {
      ranked = RankedInfluence.of(query, scores);
    } else {
      InfluenceQuery alone = request.pairQuery();
      RankedInfluence base = RankedInfluence.of(alone, estimator.estimate(alone, context));
      ranked = RankedInfluence.against(base, query, scores);
    }
    EstimatorSetting setting = request.setting();
    ScoreProvenance provenance =
        ScoreProvenance.of(
            request.session(),
            description,
            query,
            scores,
            keys.of(request.session(), setting.id(), setting.options(), query));
    return new ExplainedPair(request.pair(), request.scope(), ranked, provenance);
  }

  private InfluenceQuery pairQuery() {
    PairItem chosen = pair.get();
    return new InfluenceQuery(
        List.of(testPair(chosen.pair())),
        chosen.wrong().fileName() + " and " + chosen.confused().fileName());
  }

  private InfluenceQuery query() {
    PairItem chosen = pair.get();
    if (scope.get() == InfluenceScope.PAIR) {
      return pairQuery();
    }
    List<TestPair> pairs =
        scopes.pairs(scope.get(), chosen.pair()).stream()
            .map(InfluenceViewModel::testPair)
            .toList();
    String as = scope.get() == InfluenceScope.CLASS_PAIR ? chosen.confusedClass() : names(chosen);
    return new InfluenceQuery(pairs, chosen.wrongClass() + " as " + as);
  }

  private static TestPair testPair(ConfusionPair pair) {
    return new TestPair(pair.wrong(), pair.confusedWith());
  }
}
