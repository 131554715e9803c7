package eifexplorer.ui.explore.strips;

import eifexplorer.job.Lane;
import eifexplorer.model.ModelCard;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether the scores are out of date: the workspace has got another current model on disk, by a training or another run of
 * the program, or other labels were committed than those the session was opened with.
 *
 * <p>New labels are explained with the model that is open; another model is opened only by a button that says so.
 */
public final class StaleViewModel {
  private final Function<ExplorerSession, Optional<ModelCard>> otherModel;
  private final LatestJob<Optional<ModelCard>> job;
  private final StringBinding text;
  private final StringBinding remedy;
  private final StringProperty labels = new SimpleStringProperty("");
  private final Runnable refresh;
  private final Consumer<String> openModel;
  private @Nullable ExplorerSession session;

  /**
   * Nothing to check yet.
   *
   * @param otherModel the current model on disk if it is not the session's; called from jobs
   * @param refresh opens the session's workspace again with its model and the labels of now
   * @param openModel opens another model of it, by its id
   */
  public StaleViewModel(
      FxJobs jobs,
      Function<ExplorerSession, Optional<ModelCard>> otherModel,
      Runnable refresh,
      Consumer<String> openModel) {
    this.otherModel = otherModel;
    this.refresh = refresh;
    this.openModel = openModel;
    this.job = new LatestJob<>(jobs);
    this.text = Bindings.createStringBinding(this::text, job.valueProperty(), labels);
    this.remedy = Bindings.createStringBinding(this::remedy, job.valueProperty(), labels);
  }

  /** Why the scores are out of date; empty if they are not, as far as is known. */
  public StringBinding textProperty() {
    return text;
  }

  /** What {@link #recompute} does: {@code Recompute}, or {@code Open that model}; empty if nothing is out of date. */
  public StringBinding remedyProperty() {
    return remedy;
  }

  /** What became of the labels since the session was opened, such as {@code stale: 12 labels changed}; may be empty. */
  public StringProperty labelsProperty() {
    return labels;
  }

  private Optional<ModelCard> other() {
    Optional<ModelCard> known = job.valueProperty().get();
    return known == null ? Optional.empty() : known;
  }

  private String text() {
    return labels.get().isEmpty()
        ? other()
            .map(card -> Texts.of("stale: the workspace's model is now {0}", card.title()))
            .orElse("")
        : labels.get();
  }

  private String remedy() {
    return labels.get().isEmpty()
        ? other().map(card -> Texts.of("Open that model")).orElse("")
        : Texts.of("Recompute");
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
      job.ask(Texts.of("Look for another model"), Lane.IO, context -> otherModel.apply(of));
    }
  }

  /** Explains with the labels of now, or if these are the session's with the other model. */
  public void recompute() {
    if (labels.get().isEmpty()) {
      other().ifPresent(card -> openModel.accept(card.id()));
    } else {
      refresh.run();
    }
  }
}
