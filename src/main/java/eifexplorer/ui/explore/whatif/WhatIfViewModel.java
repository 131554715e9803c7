package eifexplorer.ui.explore.whatif;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.job.Job;
import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.model.ModelCard;
import eifexplorer.retrain.ReweightOutcome;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.ui.explore.strips.ExplainedPair;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.RankedInfluence;
import eifexplorer.ui.explore.strips.StripsViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** What if training images were changed: which, how, and what came of it. */
public final class WhatIfViewModel {
  private final FxJobs jobs;
  private final ReweightTrials trials;
  private final StripsViewModel strips;
  private final NoticesViewModel notices;
  private final Runnable reopen;
  private final WhatIfForm form = new WhatIfForm();
  private final LatestJob<WhatIfResult> job;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final BooleanProperty keeping = new SimpleBooleanProperty();
  private final ObjectProperty<Integer> trial = new SimpleObjectProperty<>(0);
  private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private @Nullable ExplorerSession session;
  private @Nullable ImageInsights insights;

  /**
   * Nothing tried yet.
   *
   * @param reopen opens the session's workspace again, with its current model
   */
  public WhatIfViewModel(
      FxJobs jobs,
      ReweightTrials trials,
      StripsViewModel strips,
      NoticesViewModel notices,
      Runnable reopen) {
    this.jobs = jobs;
    this.trials = trials;
    this.strips = strips;
    this.notices = notices;
    this.reopen = reopen;
    job = new LatestJob<>(jobs);
    job.valueProperty().addListener((value, old, now) -> trial.set(now == null ? 0 : now.median()));
    strips.influence().explainedProperty().addListener((value, old, now) -> otherScores());
    strips.picked().addListener((SetChangeListener<Integer>) change -> describe());
    form.onChange(this::describe);
  }

  /** Which images, and what is done to them. */
  public WhatIfForm form() {
    return form;
  }

  /** Whether the sheet is open. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** What would be done, in words: {@code 688 harmful images left out, 714 helpful ones counted 2 times}. */
  public ReadOnlyStringProperty effectProperty() {
    return effect.getReadOnlyProperty();
  }

  /** Why it can't be tried; empty if it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What came of it; null if nothing was tried. */
  public ReadOnlyObjectProperty<WhatIfResult> resultProperty() {
    return job.valueProperty();
  }

  /** True while it is tried. */
  public ReadOnlyBooleanProperty busyProperty() {
    return job.busyProperty();
  }

  /** What went wrong; null if nothing did. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return job.failureProperty();
  }

  /** True while a trial is made a model. */
  public ReadOnlyBooleanProperty keepingProperty() {
    return keeping;
  }

  /** The place of the chosen trial. */
  public ObjectProperty<Integer> trialProperty() {
    return trial;
  }

  /** Classes an image can be relabelled to, by training label. */
  public List<String> classNames() {
    return session == null
        ? List.of()
        : IntStream.range(0, session.bundle().proxies().classCount())
            .mapToObj(session::className)
            .toList();
  }

  /** Whether a trial can be kept: an embedding bundle without a workspace has no place for it. */
  public boolean canKeep() {
    return session != null && session.workspace().isPresent();
  }

  /** Training indices of the picked images. */
  public ObservableSet<Integer> picked() {
    return strips.picked();
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession, ImageInsights newInsights) {
    session = newSession;
    insights = newInsights;
    open.set(false);
    job.clear();
    form.relabelProperty().set(WhatIfForm.LIKELIEST);
    describe();
  }

  /** Opens the sheet for the picked images if there are any, or closes it. */
  public void toggle() {
    boolean now = !open.get() && strips.influence().explainedProperty().get() != null;
    if (now && !strips.picked().isEmpty()) {
      form.selectionProperty().set(WhatIfSelection.PICKED);
    } else if (now && form.selectionProperty().get() == WhatIfSelection.PICKED) {
      form.selectionProperty().set(WhatIfSelection.ALL);
    }
    open.set(now);
  }

  private void otherScores() {
    WhatIfResult result = job.valueProperty().get();
    ExplainedPair now = strips.influence().explainedProperty().get();
    if (now == null) {
      open.set(false);
    }
    boolean sameQuery =
        result != null
            && now != null
            && result.request().pairs().equals(now.scores().query().pairs());
    if (!sameQuery) {
      job.clear();
    }
    describe();
  }

