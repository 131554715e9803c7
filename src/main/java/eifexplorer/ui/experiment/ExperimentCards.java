package eifexplorer.ui.experiment;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.experiment.Experiment;
import eifexplorer.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A card for each experiment: how it stands, and of the chosen one what it asks. */
final class ExperimentCards extends ListView<Experiment> {
  private final ExperimentsViewModel model;

  ExperimentCards(ExperimentsViewModel model) {
    this.model = model;
    setId("experiments");
    getStyleClass().add("experiment-cards");
    setAccessibleText(Texts.of("Experiments"));
    setCellFactory(list -> new Card());
    getItems().setAll(model.all());
    getSelectionModel().select(model.chosenProperty().get());
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null) {
                model.chosenProperty().set(now);
              }
            });
    model.chosenProperty().addListener((value, old, now) -> getSelectionModel().select(now));
    model.versionProperty().addListener((value, old, now) -> refresh());
  }

  /** One experiment. */
  private final class Card extends ListCell<Experiment> {
    private final Label title = label("", "strong");
    private final Label state = label("", "small", "muted");
    private final Label question = label("", "secondary");
    private final VBox box;

    Card() {
      getStyleClass().add("experiment-card");
      setPrefWidth(0);
      question.setWrapText(true);
      question.setMinHeight(USE_PREF_SIZE);
      HBox head = new HBox(8, title, spacer(), state);
      head.setAlignment(Pos.BASELINE_LEFT);
      question.visibleProperty().bind(selectedProperty());
      question.managedProperty().bind(selectedProperty());
      // Names are never cut for how far a run came, which the result's head says too.
      title.setMinWidth(USE_PREF_SIZE);
      state.setMinWidth(0);
      box = new VBox(4, head, question);
    }

    /** For the lines the question takes in the width there is. */
    @Override
    protected double computePrefHeight(double width) {
      return isEmpty() || getWidth() == 0
          ? super.computePrefHeight(width)
          : snappedTopInset()
              + box.prefHeight(getWidth() - snappedLeftInset() - snappedRightInset())
              + snappedBottomInset();
    }

    @Override
    protected void updateItem(Experiment experiment, boolean empty) {
      super.updateItem(experiment, empty);
      if (empty || experiment == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      title.setText(Texts.said(experiment.title()));
      question.setText(Texts.said(experiment.question()));
      state.setText(model.stateText(experiment));
      setAccessibleText(title.getText() + ", " + state.getText() + ". " + question.getText());
      setGraphic(box);
    }
  }
}
