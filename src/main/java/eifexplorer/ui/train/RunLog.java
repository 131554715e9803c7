package eifexplorer.ui.train;

import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.problem.RegularFile;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What a run says, line by line: of one that runs now from its job, else from its file. */
final class RunLog {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private String shown = "";

  RunLog(FxJobs jobs, NoticesViewModel notices) {
    this.jobs = jobs;
    this.notices = notices;
  }

  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Shows what another run says, or what the same one says now. */
  void show(Optional<RunRow> run, Optional<Path> folder) {
    shown = run.map(RunRow::id).orElse("");
    if (run.isEmpty() || run.get().summary().isEmpty()) {
      text.set("");
      return;
    }
    Optional<JobHandle<?>> job =
        run.get().live().filter(live -> run.get().isAtWork()).flatMap(LiveRun::job);
    if (job.isPresent()) {
      text.set(String.join("\n", job.get().log()));
      return;
    }
    folder.ifPresent(of -> read(of.resolve("log.txt"), shown));
  }

  private void read(Path file, String id) {
    jobs.startQuietly(
        Texts.of("Read the log of {0}", id),
        Lane.IO,
        context -> Files.exists(file) ? RegularFile.text(file) : "",
        Outcome.of(
            read -> {
              if (shown.equals(id)) {
                text.set(read.strip());
              }
            },
            notices::show));
  }
}
