package eifexplorer.ui.explore.verdict;

import static java.util.Objects.requireNonNull;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.Confusions;
import eifexplorer.influence.HarmConcentration;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.retrain.HarmSentence;
import eifexplorer.retrain.LeavingOut;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.retrain.TrialComparison;
import eifexplorer.retrain.TrialVerdict;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.strips.ExplainedPair;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.InfluenceScope;
import eifexplorer.ui.explore.strips.InfluenceViewModel;
import eifexplorer.ui.explore.strips.UnmovedPairViewModel;
import eifexplorer.ui.explore.verdict.Verdict.Finding;
import eifexplorer.ui.explore.verdict.Verdict.Harm;
import eifexplorer.ui.explore.verdict.Verdict.Trial;
import eifexplorer.ui.explore.verdict.Verdict.Tried;
import eifexplorer.ui.explore.verdict.Verdict.Trying;
import eifexplorer.ui.explore.verdict.Verdict.Untried;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Decides which sentence stands above the strips, and has tried what it rests on.
 *
 * <p>What was tried before is shown at once. Otherwise it is tried in the background when the pair has been open a moment;
 * another pair cancels that. Where it would take long, or is turned off, it waits for a person to ask.
 */
public final class VerdictViewModel {
  /** What is tried without being asked for takes no longer, about. */
  private static final double LONGEST_SECONDS = 30;

  /** Multiplications a second before any trial was timed: half of what two slow cores do. */
  private static final double USUAL_SPEED = 1e10;

  private final ReweightTrials trials;
  private final InfluenceViewModel influence;
  private final UnmovedPairViewModel unmoved;
  private final Duration moment;
  private final LatestJob<Trial> job;
  private final BooleanProperty automatic = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>();
  private volatile double speed = USUAL_SPEED;
  private @Nullable ExplorerSession session;

  /**
   * No verdict yet.
   *
   * @param moment how long a pair stays open before anything is tried
   */
  public VerdictViewModel(
      FxJobs jobs,
      ReweightTrials trials,
      InfluenceViewModel influence,
      UnmovedPairViewModel unmoved,
      Duration moment) {
    this.trials = trials;
    this.influence = influence;
    this.unmoved = unmoved;
    this.moment = moment;
    job = new LatestJob<>(jobs);
    influence.explainedProperty().addListener((value, old, now) -> begin());
    influence.busyProperty().addListener((value, old, now) -> decide());
    unmoved.reasonProperty().addListener((value, old, now) -> decide());
    unmoved.copyProperty().addListener((value, old, now) -> decide());
    job.valueProperty().addListener((value, old, now) -> decide());
    job.busyProperty().addListener((value, old, now) -> decide());
    job.failureProperty().addListener((value, old, now) -> decide());
    automatic.addListener((value, old, now) -> begin());
  }

  /** What stands above the strips; null if nothing does. */
  public ReadOnlyObjectProperty<Verdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** True while scores are computed: what stands there is of the pair before. */
  public ReadOnlyBooleanProperty waitingProperty() {
    return influence.busyProperty();
  }

  /** Whether leaving out is tried for each pair that stays open, without being asked for. */
  public BooleanProperty automaticProperty() {
    return automatic;
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession) {
    job.clear();
    session = newSession;
    decide();
  }

  /** Tries it now, whatever it takes. */
  public void tryNow() {
    ExplainedPair explained = influence.explainedProperty().get();
    if (canBeTried(explained)) {
      ExplorerSession of = requireNonNull(session);
      job.ask(
          title(explained),
          Lane.QUESTION,
          context -> tried(of, explained, Double.MAX_VALUE, Duration.ZERO, context));
    }
  }

  /** Stops trying; the button that tries it is offered. */
  public void stop() {
    job.clear();
  }

  private void begin() {
    ExplainedPair explained = influence.explainedProperty().get();
    job.clear();
    if (canBeTried(explained)) {
      ExplorerSession of = requireNonNull(session);
      double most = automatic.get() ? LONGEST_SECONDS : 0;
      job.askQuietly(
          title(explained),
          Lane.QUESTION,
          context -> tried(of, explained, most, moment, context.withoutProgress()));
    }
    decide();
  }

