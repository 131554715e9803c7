package eifexplorer.ui.train;

import static eifexplorer.ui.kit.Controls.button;

import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.PageView;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The Train screen. In a small window the form lies over the runs, opened by a button or by choosing a preset. */
public final class TrainView extends StackPane implements PageView {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final Duration SAMPLED_EVERY = Duration.millis(200);

  private final TrainViewModel model;
  private final PresetPane presets;
  private final PlanFormPane form;
  private final RunPane runs;
  private final Flyout sheets;
  private final StackPane middle = new StackPane();
  private final HBox columns;
  private final Button showForm;
  private final EmptyState none =
      new EmptyState(
          Feather.TRENDING_UP,
          Texts.of("Training needs a workspace"),
          Texts.of(
              "An embedding bundle has no images and no back bone. Open a data set or a"
                  + " workspace."));
  private boolean compact;

  /** A view of the screen; it samples what runs report while it is in sight. */
  public TrainView(TrainViewModel model) {
    this.model = model;
    getStyleClass().add("train");
    showForm =
        button(
            Texts.of("Plan …"),
            () -> model.formOpenProperty().set(!model.formOpenProperty().get()));
    presets = new PresetPane(model, showForm);
    form = new PlanFormPane(model);
    sheets = new Flyout(this);
    runs = new RunPane(model, sheets);
    HBox.setHgrow(middle, Priority.ALWAYS);
    middle.setMinWidth(0);
    middle.setPrefWidth(0);
    StackPane.setAlignment(form, Pos.CENTER_LEFT);
    columns = new HBox();
    getChildren().addAll(columns, none);
    InvalidationListener arrange = value -> arrange();
    model.workspaceProperty().addListener(arrange);
    model.formOpenProperty().addListener(arrange);
    model
        .presetProperty()
        .addListener((value, old, now) -> model.formOpenProperty().set(old != null));
    Timeline sampling = new Timeline(new KeyFrame(SAMPLED_EVERY, event -> model.sample()));
    sampling.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .addListener(
            (value, old, now) -> {
              if (now == null) {
                sampling.stop();
              } else {
                model.refresh();
                sampling.play();
              }
            });
    arrange();
  }

  /** Chooses between the sizes for a large and a small window. */
  @Override
  public void compact(boolean small) {
    compact = small;
    model.formOpenProperty().set(false);
    runs.compact(small);
    arrange();
  }

  private void arrange() {
    pseudoClassStateChanged(COMPACT, compact);
    boolean there = model.workspaceProperty().get() != null;
    columns.setVisible(there);
    none.setVisible(!there);
    showForm.setVisible(compact);
    showForm.setManaged(compact);
    columns.getChildren().setAll(presets);
    middle.getChildren().setAll(runs);
    if (!compact) {
      columns.getChildren().add(form);
    } else if (model.formOpenProperty().get()) {
      middle.getChildren().add(form);
    }
    columns.getChildren().add(middle);
  }

  /** Closes a sheet, else the form of a small window; false if nothing is open. */
  @Override
  public boolean closeTopmost() {
    if (sheets.close()) {
      return true;
    }
    boolean open = compact && model.formOpenProperty().get();
    model.formOpenProperty().set(false);
    return open;
  }

  /** Does a command of this screen; false if it is none. */
  @Override
  public boolean perform(KeyCommand command) {
    if (command == TrainCommand.QUEUE_RUN) {
      model.queue();
    } else if (command == TrainCommand.PAUSE_RUN) {
      model.chosenRun().ifPresent(this::pauseOrResume);
    } else {
      return false;
    }
    return true;
  }

  private void pauseOrResume(RunRow row) {
    if (row.canResume()) {
      model.resume(row);
    } else {
      model.pause(row);
    }
  }

  @Override
  public Node node() {
    return this;
  }
}
