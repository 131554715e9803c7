package eifexplorer.ui.shell;

import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.workspace.WindowState;
import eifexplorer.workspace.WindowStateFile;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;

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
    return current.get();
  }

  /** Remembers something else; nothing is written if that changes nothing. */
  void change(UnaryOperator<WindowState> change) {
    WindowState before = current.get();
    if (!current.updateAndGet(change).equals(before)) {
      jobs.startQuietly(
          "Remember the window", Lane.IO, context -> save(), Outcome.of(s -> {}, f -> {}));
    }
  }

  /** Two saves may run at once; whichever comes last writes what is newest. */
  synchronized WindowState save() {
    WindowState newest = current.get();
    file.save(newest);
    return newest;
  }

  /** Turns to the page as it was left; what is chosen from then on is remembered. */
  void keep(ObjectProperty<Page> page) {
    for (Page left : List.of(Page.REVIEW, Page.TRAIN, Page.EXPERIMENTS, Page.WORKSPACE)) {
      if (get().page().equals(left.name())) {
        page.set(left);
      }
    }
    page.addListener(
        (value, old, now) -> {
          if (!now.isForm()) {
            change(state -> state.withPage(now.name()));
          }
        });
  }
}
