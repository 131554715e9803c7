package eifexplorer.ui.shell;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.WindowState;
import eifexplorer.workspace.WindowStateFile;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** How the window was left, in memory; a change is written in the background. */
final class WindowMemory {
  private final WindowStateFile file;
  private final FxJobs jobs;
  private final AtomicReference<WindowState> current;

  /** Reads how the window was left. */
  WindowMemory(WindowStateFile file, FxJobs jobs) {
    this.file = file;
    this.jobs = jobs;
    this.current = new AtomicReference<>(file.load());
  }

  /** The state as it is remembered. */
  WindowState get() {
    return requireNonNull(current.get());
  }

  /** Remembers something else; nothing is written if that changes nothing. */
  void change(UnaryOperator<WindowState> change) {
    WindowState before = current.get();
    if (!current.updateAndGet(change).equals(before)) {
      jobs.startQuietly(
          Texts.of("Remember the window"),
          Lane.IO,
          context -> save(),
          Outcome.of(s -> {}, f -> {}));
    }
  }

  /** Two saves may run at once; whichever comes last writes what is newest. */
  synchronized WindowState save() {
    WindowState newest = get();
    file.save(newest);
    return newest;
  }
}
