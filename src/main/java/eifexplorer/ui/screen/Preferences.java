package eifexplorer.ui.screen;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Settings;
import eifexplorer.workspace.SettingsFile;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * The settings in memory; a change is written in the background. Of what another window of this user writes meanwhile, only
 * what is changed here too is replaced.
 */
public final class Preferences {
  private final SettingsFile file;
  private final FxJobs jobs;
  private final AtomicReference<Settings> current;
  private final Queue<UnaryOperator<Settings>> unsaved = new ConcurrentLinkedQueue<>();

  /** Reads the settings. */
  public Preferences(SettingsFile file, FxJobs jobs) {
    this.file = file;
    this.jobs = jobs;
    this.current = new AtomicReference<>(file.load());
  }

  /** The settings as they are. */
  public Settings get() {
    return requireNonNull(current.get());
  }

  /**
   * Changes the settings.
   *
   * @param change is made in memory and in the file, which may differ: changes of one setting leave the others as given
   */
  public void change(UnaryOperator<Settings> change) {
    current.updateAndGet(change);
    unsaved.add(change);
    jobs.startQuietly(
        Texts.of("Save the settings"), Lane.IO, context -> save(), Outcome.of(s -> {}, f -> {}));
  }

  /** Two saves may run at once; whichever comes first writes what both are for. */
  private synchronized Settings save() {
    Settings newest = saved();
    boolean isChanged = false;
    for (var change = unsaved.poll(); change != null; change = unsaved.poll()) {
      newest = change.apply(newest);
      isChanged = true;
    }
    if (isChanged) {
      file.save(newest);
    }
    return newest;
  }

  private Settings saved() {
    Settings saved = file.load();
    return file.isKept() ? saved : get();
  }
}
