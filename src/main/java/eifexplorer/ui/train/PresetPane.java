package eifexplorer.ui.train;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.FileDialogs.Purpose;
import eifexplorer.ui.kit.Texts;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.kordamp.ikonli.feather.Feather;

/** The plans to begin with. */
final class PresetPane extends VBox {
  private final TrainViewModel model;
  private final ObservableList<PlanPreset> rows = FXCollections.observableArrayList();
  private final ListView<PlanPreset> list = new ListView<>(rows);
  private boolean following;

  /** A view of the presets; {@code showForm} opens the form where it does not stand beside. */
  PresetPane(TrainViewModel model, Button showForm) {
    super(8);
    this.model = model;
    getStyleClass().add("preset-pane");
    HBox head =
        new HBox(
            label(Texts.of("Presets"), "h2"),
            spacer(),
            iconButton(Feather.PLUS, Texts.of("Open a plan from a file"), this::chooseFile));
    head.setAlignment(Pos.CENTER_LEFT);
    Label foot =
        label(
            Texts.of(
                "From config/ and from your own files. What is run is kept in the workspace's plans"
                    + " folder."),
            "secondary");
    foot.setWrapText(true);
    foot.setMinHeight(USE_PREF_SIZE);
    list.setId("presets");
    list.setAccessibleText(Texts.of("Training presets"));
    list.setCellFactory(view -> new PresetCell());
    VBox.setVgrow(list, Priority.ALWAYS);
    showForm.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(head, list, showForm, foot);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (!following && now != null) {
                model.choose(now);
              }
            });
    InvalidationListener follow = value -> follow();
    model.presets().addListener(follow);
    model.presetProperty().addListener(follow);
    follow();
  }

  private void follow() {
    following = true;
    if (!rows.equals(model.presets())) {
      rows.setAll(model.presets());
    }
    list.getSelectionModel().select(model.presetProperty().get());
    following = false;
  }

  private void chooseFile() {
    FileDialogs.of(this)
        .file(
            getScene().getWindow(),
            Purpose.PLAN,
            Texts.of("Open a training plan"),
            "",
            new ExtensionFilter(Texts.of("Training plans"), "*.json"))
        .ifPresent(model::openPlan);
  }

  /** A preset, under its heading if it is the first of its kind. */
  private final class PresetCell extends ListCell<PlanPreset> {
    private final Label heading = label("", "preset-group");
    private final Label title = label("", "strong");
    private final Label subtitle = label("", "secondary");
    private final VBox card = new VBox(title, subtitle);

    PresetCell() {
      getStyleClass().add("preset-cell");
      setPrefWidth(0);
      card.getStyleClass().add("preset-card");
    }

    @Override
    protected void updateItem(PlanPreset preset, boolean empty) {
      super.updateItem(preset, empty);
      if (empty || preset == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      title.setText(preset.title());
      subtitle.setText(preset.subtitle());
      boolean first = getIndex() == 0 || !rows.get(getIndex() - 1).group().equals(preset.group());
      heading.setText(preset.group());
      setGraphic(first ? new VBox(4, heading, card) : card);
      setAccessibleText(preset.title() + ", " + preset.subtitle());
    }
  }
}
