package eifexplorer.ui.explore.worth;

import static java.util.Objects.requireNonNull;

import eifexplorer.experiment.attribution.ModelWorth;
import eifexplorer.experiment.attribution.Worth;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.project.EstimatorWorths;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the estimator that explains is worth on the open model, and which one was measured to be better. Only what was
 * measured on this model with its labels of now, with the same settings, is said of it.
 */
public final class WorthViewModel {
  private final FxJobs jobs;
  private final EstimatorWorths worths;
  private final LatestJob<ModelWorth> looking;
  private final LatestJob<EstimatorWorths.Plan> planning;
  private final BiConsumer<String, Map<String, String>> use;
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private @Nullable ExplorerSession session;
  private @Nullable ModelWorth known;
  private @Nullable JobHandle<?> running;
  private @Nullable Failure failure;
  private boolean measuring;
  private String id = "";
  private Map<String, String> options = Map.of();

  /** What is said of the estimator that explains. */
  public enum State {
    /** Not looked yet. */
    UNKNOWN,
    /** It was never measured with these settings. */
    NOT_MEASURED,
    /** It was, but before weights or labels were changed. */
    OUTDATED,
    /** It is being measured. */
    MEASURING,
    /** It was measured. */
    MEASURED
  }

  /**
   * Nothing known yet.
   *
   * @param use explains with another estimator, by its id and settings
   */
  public WorthViewModel(
      FxJobs jobs, EstimatorWorths worths, BiConsumer<String, Map<String, String>> use) {
    this.jobs = jobs;
    this.worths = worths;
    this.use = use;
    this.looking = new LatestJob<>(jobs);
    this.planning = new LatestJob<>(jobs);
    looking.valueProperty().addListener((value, old, now) -> found(now));
    planning.valueProperty().addListener((value, old, now) -> changed());
    planning.failureProperty().addListener((value, old, now) -> changed());
  }

  /** Goes up whenever something else is to be said. */
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  private void changed() {
    version.set(version.get() + 1);
  }

  /** Turns to another session; a measurement of the one before is stopped, what it did is kept. */
  public void show(ExplorerSession newSession) {
    if (running != null) {
      running.cancel();
    }
    running = null;
    measuring = false;
    failure = null;
    known = null;
    planning.clear();
    looking.clear();
    session = newSession;
    refresh();
    changed();
  }

  /** Looks again what was measured, as by an experiment that has ended since. */
  public void refresh() {
    ExplorerSession of = session;
    if (of != null && (of.workspace().isPresent() || known == null)) {
      looking.askQuietly(
          Texts.of("What the scores are worth"), Lane.IO, context -> worths.known(of));
    }
  }

  private void found(@Nullable ModelWorth now) {
    if (now != null) {
      known = now;
      changed();
    }
  }

  /** Another estimator explains, with these settings that are not the standard ones. */
  public void explains(String newId, Map<String, String> newOptions) {
    id = newId;
    options = Map.copyOf(newOptions);
    planning.clear();
    failure = null;
    changed();
  }

  /** What can be said. */
  public State state() {
    if (measuring) {
      return State.MEASURING;
    }
    if (known == null) {
      return State.UNKNOWN;
    }
    if (worth().isPresent()) {
      return State.MEASURED;
    }
    return known.formerly(id, options).isPresent() ? State.OUTDATED : State.NOT_MEASURED;
  }

  /** What the estimator that explains is worth. */
  public Optional<Worth> worth() {
    return worth(id, options);
  }

  /** What an estimator is worth with these settings; empty if that was not measured. */
  public Optional<Worth> worth(String of, Map<String, String> with) {
    return known == null ? Optional.empty() : known.of(of, with);
  }

  /** In a few words: {@code predicts retraining: 0.26 (ceiling 0.97)}. */
  public String text() {
    return switch (state()) {
      case UNKNOWN -> "";
      case NOT_MEASURED -> Texts.of("not measured on this model");
      case OUTDATED -> Texts.of("not measured since the labels or weights changed");
      case MEASURING -> Texts.of("measuring what they are worth");
      case MEASURED -> Texts.said(worth().orElseThrow().words());
    };
  }

  /** The same of an estimator with its standard values. */
  public String text(String of) {
    return worth(of, Map.of())
        .map(worth -> Texts.said(worth.words()))
        .orElse(known == null ? "" : Texts.of("not measured on this model"));
  }

  /** The same in ever fewer words, for a place that is narrow; the last is a number, or nothing. */
  public List<String> texts() {
    return switch (state()) {
      case UNKNOWN -> List.of("");
      case NOT_MEASURED -> List.of(text(), Texts.of("not measured"), "");
      case OUTDATED -> List.of(text(), Texts.of("not measured since"), "");
      case MEASURING -> List.of(text(), Texts.of("measuring"), "");
      case MEASURED -> {
        String number = number(worth().orElseThrow());
        yield List.of(
            text(),
            Texts.of("predicts retraining: {0}", number),
            Texts.of("predicts: {0}", number),
            number,
            "");
      }
    };
  }

  /** The mean, not without its bounds where these are wide. */
  static String number(Worth worth) {
    String mean = Texts.coefficient(worth.mean());
    return worth.isRough() ? Texts.of("{0} ({1})", mean, Texts.said(worth.bounds())) : mean;
  }

