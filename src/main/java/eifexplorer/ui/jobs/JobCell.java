package eifexplorer.ui.jobs;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.job.JobState;
import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A job in the drawer: state, title, bar, how far it is, cancel. */
final class JobCell extends ListCell<JobViewModel> {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final FontIcon icon = new FontIcon(Feather.CLOCK);
  private final Label title = label("", "job-title");
  private final Label state = label("", "muted");
  private final ProgressBar bar = new ProgressBar(0);
  private final Button cancel = iconButton(Feather.X, Texts.of("Cancel this job"), this::cancel);
  private final VBox row;
  private final InvalidationListener listener = observable -> refresh();
  private @Nullable JobViewModel job;

  JobCell() {
    bar.getStyleClass().add("thin-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(8, icon, title, spacer(), state, cancel);
    line.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(0);
    row = new VBox(2, line, bar);
    row.getStyleClass().add("job-row");
    getStyleClass().add("job-cell");
    setPrefWidth(0);
    CommandMenu.on(this, this::menu);
  }

  private List<List<Entry>> menu() {
    JobViewModel shown = job;
    if (shown == null) {
      return List.of();
    }
    return List.of(
        List.of(
            Entry.of(Texts.of("Cancel"), Feather.X, shown::cancel)
                .enabled(!shown.stateProperty().get().ended())),
        List.of(
            Entry.of(
                Texts.of("Copy details"), Feather.COPY, () -> Controls.copy(shown.details()))));
  }

  private void cancel() {
    if (job != null) {
      job.cancel();
    }
  }

  @Override
  protected void updateItem(JobViewModel item, boolean empty) {
    super.updateItem(item, empty);
    if (job != null) {
      job.stateProperty().removeListener(listener);
      job.progressProperty().removeListener(listener);
      job.stoppingProperty().removeListener(listener);
      job.givingWayProperty().removeListener(listener);
    }
    job = empty ? null : item;
    setGraphic(job == null ? null : row);
    if (job != null) {
      job.stateProperty().addListener(listener);
      job.progressProperty().addListener(listener);
      job.stoppingProperty().addListener(listener);
      job.givingWayProperty().addListener(listener);
      refresh();
    }
  }

  private void refresh() {
    if (job == null) {
      return;
    }
    JobState now = job.stateProperty().get();
    String progress = now == JobState.RUNNING ? job.progressText() : "";
    // Reading every property here keeps its invalidations coming.
    double fraction = job.progressProperty().get().fraction();
    boolean stopping = job.stoppingProperty().get();
    icon.setIconCode(icon(now));
    title.setText(job.title());
    state.setText(progress.isEmpty() ? job.stateText() : progress);
    bar.setVisible(now == JobState.RUNNING);
    bar.setProgress(now == JobState.RUNNING ? fraction : 0);
    cancel.setVisible(!now.ended());
    cancel.setDisable(stopping);
    row.pseudoClassStateChanged(FAILED, now == JobState.FAILED);
    setAccessibleText(job.title() + ", " + job.stateText());
  }

  private static Ikon icon(JobState state) {
    return switch (state) {
      case QUEUED -> Feather.CLOCK;
      case RUNNING -> Feather.PLAY;
      case DONE -> Feather.CHECK;
      case FAILED -> Feather.ALERT_CIRCLE;
      case CANCELLED -> Feather.SLASH;
      case PAUSED -> Feather.PAUSE;
    };
  }
}
