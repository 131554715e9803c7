package eifexplorer.ui.explore.totals;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Lane;
import eifexplorer.model.ModelCard;
import eifexplorer.retrain.LeaveOutOutcome;
import eifexplorer.retrain.LeaveOutRequest;
import eifexplorer.retrain.LeaveOutTrials;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.whatif.ModelKeeping;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the model would be without some training images: asked for, told from chance, kept as a model. */
public final class TryWithoutViewModel {
  /** Trainings of each kind. */
  static final int SEEDS = 5;

  private final LeaveOutTrials trials;
  private final ModelKeeping keeping;
  private final LatestJob<Tried> job;
  private final ReadOnlyObjectWrapper<Tried> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CulpritSubject> subject = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ModelCard> kept = new ReadOnlyObjectWrapper<>();
  private final Map<SortedSet<Integer>, Tried> known = new HashMap<>();
  private final Map<SortedSet<Integer>, ModelCard> models = new HashMap<>();
  private final Consumer<String> openModel;
  private @Nullable ExplorerSession session;

  /** What was tried, and what came of it. */
  record Tried(CulpritSubject subject, LeaveOutOutcome outcome) {}

  /**
   * Nothing tried yet.
   *
   * @param openModel opens another model of the session's workspace, by its id
   */
  public TryWithoutViewModel(
      FxJobs jobs, LeaveOutTrials trials, NoticesViewModel notices, Consumer<String> openModel) {
    this.trials = trials;
    this.openModel = openModel;
    keeping = new ModelKeeping(jobs, notices, openModel);
    job = new LatestJob<>(jobs);
    job.valueProperty().addListener((value, old, now) -> answered(now));
  }

  /** What came of the chosen ones; null if they were not tried. */
  ReadOnlyObjectProperty<Tried> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Who is chosen; null for nobody. */
  ReadOnlyObjectProperty<CulpritSubject> subjectProperty() {
    return subject.getReadOnlyProperty();
  }

  /** True while something is tried. */
  ReadOnlyBooleanProperty busyProperty() {
    return job.busyProperty();
  }

  /** What went wrong with the last one tried; null if nothing did. */
  ReadOnlyObjectProperty<Failure> failureProperty() {
    return job.failureProperty();
  }

  /** True while a model is kept. */
  ReadOnlyBooleanProperty keepingProperty() {
    return keeping.busyProperty();
  }

  /** The model without the chosen ones, once it was kept; null if it was not. */
  ReadOnlyObjectProperty<ModelCard> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** Opens the model that was kept. */
  void openKept() {
    openModel.accept(requireNonNull(kept.get()).id());
  }

  /** Whether there is a place for a model: an embedding bundle has none. */
  boolean canKeep() {
    return session != null && session.workspace().isPresent();
  }

  void show(ExplorerSession newSession) {
    session = newSession;
    job.clear();
    known.clear();
    models.clear();
    kept.set(null);
    shown.set(null);
    subject.set(null);
  }

  void choose(Optional<CulpritSubject> who) {
    subject.set(who.orElse(null));
    shown.set(who.map(one -> known.get(one.images())).orElse(null));
    kept.set(who.map(one -> models.get(one.images())).orElse(null));
  }

  private void answered(Tried tried) {
    if (tried != null) {
      known.put(tried.subject().images(), tried);
      CulpritSubject now = subject.get();
      if (now != null && now.images().equals(tried.subject().images())) {
        shown.set(tried);
      }
    }
  }

  private static LeaveOutRequest request(CulpritSubject who) {
    return new LeaveOutRequest(who.images(), LongStream.range(0, SEEDS).boxed().toList());
  }

  /** Tries those chosen; what was tried before at this moment is given up. */
  void run() {
    CulpritSubject who = subject.get();
    ExplorerSession of = session;
    if (who != null && of != null) {
      job.ask(
          Texts.of("Try without {0}", who.title()),
          Lane.QUESTION,
          context -> new Tried(who, trials.leaveOut(of, request(who), context)));
    }
  }

  /** Stops trying. */
  void cancel() {
    job.clear();
  }

  /** Makes the model without them, of the middle seed, one more of the workspace; the one that is open stays open. */
  void keep() {
    Tried tried = shown.get();
    if (tried == null || !canKeep()) {
      return;
    }
    ExplorerSession of = requireNonNull(session);
    LeaveOutRequest request = tried.outcome().request();
    List<Long> seeds = request.seeds();
    keeping.keep(
        Texts.of("Keep the model without {0}", tried.subject().title()),
        context ->
            trials.keepWithout(
                of, tried.subject().title(), request, seeds.get(tried.outcome().median()), context),
        card -> nowKept(tried.subject(), of, card));
  }

  private void nowKept(CulpritSubject who, ExplorerSession of, ModelCard card) {
    if (of == session) {
      models.put(who.images(), card);
      choose(Optional.ofNullable(subject.get()));
    }
  }
}
