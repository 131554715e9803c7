package eifexplorer.ui.explore.strips;

import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether the scores are out of date: the workspace has got another current model on disk, by a training or another run of
 * the program, or other labels were committed than those the session was opened with.
 */
public final class StaleViewModel {
  private final Function<ExplorerSession, Optional<String>> otherModel;
  private final LatestJob<Optional<String>> job;
  private final StringBinding text;
  private final StringProperty labels = new SimpleStringProperty("");
  private final Runnable reopen;
  private @Nullable ExplorerSession session;

  /**
   * Nothing to check yet.
   *
   * @param otherModel title of the current model on disk if it is not the session's; called from jobs
   * @param reopen opens the session's workspace again
   */
  public StaleViewModel(
      FxJobs jobs, Function<ExplorerSession, Optional<String>> otherModel, Runnable reopen) {
    this.otherModel = otherModel;
    this.reopen = reopen;
    this.job = new LatestJob<>(jobs);
    this.text = Bindings.createStringBinding(this::text, job.valueProperty(), labels);
  }

  /** Why the scores are out of date; empty if they are not, as far as is known. */
  public StringBinding textProperty() {
    return text;
  }

  /** What became of the labels since the session was opened, such as {@code stale: 12 labels changed}; may be empty. */
  public StringProperty labelsProperty() {
    return labels;
  }

  private String text() {
    if (!labels.get().isEmpty()) {
      return labels.get();
    }
    Optional<String> other = job.valueProperty().get();
    return other == null ? "" : other.map(title -> "stale: model is now " + title).orElse("");
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession) {
    job.clear();
    labels.set("");
    session = newSession;
  }

  /** Looks again: the window calls this when it gets the focus. */
  public void check() {
    if (session != null && session.workspace().isPresent()) {
      ExplorerSession of = session;
      job.ask("Look for another model", Lane.IO, context -> otherModel.apply(of));
    }
  }

  /** Explains with the model of now. */
  public void recompute() {
    reopen.run();
  }
}
