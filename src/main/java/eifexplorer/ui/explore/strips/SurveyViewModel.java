package eifexplorer.ui.explore.strips;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.PairSurveyor;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The survey of all pairs, as far as it has come: it runs by itself while a session is open. */
public final class SurveyViewModel {
  private static final long REST_MILLIS = 300;

  private final FxJobs jobs;
  private final PairSurveyor surveyor;
  private final LatestJob<InfluenceSurvey> job;
  private final ReadOnlyObjectWrapper<InfluenceSurvey> survey = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private @Nullable ExplorerSession session;
  private boolean started;

  /** No survey yet. */
  public SurveyViewModel(FxJobs jobs, PairSurveyor surveyor) {
    this.jobs = jobs;
    this.surveyor = surveyor;
    this.job = new LatestJob<>(jobs);
    job.valueProperty().addListener((value, old, now) -> finished(now));
    job.failureProperty().addListener((value, old, now) -> paused.set(now != null));
  }

  /** What is known so far; null before the first snapshot. */
  public ReadOnlyObjectProperty<InfluenceSurvey> surveyProperty() {
    return survey.getReadOnlyProperty();
  }

  /** True while there is more to explain, but nobody is at it: paused, cancelled or failed. */
  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** True while pairs are explained. */
  public ReadOnlyBooleanProperty busyProperty() {
    return job.busyProperty();
  }

  /** Stops explaining; what is known stays, and {@link #goOn} goes on behind it. */
  public void pause() {
    if (job.busyProperty().get()) {
      job.clear();
      paused.set(true);
    }
  }

  /** Goes on explaining. */
  public void goOn() {
    if (paused.get()) {
      begin();
    }
  }

  /** Forgets the survey of the session before, and waits for {@link #start}. */
  void show(ExplorerSession newSession) {
    job.clear();
    survey.set(null);
    session = newSession;
    started = false;
    paused.set(false);
  }

  /** Begins, once; nobody should wait for scores of the first pair behind it. */
  void start() {
    if (session == null || started) {
      return;
    }
    started = true;
    begin();
  }

  private void begin() {
    paused.set(false);
    ExplorerSession of = session;
    Consumer<InfluenceSurvey> soFar =
        jobs.onScreen(
            snapshot -> {
              if (of == session) {
                survey.set(snapshot);
              }
            });
    job.ask(
        Texts.of(
            "Explaining all {0}", Texts.count(requireNonNull(of).pairs().size(), "pair", "pairs")),
        Lane.BACKGROUND,
        context -> surveyor.survey(of, soFar, context));
  }

  /** Says that the user is doing something: the processors are the window's for a moment. */
  public void userAtWork() {
    if (session != null && job.busyProperty().get()) {
      surveyor.rest(session, REST_MILLIS);
    }
  }

  private void finished(InfluenceSurvey complete) {
    if (complete != null) {
      survey.set(complete);
    }
  }

  /** In how many pairs a training image harms: {@code harms 14 pairs}; empty while nothing is known. */
  String harms(int trainIndex) {
    return harms(trainIndex, "");
  }

  /** The same where another estimator explains than the survey's, named so: {@code harms 14 by EIF}. */
  String harms(int trainIndex, String by) {
    InfluenceSurvey known = survey.get();
    if (known == null || known.explained() == 0) {
      return "";
    }
    int harmed = known.pairsHarmed(trainIndex);
    if (!by.isEmpty()) {
      return Texts.of("harms {0}{1} by {2}", Texts.count(harmed), complete(known) ? "" : "+", by);
    }
    return !complete(known)
        ? Texts.of("harms {0} so far", Texts.count(harmed))
        : Texts.of("harms {0}", Texts.count(harmed, "pair", "pairs"));
  }

  private static boolean complete(InfluenceSurvey known) {
    return known.explained() == known.pairs();
  }
}