  /** All of it in a few sentences. */
  public String details() {
    return switch (state()) {
      case UNKNOWN -> Texts.of("Looking for what was measured.");
      case NOT_MEASURED ->
          Texts.of(
              "How well these scores predict what happens when images are left out of training was"
                  + " not measured on this model with these settings.");
      case OUTDATED ->
          Texts.of(
              "It {0} before the labels or weights changed. That says nothing of the model as it"
                  + " is.",
              Texts.said(requireNonNull(known).formerly(id, options).orElseThrow().words()));
      case MEASURING ->
          Texts.of(
              "Heads are trained on random parts of the training images. You can go on working;"
                  + " what is done is kept if you stop.");
      case MEASURED -> details(worth().orElseThrow());
    };
  }

  private String details(Worth worth) {
    String interval =
        worth.interval().isEmpty() ? "" : Texts.of(", 95 % interval {0}", worth.interval());
    OptionalDouble ceiling = worth.measurement().ceiling();
    String seeds =
        ceiling.isPresent()
            ? Texts.of("; the seeds alone allow {0}", Texts.coefficient(ceiling.getAsDouble()))
            : "";
    return Texts.of(
        "Rank correlation {0}{1} between what the scores predict and the distances of {2} {3} after"
            + " retraining on {4} random parts of the training images ({5}, {6}). 1 is perfect, 0"
            + " is chance{7}.",
        Texts.coefficient(worth.mean()),
        interval,
        Texts.count(worth.measurement().measured()),
        Texts.said(worth.measurement().distances()),
        Texts.count(worth.measurement().subsets()),
        Texts.said(worth.measurement().protocolTitle()),
        Texts.count(worth.measurement().seeds(), "seed", "seeds"),
        seeds);
  }

  /** The estimator that was measured to predict further, beyond chance; empty if there is none. */
  public Optional<Worth> better() {
    return known == null ? Optional.empty() : known.better(id, options);
  }

  /** It in words: {@code Better measured: TRAK}; empty if there is none. */
  public String betterText() {
    return better()
        .map(
            worth ->
                Texts.of("Better measured: {0}", Texts.said(requireNonNull(known).title(worth))))
        .orElse("");
  }

  /** The same in ever fewer words. */
  public List<String> betterTexts() {
    return better()
        .map(
            worth -> {
              String name = requireNonNull(known).shortTitle(worth);
              return List.of(
                  Texts.of("Better measured: {0}", name), Texts.of("Better: {0}", name), name, "");
            })
        .orElse(List.of(""));
  }

  /** Explains with the one that was measured to be better, if there is one. */
  public void useBetter() {
    better().ifPresent(worth -> use.accept(worth.id(), worth.options()));
  }

  /** Finds out how long measuring would take; nothing to do while it is measured or known. */
  public void plan() {
    ExplorerSession of = session;
    State state = state();
    if (of != null
        && planning.valueProperty().get() == null
        && (state == State.NOT_MEASURED || state == State.OUTDATED)) {
      String planned = id;
      Map<String, String> with = options;
      planning.askQuietly(
          Texts.of("How long measuring takes"),
          Lane.COMPUTE,
          context -> worths.plan(of, planned, with, context));
    }
  }

  /**
   * What measuring takes: {@code 64 heads are trained in the background, about 1 min 20 s}, and how many are kept of a
   * measurement that was interrupted; empty while that is not known.
   */
  public String planText() {
    EstimatorWorths.Plan plan = planning.valueProperty().get();
    if (plan == null) {
      return "";
    }
    String kept =
        plan.kept() == 0
            ? ""
            : Texts.of(
                "{0} of {1} heads are kept.",
                Texts.count(plan.kept()), Texts.count(plan.kept() + plan.trainings()));
    String still =
        plan.trainings() == 0
            ? Texts.of("Only the estimators are left to be asked.")
            : Texts.of(
                "{0} trained in the background, about {1}",
                Texts.count(plan.trainings(), "head is", "heads are"), Texts.span(plan.expected()));
    return kept.isEmpty() ? still : kept + " " + still;
  }

  /** Which estimators are not measured too, and why; empty if all are, or that is not known. */
  public String leftOutText() {
    EstimatorWorths.Plan plan = planning.valueProperty().get();
    return plan == null
        ? ""
        : plan.leftOut().stream().map(Texts::said).collect(Collectors.joining(" "));
  }

  /** Whether {@link #measure} would begin. */
  public boolean canMeasure() {
    return !measuring && planning.valueProperty().get() != null;
  }

  /** What went wrong; null if nothing did. */
  public @Nullable Failure failure() {
    return failure != null ? failure : planning.failureProperty().get();
  }

  /** Begins to measure as planned. */
  public void measure() {
    EstimatorWorths.Plan plan = planning.valueProperty().get();
    ExplorerSession of = session;
    if (of == null || plan == null || measuring) {
      return;
    }
    measuring = true;
    failure = null;
    JobHandle<ModelWorth> handle =
        jobs.start(
            Texts.of("Measuring what the scores are worth"),
            Lane.EXPERIMENT,
            context -> worths.measure(of, plan, context),
            new Outcome<>(
                measured -> ended(of, measured, null),
                trouble -> ended(of, null, trouble),
                () -> ended(of, null, null)));
    running = measuring ? handle : null;
    changed();
  }

  private void ended(ExplorerSession of, @Nullable ModelWorth measured, @Nullable Failure trouble) {
    if (of != session) {
      return;
    }
    running = null;
    measuring = false;
    failure = trouble;
    if (measured != null) {
      known = measured;
    } else if (trouble == null) {
      // Stopped: heads that are kept now make the rest shorter than planned.
      planning.clear();
      plan();
    }
    changed();
  }

  /** Stops measuring; what is done is kept. */
  public void stop() {
    if (running != null) {
      running.cancel();
      running = null;
      changed();
    }
  }

  /** False once it was stopped: what trains goes on until it next looks. */
  public boolean canStop() {
    return running != null;
  }
}
