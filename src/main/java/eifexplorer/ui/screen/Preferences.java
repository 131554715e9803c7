package eifexplorer.ui.screen;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Settings;
import eifexplorer.workspace.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The settings in memory; a change is written in the background. Of what another window of this user writes meanwhile, only
 * what is changed here too is replaced.
 */
public final class Preferences {
  private final SettingsFile file;
  private final FxJobs jobs;
  private final Consumer<Failure> trouble;
  private final AtomicReference<Settings> current;
  private final Queue<UnaryOperator<Settings>> unsaved = new ConcurrentLinkedQueue<>();

  /** Those that could not be written and go with the next. */
  private final List<UnaryOperator<Settings>> waiting = new ArrayList<>();

  private boolean said;

  /**
   * Reads the settings.
   *
   * @param trouble is told once, on the thread of the window, that they can't be saved
   */
  public Preferences(SettingsFile file, FxJobs jobs, Consumer<Failure> trouble) {
    this.file = file;
    this.jobs = jobs;
    this.trouble = trouble;
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
        Texts.of("Save the settings"),
        Lane.IO,
        context -> save(),
        Outcome.of(saved -> said = false, this::sayOnce));
  }

  private void sayOnce(Failure failure) {
    if (!said) {
      said = true;
      trouble.accept(failure);
    }
  }

  /** Two saves may run at once; whichever comes first writes what both are for. */
  private synchronized Settings save() {
    for (var change = unsaved.poll(); change != null; change = unsaved.poll()) {
      waiting.add(change);
    }
    Settings newest = saved();
    if (waiting.isEmpty()) {
      return newest;
    }
    for (UnaryOperator<Settings> change : waiting) {
      newest = change.apply(newest);
    }
    Optional<ProblemException> failed = file.save(newest);
    if (failed.isPresent()) {
      ProblemException why = failed.get();
      throw new ProblemException(
          Texts.of(
              "The settings can't be saved and hold until the window is closed: {0}",
              Texts.said(why.what())),
          why.where(),
          why.remedy(),
          why);
    }
    waiting.clear();
    return newest;
  }

  private Settings saved() {
    Settings saved = file.load();
    return file.isKept() ? saved : get();
  }
}
