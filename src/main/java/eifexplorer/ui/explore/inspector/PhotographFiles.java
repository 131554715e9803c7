package eifexplorer.ui.explore.inspector;

import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Hands a photograph's file to other programs. */
public final class PhotographFiles {
  private final FxJobs jobs;
  private final FileManager files;
  private final NoticesViewModel notices;

  /** Says what went wrong in a notice. */
  public PhotographFiles(FxJobs jobs, FileManager files, NoticesViewModel notices) {
    this.jobs = jobs;
    this.files = files;
    this.notices = notices;
  }

  /** Shows the file in the platform's file manager. */
  void reveal(Path file) {
    start(Texts.of("Show "), file, files::reveal);
  }

  /** Opens the file in the system's viewer. */
  void open(Path file) {
    start(Texts.of("Open "), file, files::open);
  }

  private void start(String title, Path file, Consumer<Path> action) {
    jobs.start(
        title + file.getFileName(),
        Lane.IO,
        context -> {
          action.accept(file);
          return file;
        },
        Outcome.of(shown -> {}, notices::show));
  }
}
