package eifexplorer.ui.screen;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Settings;
import eifexplorer.workspace.SettingsFile;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The settings in memory; a change is written in the background. */
public final class Preferences {
  private final SettingsFile file;
  private final FxJobs jobs;
  private final AtomicReference<Settings> current;

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

  /** Changes the settings. */
  public void change(UnaryOperator<Settings> change) {
    current.updateAndGet(change);
    jobs.startQuietly(
        Texts.of("Save the settings"), Lane.IO, context -> save(), Outcome.of(s -> {}, f -> {}));
  }

  /** Two saves may run at once; whichever comes last writes what is newest. */
  private synchronized Settings save() {
    Settings newest = get();
    file.save(newest);
    return newest;
  }
}
