package eifexplorer.ui.experiment;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentListing;
import eifexplorer.experiment.StoredExperiment;
import eifexplorer.job.Lane;
import eifexplorer.project.Experiments;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Unreadable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The results of experiments that a workspace keeps, interrupted ones too; which are damaged is said once. */
public final class KeptResults {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Experiments experiments;
  private final LatestJob<ExperimentListing> listing;
  private final ReadOnlyObjectWrapper<List<StoredExperiment>> all =
      new ReadOnlyObjectWrapper<>(List.of());
  private Optional<Path> workspace = Optional.empty();
  private List<Unreadable> told = List.of();

  /** None, without a workspace. */
  KeptResults(FxJobs jobs, NoticesViewModel notices, Experiments experiments) {
    this.jobs = jobs;
    this.notices = notices;
    this.experiments = experiments;
    listing = new LatestJob<>(jobs);
    listing.valueProperty().addListener((value, old, now) -> listed(now));
  }

  /** Those of all experiments, the newest first. */
  ReadOnlyObjectProperty<List<StoredExperiment>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /** Those of an experiment, the newest first. */
  public List<StoredExperiment> of(Experiment experiment) {
    return all.get().stream()
        .filter(one -> one.run().experiment().equals(experiment.id()))
        .toList();
  }

  /** The folder of the workspace that keeps them; empty if what is found is not kept. */
  Optional<Path> workspace() {
    return workspace;
  }

  /** Turns to another workspace, or to none. */
  void show(Optional<Path> newWorkspace) {
    workspace = newWorkspace;
    // Another model of the same workspace has the same listing, which would be no news.
    listing.clear();
    all.set(List.of());
    refresh();
  }

  /** Looks again which there are. */
  void refresh() {
    workspace.ifPresent(
        folder ->
            listing.ask(
                Texts.of("Results of experiments"), Lane.IO, context -> experiments.list(folder)));
  }

  private void listed(ExperimentListing found) {
    if (found != null) {
      tellOf(found.unreadable());
      all.set(found.experiments());
    }
  }

  private void tellOf(List<Unreadable> damaged) {
    if (!damaged.equals(told) && !damaged.isEmpty()) {
      notices.show(new Failure(Unreadable.sentence(Texts.of("result"), damaged), ""));
    }
    told = damaged;
  }

  /**
   * Forgets a result, or an interrupted one with its units.
   *
   * @param deleted is told once it is gone
   */
  void delete(StoredExperiment one, Consumer<StoredExperiment> deleted) {
    Path folder = workspace.orElseThrow();
    jobs.start(
        Texts.of("Forget a result"),
        Lane.IO,
        context -> {
          experiments.delete(folder, one.run().fingerprint());
          return one;
        },
        Outcome.of(deleted, notices::show));
  }
}
