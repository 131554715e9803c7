package eifexplorer.ui.explore.whatif;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Job;
import eifexplorer.job.Lane;
import eifexplorer.model.ModelCard;
import eifexplorer.retrain.ReweightOutcome;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.retrain.ReweightTrials;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.ui.explore.strips.ExplainedPair;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.InfluenceViewModel;
import eifexplorer.ui.explore.strips.RankedInfluence;
import eifexplorer.ui.explore.strips.StripsViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
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
  private final ReweightTrials trials;
  private final StripsViewModel strips;
  private final ModelKeeping keeping;
  private final WhatIfForm form = new WhatIfForm();
  private final LatestJob<WhatIfResult> job;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<Integer> trial = new SimpleObjectProperty<>(0);
  private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper subject = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
  private @Nullable ExplorerSession session;
  private @Nullable ImageInsights insights;

  /**
   * Nothing tried yet.
   *
   * @param openModel opens another model of the session's workspace, by its id
   */
  public WhatIfViewModel(
      FxJobs jobs,
      ReweightTrials trials,
      StripsViewModel strips,
      NoticesViewModel notices,
      Consumer<String> openModel) {
    this.trials = trials;
    this.strips = strips;
    keeping = new ModelKeeping(jobs, notices, openModel);
    job = new LatestJob<>(jobs);
    job.valueProperty().addListener((value, old, now) -> answered(now));
    strips.influence().explainedProperty().addListener((value, old, now) -> otherScores());
    strips.influence().pairProperty().addListener((value, old, now) -> describe());
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

  /** Whose distance is asked for, and how many images of each kind there are. */
  public ReadOnlyStringProperty subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /** What the answer on the screen is of, if that is not what would be tried now; empty if it is. */
  public ReadOnlyStringProperty staleProperty() {
    return stale.getReadOnlyProperty();
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
    return keeping.busyProperty();
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

  /** Whose distance is asked for. */
  InfluenceViewModel influence() {
    return strips.influence();
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
    if (now) {
      forgetOtherPairs();
    }
    open.set(now);
  }

  /** A sheet that is opened anew says nothing of pairs that were left long ago. */
  private void forgetOtherPairs() {
    WhatIfResult result = job.valueProperty().get();
    ExplainedPair now = strips.influence().explainedProperty().get();
    if (result != null && !result.question().pairs().equals(now.scores().query().pairs())) {
      job.clear();
    }
  }

  private void otherScores() {
    if (strips.influence().explainedProperty().get() == null) {
      open.set(false);
    }
    describe();
  }

  private void answered(WhatIfResult result) {
    trial.set(result == null ? 0 : result.effects().median());
    describe();
  }

  private void describe() {
    ExplainedPair explained = strips.influence().explainedProperty().get();
    boolean none = session == null || explained == null;
    boolean waiting = !none && explained.pair() != strips.influence().pairProperty().get();
    ChangedImages images = none ? ChangedImages.NONE : images(explained.scores());
    if (none) {
      subject.set("");
      problem.set("");
    } else if (waiting) {
      subject.set(Texts.of("the scores are being computed …"));
      problem.set(Texts.of("The scores of this pair are being computed."));
    } else {
      subject.set(subject(explained));
      problem.set(form.problem().orElseGet(() -> images.isEmpty() ? images.nothing() : ""));
    }
    effect.set(none || !problem.get().isEmpty() ? "" : images.text(form));
    WhatIfResult result = job.valueProperty().get();
    boolean same =
        result == null
            || (!effect.get().isEmpty() && result.question().equals(question(explained, images)));
    stale.set(same ? "" : Texts.of("Out of date: this is {0}.", result.question().text()));
  }

  private static String subject(ExplainedPair explained) {
    RankedInfluence scores = explained.scores();
    return Texts.of(
        "{0} · {1} harmful, {2} helpful",
        WhatIfQuestion.subject(explained),
        Texts.count(scores.count(InfluenceKind.HARMFUL)),
        Texts.count(scores.count(InfluenceKind.HELPFUL)));
  }

  private WhatIfQuestion question(ExplainedPair explained, ChangedImages images) {
    return new WhatIfQuestion(
        WhatIfQuestion.subject(explained),
        images.text(form),
        explained.scores().query().pairs(),
        images,
        form.change(),
        LongStream.range(0, form.seeds().orElseThrow()).boxed().toList());
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
    WhatIfQuestion question = question(explained, images(explained.scores()));
    ChangedImages images = question.images();
    WhatIfForm.Change change = question.change();
    ExplorerSession of = session;
    ImageInsights ask = insights;
    job.ask(
        Texts.of("What if: {0}", question.text()),
        Lane.QUESTION,
        context -> {
          ReweightRequest request =
              ReweightRequest.usual(
                      requireNonNull(of),
                      images.weights(change, requireNonNull(of).bundle().trainLabels().length),
                      images.labels(
                          change, of.bundle().trainLabels(), requireNonNull(ask), context),
                      question.pairs(),
                      question.seeds())
                  .withHeadRate(change.rate());
          return WhatIfResult.of(of, question, request, trials.compare(of, request, context));
        });
  }

  /** Stops trying. */
  public void cancel() {
    job.clear();
  }

  /** Makes the chosen trial one more model of the workspace; the one that is open stays open. */
  public void keep() {
    WhatIfResult result = job.valueProperty().get();
    if (result == null || !canKeep()) {
      return;
    }
    ExplorerSession of = session;
    ReweightOutcome outcome = result.comparison().trials().get(trial.get());
    String name = result.question().modelName(outcome.seed());
    ReweightRequest request = result.request().withSeed(outcome.seed());
    Job<ModelCard> saving =
        context -> trials.keepReweighted(requireNonNull(of), name, request, outcome, context);
    keeping.keep(Texts.of("Keep a re-weighted model"), saving);
  }
}
