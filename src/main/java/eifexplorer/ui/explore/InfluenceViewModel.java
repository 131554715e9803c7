package eifexplorer.ui.explore;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The scores for the chosen pair.
 *
 * <p>Scores are computed in the background. A newer request cancels the one before, and what an older one still brings is
 * never shown; until the new scores are there the old ones stay, named for what they are by {@link #shownProperty}.
 */
public final class InfluenceViewModel {
  private final FxJobs jobs;
  private final ObjectProperty<InfluenceScope> scope =
      new SimpleObjectProperty<>(InfluenceScope.PAIR);
  private final ReadOnlyIntegerWrapper classPairSize = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<RankedInfluence> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Failure> failure = new ReadOnlyObjectWrapper<>();
  private ExplorerSession session;
  private PairItem pair;
  private List<ConfusionPair> classPair = List.of();
  private JobHandle<?> running;
  private int request;

  /** A model that has nothing to explain yet. */
  public InfluenceViewModel(FxJobs jobs) {
    this.jobs = jobs;
    scope.addListener((value, old, now) -> compute());
  }

  /** Whether the pair alone is explained or all of its two classes. */
  public ObjectProperty<InfluenceScope> scopeProperty() {
    return scope;
  }

  /** How many pairs have the two classes of the chosen one. */
  public ReadOnlyIntegerProperty classPairSizeProperty() {
    return classPairSize.getReadOnlyProperty();
  }

  /** The scores on the screen; null if there are none. */
  public ReadOnlyObjectProperty<RankedInfluence> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** True while scores are computed: what is shown then is of the request before. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** What went wrong with the chosen pair; null if nothing did. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Forgets everything, for another session or none. */
  public void clear() {
    cancelRunning();
    request++;
    session = null;
    pair = null;
    classPair = List.of();
    classPairSize.set(0);
    busy.set(false);
    failure.set(null);
    shown.set(null);
  }

  /** Explains a pair of a session. */
  public void explain(ExplorerSession newSession, PairIndex index, PairItem newPair) {
    if (session != newSession) {
      clear();
    }
    session = newSession;
    pair = newPair;
    classPair = index.sameClasses(newPair.pair());
    classPairSize.set(classPair.size());
    compute();
  }

  /** Asks for the same scores again, after a failure. */
  public void retry() {
    compute();
  }

  private void cancelRunning() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  private void compute() {
    if (session == null) {
      return;
    }
    cancelRunning();
    int mine = ++request;
    busy.set(true);
    failure.set(null);
    InfluenceQuery query = query();
    InfluenceEstimator estimator = session.estimator();
    JobHandle<?> handle =
        jobs.start(
            "Influence on " + query.title(),
            Lane.COMPUTE,
            context -> RankedInfluence.of(query, estimator.estimate(query, context)),
            new Outcome<>(
                scores -> end(mine, scores, null),
                trouble -> end(mine, null, trouble),
                () -> end(mine, null, new Failure("Cancelled.", ""))));
    if (mine == request && busy.get()) {
      running = handle;
    }
  }

  private InfluenceQuery query() {
    if (scope.get() == InfluenceScope.PAIR) {
      ConfusionPair one = pair.pair();
      return new InfluenceQuery(
          List.of(new TestPair(one.wrong(), one.confusedWith())),
          pair.wrong().fileName() + " and " + pair.confused().fileName());
    }
    List<TestPair> pairs =
        classPair.stream().map(p -> new TestPair(p.wrong(), p.confusedWith())).toList();
    return new InfluenceQuery(pairs, pair.wrongClass() + " as " + pair.confusedClass());
  }

  private void end(int of, RankedInfluence scores, Failure trouble) {
    if (of != request) {
      return;
    }
    running = null;
    failure.set(trouble);
    shown.set(scores);
    busy.set(false);
  }
}
