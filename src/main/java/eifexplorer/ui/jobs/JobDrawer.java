package eifexplorer.ui.jobs;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Texts;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every job: to the left the list, to the right what went wrong and the log of the chosen one. */
public final class JobDrawer extends HBox {
  private final JobsViewModel jobs;
  private final ListView<JobViewModel> list;
  private final Label title = label("", "section-head");
  private final Label message = label("", "job-message");
  private final ListView<String> log = new ListView<>();
  private final Button copy = button(Texts.of("Copy details"), this::copyDetails);
  private final InvalidationListener tail = observable -> scrollToTail();
  private final InvalidationListener stateListener = observable -> showState();
  private JobViewModel shown;

  /** A drawer over the jobs. */
  public JobDrawer(JobsViewModel jobs) {
    this.jobs = jobs;
    getStyleClass().add("job-drawer");
    list = new ListView<>(jobs.jobs());
    prepareList();
    log.getStyleClass().add("log");
    log.setAccessibleText(Texts.of("Log of the chosen job"));
    log.setCellFactory(view -> new LogCell());
    log.setPlaceholder(label(Texts.of("Nothing logged yet"), "muted"));
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(log, Priority.ALWAYS);
    HBox head = new HBox(8, title, spacer(), copy);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox right = new VBox(8, head, message, log);
    right.getStyleClass().add("job-details");
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(new VBox(listHead(), list), right);
    jobs.selectedProperty().addListener((value, old, now) -> show(now));
    show(jobs.selectedProperty().get());
  }

  private HBox listHead() {
    Button clear = button(Texts.of("Clear finished"), jobs::clearEnded, "small-button");
    clear.setId("jobs-clear");
    HBox head = new HBox(label(Texts.of("Jobs"), "section-head"), spacer(), clear);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("job-list-head");
    return head;
  }

  private void prepareList() {
    VBox.setVgrow(list, Priority.ALWAYS);
    list.setId("jobs");
    list.setAccessibleText(Texts.of("Jobs"));
    list.setCellFactory(view -> newCell());
    list.setPlaceholder(
        new EmptyState(
            Feather.CHECK_CIRCLE,
            Texts.of("No jobs"),
            Texts.of("What takes its time is listed here.")));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((value, old, now) -> jobs.selectedProperty().set(now));
  }

  private ListCell<JobViewModel> newCell() {
    return new JobCell();
  }

  private void show(JobViewModel job) {
    if (shown != null) {
      shown.stateProperty().removeListener(stateListener);
      shown.log().removeListener(tail);
    }
    shown = job;
    list.getSelectionModel().select(job);
    copy.setDisable(job == null);
    title.setText(job == null ? Texts.of("Choose a job to see its log") : job.title());
    if (job == null) {
      log.setItems(FXCollections.emptyObservableList());
    } else {
      log.setItems(job.log());
      job.stateProperty().addListener(stateListener);
      job.log().addListener(tail);
      scrollToTail();
    }
    showState();
  }

  private void showState() {
    String text = shown == null ? "" : stateMessage();
    message.setText(text);
    message.setVisible(!text.isEmpty());
    message.setManaged(!text.isEmpty());
  }

  private String stateMessage() {
    shown.stateProperty().get();
    return shown.message();
  }

  private void scrollToTail() {
    log.scrollTo(shown.log().size() - 1);
  }

  private void copyDetails() {
    if (shown != null) {
      Controls.copy(shown.details());
    }
  }

  /** A line in the window's language; with the details it is copied as it was logged. */
  private static final class LogCell extends ListCell<String> {
    @Override
    protected void updateItem(String line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty || line == null ? null : Texts.said(line));
    }
  }
}
