package eifexplorer.ui.jobs;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lower edge of the window: the running job, or the one that failed, and what the caller puts to the right. */
public final class StatusBar extends HBox {
  private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

  private final JobsViewModel jobs;
  private final BooleanProperty drawer;
  private final Label title = label(Texts.of("No job running"), "status-title");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label progress = label("", "muted", "status-progress");
  private final Button others;
  private final Tip othersTip;
  private final Button cancel;
  private final Button failure = new Button();
  private final Tip failureTip = Tips.on(failure, "");
  private final Tip titleTip = Tips.on(title, "");
  private final InvalidationListener listener = observable -> refresh();
  private @Nullable JobViewModel watched;

  /**
   * A status bar.
   *
   * @param drawer whether the list of jobs is open
   * @param right what stands at the right end
   */
  public StatusBar(JobsViewModel jobs, BooleanProperty drawer, Node right) {
    super(8);
    this.jobs = jobs;
    this.drawer = drawer;
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    cancel = iconButton(Feather.X, Texts.of("Cancel this job"), jobs::cancelRunning);
    bar.getStyleClass().add("thin-bar");
    bar.setAccessibleText(Texts.of("Progress of the running job"));
    others = button("", () -> drawer.set(true), "flat-button", "status-others");
    othersTip = Tips.on(others, "");
    prepareOthers();
    prepareFailure();
    keepWhole(bar, progress, right);
    getChildren().addAll(toggle(), failure, title, bar, progress, cancel, others, spacer(), right);
    jobs.runningProperty().addListener((value, old, now) -> watch(now));
    jobs.unseenFailuresProperty().addListener((value, old, now) -> refresh());
    jobs.failedProperty().addListener((value, old, now) -> refresh());
    watch(jobs.runningProperty().get());
    refresh();
  }

  /** A long name of a job gives way, never how far it is, what waits, or the keys. */
  private static void keepWhole(Node... nodes) {
    for (Node node : nodes) {
      if (node instanceof Region region) {
        region.setMinWidth(USE_PREF_SIZE);
      }
    }
  }

  private Button toggle() {
    Button toggle =
        iconButton(Feather.CHEVRON_UP, Texts.of("Show all jobs"), () -> drawer.set(!drawer.get()));
    toggle.setId("jobs-toggle");
    drawer.addListener(
        (value, old, open) ->
            toggle.setGraphic(new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP)));
    return toggle;
  }

  /** What else runs and waits, which leads to the list. */
  private void prepareOthers() {
    others.setId("status-others");
    others.setMinWidth(0);
    others.textProperty().bind(jobs.waitingProperty());
    others.visibleProperty().bind(others.textProperty().isNotEmpty());
    others.managedProperty().bind(others.visibleProperty());
    othersTip.textProperty().bind(jobs.presentProperty());
  }

  private void prepareFailure() {
    failure.getStyleClass().addAll("flat-button", "status-failure");
    failure.setMnemonicParsing(false);
    failure.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
    failure.setOnAction(
        event -> {
          jobs.selectNewestFailure();
          drawer.set(true);
          jobs.acknowledgeFailure();
        });
  }

  private void watch(@Nullable JobViewModel job) {
    if (watched != null) {
      watched.progressProperty().removeListener(listener);
      watched.stoppingProperty().removeListener(listener);
      watched.givingWayProperty().removeListener(listener);
    }
    watched = job;
    for (Node node : new Node[] {bar, progress, cancel}) {
      show(node, job != null);
    }
    if (job != null) {
      job.progressProperty().addListener(listener);
      job.stoppingProperty().addListener(listener);
      job.givingWayProperty().addListener(listener);
    }
    refresh();
  }

  private void refresh() {
    boolean failureShown = watched == null && jobs.failedProperty().get() != null;
    show(title, !failureShown);
    showFailure(failureShown ? jobs.failedProperty().get() : null);
    if (watched == null) {
      title.setText(Texts.of("No job running"));
      titleTip.setText(Texts.of("What takes time is a job; Ctrl J lists them"));
      title.pseudoClassStateChanged(IDLE, true);
      return;
    }
    title.pseudoClassStateChanged(IDLE, false);
    title.setText(watched.title());
    titleTip.setText(watched.title());
    bar.setProgress(watched.progressProperty().get().fraction());
    progress.setText(watched.progressText());
    cancel.setDisable(watched.stoppingProperty().get());
  }

  /** The newest failure in full while nothing has happened since, else only that there is one. */
  private void showFailure(@Nullable JobViewModel job) {
    int count = jobs.unseenFailuresProperty().get();
    show(failure, count > 0);
    if (job != null) {
      failure.setText(job.message());
      failure.setAccessibleText(Texts.of("{0} failed. {1}", job.title(), job.message()));
      failureTip.setText(job.title() + ": " + job.message());
    } else {
      String said = Texts.of("{0} failed", Texts.count(count));
      failure.setText(said);
      failure.setAccessibleText(said);
      failureTip.setText(Texts.of("Show what failed"));
    }
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
