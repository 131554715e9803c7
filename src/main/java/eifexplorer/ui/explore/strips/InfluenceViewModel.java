package eifexplorer.ui.explore.strips;

import static java.util.Objects.requireNonNull;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The scores for the chosen pair.
 *
 * <p>Scores are computed in the background, see {@link LatestJob}; until the new ones are there the old ones stay, named
 * for what they are by {@link #explainedProperty}. Those of a class pair or group are compared with the pair's own. While
 * nobody waits, those of pairs that may be chosen next are computed in advance.
 */
public final class InfluenceViewModel {
  private final EstimatorViewModel estimators;
  private final ResultKey keys;
  private final LatestJob<ExplainedPair> job;
  private final LatestJob<ScoreProvenance> provenance;
  private final LatestJob<Boolean> ahead;
  private final ObjectProperty<InfluenceScope> scope =
      new SimpleObjectProperty<>(InfluenceScope.PAIR);
  private final ReadOnlyObjectWrapper<PairItem> pair = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RankedInfluence> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable OutsidePair> outside =
      new ReadOnlyObjectWrapper<>();
  private @Nullable ExplorerSession session;
  private @Nullable ScopePairs scopes;

  /** A model that has nothing to explain yet. */
  public InfluenceViewModel(FxJobs jobs, EstimatorViewModel estimators, ResultKey keys) {
    this.estimators = estimators;
    this.keys = keys;
    job = new LatestJob<>(jobs);
    provenance = new LatestJob<>(jobs);
    ahead = new LatestJob<>(jobs);
    scope.addListener((value, old, now) -> compute());
    scope.addListener((value, old, now) -> outside.set(outsideNow()));
    pair.addListener((value, old, now) -> outside.set(outsideNow()));
    estimators.appliedProperty().addListener((value, old, now) -> compute());
    job.valueProperty().addListener((value, old, now) -> explained(now));
  }

  private void explained(ExplainedPair now) {
    shown.set(now == null ? null : now.scores());
    if (now == null) {
      provenance.clear();
    } else {
      askProvenance(requireNonNull(session), now);
    }
  }

  /** After the scores, which nobody should have to wait longer for: weights are read through for the fingerprint. */
  private void askProvenance(ExplorerSession of, ExplainedPair explained) {
    EstimatorSetting setting = explained.setting();
    InfluenceQuery query = explained.scores().query();
    provenance.ask(
        Texts.of("Fingerprint of the scores"),
        Lane.COMPUTE,
        context ->
            ScoreProvenance.of(of, explained, keys.of(of, setting.id(), setting.options(), query)));
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

  /** What the scores were made from; null while that is not known. */
  public ReadOnlyObjectProperty<ScoreProvenance> provenanceProperty() {
    return provenance.valueProperty();
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
    return pair.get() == null ? 0 : requireNonNull(scopes).pairs(of, pair.get().pair()).size();
  }

  /** What a scope explains, in words; empty without a pair. */
  public String meaning(InfluenceScope of) {
    PairItem chosen = pair.get();
    if (chosen == null) {
      return "";
    }
    return switch (of) {
      case PAIR -> Texts.of("Explain this pair alone");
      case CLASS_PAIR ->
          Texts.of("Explain every {0} taken for {1}", chosen.wrongClass(), chosen.confusedClass());
      case GROUP -> Texts.of("Explain every {0} taken for {1}", chosen.wrongClass(), names(chosen));
    };
  }

  private String names(PairItem chosen) {
    return requireNonNull(scopes).confusionClasses(chosen.pair()).stream()
        .map(requireNonNull(session)::className)
        .collect(Collectors.joining(", "));
  }

  /** That the scope leaves the chosen pair out; null if it does not. */
  public ReadOnlyObjectProperty<@Nullable OutsidePair> outsideProperty() {
    return outside.getReadOnlyProperty();
  }

  private @Nullable OutsidePair outsideNow() {
    PairItem chosen = pair.get();
    if (chosen == null || requireNonNull(scopes).contains(scope.get(), chosen.pair())) {
      return null;
    }
    String others = scope.get() == InfluenceScope.GROUP ? names(chosen) : chosen.confusedClass();
    InfluenceScope instead =
        requireNonNull(scopes).contains(InfluenceScope.CLASS_PAIR, chosen.pair())
            ? InfluenceScope.CLASS_PAIR
            : InfluenceScope.PAIR;
    return new OutsidePair(
        Texts.of(
            "Without this pair: these explain {0} taken for {1}.", chosen.wrongClass(), others),
        instead,
        instead == InfluenceScope.PAIR
            ? Texts.of("Explain this pair")
            : Texts.of("Explain its class pair · {0}", Texts.count(size(instead))));
  }

  /** Forgets everything, for another session or none. */
  public void clear() {
    session = null;
    pair.set(null);
    job.clear();
    ahead.clear();
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
    ahead.clear();
    if (session == null) {
      return;
    }
    PairItem chosen = pair.get();
    InfluenceScope wanted = scope.get();
    InfluenceQuery alone = pairQuery(chosen);
    InfluenceQuery query = query(chosen);
    EstimatorSetting setting = estimators.appliedProperty().get();
    Map<String, String> description = estimators.description();
    Supplier<InfluenceEstimator> source = estimators.source(session);
    job.ask(
        Texts.of("Influence on {0}", query.title()),
        Lane.COMPUTE,
        context ->
            new ExplainedPair(
                chosen,
                wanted,
                setting,
                description,
                wanted == InfluenceScope.PAIR
                    ? RankedInfluence.of(query, source.get().estimate(query, context))
                    : compared(source.get(), alone, query, context)));
  }

  /**
   * Computes the scores of pairs that may be chosen next, with the same settings, unless the chosen pair's are not there yet;
   * any other request ends it.
   */
  public void foresee(List<PairItem> pairs) {
    if (session == null || job.busyProperty().get()) {
      return;
    }
    List<InfluenceQuery> queries =
        pairs.stream()
            .filter(item -> requireNonNull(scopes).contains(scope.get(), item.pair()))
            .flatMap(item -> Stream.of(query(item), pairQuery(item)))
            .toList();
    if (!queries.isEmpty()) {
      Supplier<InfluenceEstimator> source = estimators.source(session);
      ahead.askQuietly(
          Texts.of("Influence on pairs nearby"),
          Lane.QUESTION,
          context -> foresee(queries, source.get(), context));
    }
  }

  /** What is wrong with a pair is said once it is chosen. */
  private static boolean foresee(
      List<InfluenceQuery> queries, InfluenceEstimator estimator, JobContext context) {
    try {
      queries.forEach(query -> estimator.foresee(query, context));
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  /** Computes nothing in advance any more, until a pair is chosen. */
  public void stopAhead() {
    ahead.clear();
  }

  private static RankedInfluence compared(
      InfluenceEstimator estimator,
      InfluenceQuery alone,
      InfluenceQuery query,
      JobContext context) {
    InfluenceScores scores = estimator.estimate(query, context);
    RankedInfluence pair = RankedInfluence.of(alone, estimator.estimate(alone, context));
    return RankedInfluence.against(pair, query, scores);
  }

  private static InfluenceQuery pairQuery(PairItem chosen) {
    return new InfluenceQuery(
        List.of(testPair(chosen.pair())),
        Texts.of("{0} and {1}", chosen.wrong().fileName(), chosen.confused().fileName()));
  }

  private InfluenceQuery query(PairItem chosen) {
    if (scope.get() == InfluenceScope.PAIR) {
      return pairQuery(chosen);
    }
    List<TestPair> pairs =
        requireNonNull(scopes).pairs(scope.get(), chosen.pair()).stream()
            .map(InfluenceViewModel::testPair)
            .toList();
    String as = scope.get() == InfluenceScope.CLASS_PAIR ? chosen.confusedClass() : names(chosen);
    return new InfluenceQuery(pairs, Texts.of("{0} as {1}", chosen.wrongClass(), as));
  }

  private static TestPair testPair(ConfusionPair pair) {
    return new TestPair(pair.wrong(), pair.confusedWith());
  }
}
