package eifexplorer.ui.train;

import eifexplorer.job.Lane;
import eifexplorer.project.Workspaces;
import eifexplorer.run.RunCsv;
import eifexplorer.run.RunSummary;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is done with the files of runs: deleting them, writing them as CSV. */
public final class RunActions {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Workspaces workspaces;
  private final Runnable refresh;
  private Path workspace = Path.of("");
  private String loaded = "";

  /** Actions after which {@code refresh} reads the runs again. */
  RunActions(FxJobs jobs, NoticesViewModel notices, Workspaces workspaces, Runnable refresh) {
    this.jobs = jobs;
    this.notices = notices;
    this.workspaces = workspaces;
    this.refresh = refresh;
  }

  /** Acts on another workspace, in which this model is open. */
  void show(Path folder, String openModel) {
    workspace = folder;
    loaded = openModel;
  }

  /** Whether a run can be deleted: one that waits or runs stays, so does that of the open model. */
  public boolean canDelete(RunRow row) {
    return row.state().ended() && row.elsewhere().isEmpty() && !row.runId().equals(loaded);
  }

  /** Moves a run and its model to the trash; a notice offers to undo that. */
  public void delete(RunRow row) {
    if (!canDelete(row)) {
      return;
    }
    Path in = workspace;
    String id = row.runId();
    change(
        Texts.of("Delete {0}", id),
        () -> workspaces.deleteRun(in, id),
        () ->
            notices.info(
                Texts.of("Deleted the run {0}.", id),
                Texts.of("Undo"),
                () ->
                    change(
                        Texts.of("Bring back {0}", id),
                        () -> workspaces.restoreRun(in, id),
                        () -> {})));
  }

  private void change(String title, Runnable change, Runnable done) {
    jobs.startQuietly(
        title,
        Lane.IO,
        context -> {
          change.run();
          return title;
        },
        Outcome.of(
            changed -> {
              refresh.run();
              done.run();
            },
            notices::show));
  }

  /** Writes a row for each run that has begun. */
  public void exportRuns(List<RunRow> rows, Path file) {
    List<RunSummary> runs =
        rows.stream().map(RunActions::newest).flatMap(Optional::stream).toList();
    export(
        file,
        to -> RunCsv.writeRuns(to, runs),
        Texts.of("{0} in {1}.", Texts.count(runs.size(), "run is", "runs are"), file));
  }

  /** Writes a row for each epoch of a run. */
  public void exportEpochs(RunRow row, Path file) {
    newest(row)
        .ifPresent(
            run ->
                export(
                    file,
                    to -> RunCsv.writeEpochs(to, run),
                    Texts.of(
                        "{0} in {1}.",
                        Texts.count(run.epochs().size(), "epoch is", "epochs are"), file)));
  }

  private static Optional<RunSummary> newest(RunRow row) {
    return row.summary().map(run -> run.withEpochs(row.newestEpochs()));
  }

  private void export(Path file, Consumer<Path> write, String said) {
    jobs.startQuietly(
        Texts.of("Write {0}", file.getFileName()),
        Lane.IO,
        context -> {
          write.accept(file);
          return file;
        },
        Outcome.of(written -> notices.info(said), notices::show));
  }
}