  private void describe() {
    ExplainedPair explained = strips.influence().explainedProperty().get();
    if (session == null || explained == null) {
      effect.set("");
      problem.set("");
      return;
    }
    ChangedImages images = images(explained.scores());
    problem.set(form.problem().orElseGet(() -> images.isEmpty() ? images.nothing() : ""));
    effect.set(problem.get().isEmpty() ? images.text(form) : "");
  }

  private ChangedImages images(RankedInfluence scores) {
    return switch (form.selectionProperty().get()) {
      case PICKED -> ChangedImages.picked(scores, strips.picked());
      case STRONGEST -> ChangedImages.strongest(scores, form.strongest().orElse(0));
      case ALL -> ChangedImages.strongest(scores, Integer.MAX_VALUE);
    };
  }

  /** Tries the change, with every seed, and as often with images drawn at random. */
  public void run() {
    ExplainedPair explained = strips.influence().explainedProperty().get();
    if (explained == null || !problem.get().isEmpty() || job.busyProperty().get()) {
      return;
    }
    InfluenceQuery query = explained.scores().query();
    ChangedImages images = images(explained.scores());
    String title = "What if: " + images.text(form) + " · " + query.title();
    List<Long> seeds = LongStream.range(0, form.seeds().orElseThrow()).boxed().toList();
    ExplorerSession of = session;
    ImageInsights ask = insights;
    WhatIfForm.Change change = form.change();
    job.ask(
        title,
        Lane.COMPUTE,
        context -> {
          ReweightRequest request =
              ReweightRequest.usual(
                      requireNonNull(of),
                      images.weights(change, requireNonNull(of).bundle().trainLabels().length),
                      images.labels(
                          change, of.bundle().trainLabels(), requireNonNull(ask), context),
                      query.pairs(),
                      seeds)
                  .withHeadRate(change.rate());
          return tried(title, of, request, context);
        });
  }

  private WhatIfResult tried(
      String title, ExplorerSession of, ReweightRequest request, JobContext context) {
    List<ReweightOutcome> outcomes = new ArrayList<>();
    List<ReweightOutcome> controls = new ArrayList<>();
    int total = 2 * request.seeds().size();
    int[] labels = of.bundle().trainLabels();
    int classes = of.bundle().proxies().classCount();
    for (long seed : request.seeds()) {
      outcomes.addAll(trials.reweight(of, request.withSeed(seed), context.withoutProgress()));
      context.progress(outcomes.size() + controls.size(), total, "trainings");
      controls.addAll(
          trials.reweight(of, request.atRandom(labels, classes, seed), context.withoutProgress()));
      context.progress(outcomes.size() + controls.size(), total, "trainings");
    }
    return new WhatIfResult(title, request, outcomes, controls);
  }

  /** Stops trying. */
  public void cancel() {
    job.clear();
  }

  /** Makes the chosen trial the workspace's current model. */
  public void keep() {
    WhatIfResult result = job.valueProperty().get();
    if (result == null || keeping.get() || !canKeep()) {
      return;
    }
    ExplorerSession of = session;
    ReweightOutcome outcome = result.trials().get(trial.get());
    Job<ModelCard> saving =
        context ->
            trials.keepReweighted(
                requireNonNull(of), result.request().withSeed(outcome.seed()), outcome, context);
    keeping.set(true);
    jobs.start(
        "Keep a re-weighted model",
        Lane.COMPUTE,
        saving,
        new Outcome<>(this::kept, this::notKept, () -> keeping.set(false)));
  }

  private void kept(ModelCard card) {
    keeping.set(false);
    notices.info("Kept as model " + card.id() + ", the workspace's current one", "Open it", reopen);
  }

  private void notKept(Failure failure) {
    keeping.set(false);
    notices.show(failure);
  }

  /** How many images of each kind there are: {@code 688 harmful, 714 helpful}. */
  public String sizeText() {
    RankedInfluence scores = strips.influence().shownProperty().get();
    return scores == null
        ? ""
        : Texts.count(scores.count(InfluenceKind.HARMFUL))
            + " harmful, "
            + Texts.count(scores.count(InfluenceKind.HELPFUL))
            + " helpful";
  }
}