  private static String title(ExplainedPair explained) {
    return Texts.of("Leaving out what harms {0}", explained.scores().query().title());
  }

  /** What was tried before, or a trial after a moment; an offer if it takes more than {@code most} seconds. */
  private Trial tried(
      ExplorerSession of,
      ExplainedPair explained,
      double most,
      Duration after,
      JobContext context) {
    InfluenceScores scores = explained.scores().scores();
    String change = LeavingOut.text(scores);
    try {
      ReweightRequest request = LeavingOut.request(of, explained.scores().query(), scores);
      Optional<TrialComparison> known = trials.known(of, request);
      if (known.isPresent()) {
        return new Tried(TrialVerdict.of(of, change, known.get()));
      }
      if (seconds(of) > most) {
        return offered(of);
      }
      long asked = System.nanoTime();
      context.await(() -> System.nanoTime() - asked >= after.toNanos());
      long start = System.nanoTime();
      TrialComparison done = trials.effects(of, request, of.givingWay(context));
      double took = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
      speed = LeavingOut.multiplications(of) / took;
      return new Tried(TrialVerdict.of(of, change, done));
    } catch (ProblemException e) {
      return new Untried(Texts.of("Leaving them out can’t be tried: {0}", Texts.problem(e)), "");
    }
  }

  /** How long a trial takes, about. */
  private double seconds(ExplorerSession of) {
    return LeavingOut.multiplications(of) / speed;
  }

  private Untried offered(ExplorerSession of) {
    long seconds = Math.max(1, Math.round(seconds(of)));
    return new Untried(
        Texts.of("Whether leaving them out fixes it was not tried"),
        Texts.of("Try it (about {0})", Texts.span(Duration.ofSeconds(seconds))));
  }

  /** A neighbour that was walked to is not the nearest, or of the same class: there is nothing to fix. */
  private boolean canBeFixed(ExplainedPair explained) {
    return explained.scope() != InfluenceScope.PAIR || isConfused(explained.pair().pair());
  }

  private boolean canBeTried(@Nullable ExplainedPair explained) {
    return explained != null
        && session != null
        && explained.scores().count(InfluenceKind.HARMFUL) > 0
        && canBeFixed(explained);
  }

  private boolean isConfused(ConfusionPair pair) {
    Confusions confusions = session == null ? null : session.confusions();
    return confusions != null
        && confusions.isWrong(pair.wrong())
        && confusions.nearest(pair.wrong()) == pair.confusedWith();
  }

  /** While scores are computed what stands there stays, as the strips do. */
  private void decide() {
    if (influence.busyProperty().get() && influence.explainedProperty().get() != null) {
      return;
    }
    UnmovedPairViewModel.Reason reason = unmoved.reasonProperty().get();
    ExplainedPair explained = influence.explainedProperty().get();
    if (explained == null || session == null) {
      verdict.set(null);
    } else if (reason != null) {
      verdict.set(new Finding(reason.title()));
    } else if (!unmoved.copyProperty().get().isEmpty()) {
      verdict.set(new Finding(unmoved.copyProperty().get()));
    } else {
      ExplorerSession of = session;
      verdict.set(
          HarmConcentration.of(explained.scores().scores(), of.bundle().trainLabels())
              .map(harm -> (Verdict) new Harm(HarmSentence.of(of, harm), trial(explained)))
              .orElseGet(() -> new Finding(Texts.of("No training image harms this pair"))));
    }
  }

  private Trial trial(ExplainedPair explained) {
    Failure failure = job.failureProperty().get();
    Trial known = job.valueProperty().get();
    if (!canBeFixed(explained)) {
      return new Untried(
          Texts.of("Not the nearest neighbour of another class: there is nothing to fix"), "");
    }
    if (job.busyProperty().get()) {
      return new Trying();
    }
    if (failure != null) {
      return new Untried(
          Texts.of("Leaving them out was not tried: {0}", failure.message()), Texts.of("Try it"));
    }
    return known == null ? offered(requireNonNull(session)) : known;
  }
}
