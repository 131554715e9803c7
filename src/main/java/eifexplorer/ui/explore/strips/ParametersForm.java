package eifexplorer.ui.explore.strips;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.ui.explore.worth.WorthCell;
import eifexplorer.ui.explore.worth.WorthViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.WordConverter;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Estimator and parameters, with what each means and which values make sense. */
final class ParametersForm extends VBox {
  private static final double WIDTH = 400;
  private static final double FIELD = 108;

  private final EstimatorViewModel model;
  private final Runnable accepted;
  private final ComboBox<EstimatorFactory> choice;
  private final GridPane options = new GridPane();
  private final Label problem = label("", "problem", "small");
  private final Label leftOut = label("", "secondary", "small");

  /**
   * A form.
   *
   * @param worth what each is worth with its standard values
   * @param accepted called when scores are made with what it says
   * @param compare holds another estimator against the one that explains
   */
  ParametersForm(
      EstimatorViewModel model, WorthViewModel worth, Runnable accepted, Runnable compare) {
    super(12);
    this.accepted = accepted;
    this.model = model;
    getStyleClass().add("parameters");
    setId("parameters");
    setPrefWidth(WIDTH);
    choice = new ComboBox<>(model.choices().offered());
    choice.setConverter(
        new WordConverter<>(factory -> factory == null ? "" : Texts.said(factory.title())));
    choice.setCellFactory(
        list ->
            new WorthCell<>(worth, EstimatorFactory::id, factory -> Texts.said(factory.title())));
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setAccessibleText(Texts.of("Estimator"));
    choice.valueProperty().bindBidirectional(model.choiceProperty());
    options.getStyleClass().add("parameter-grid");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.textProperty().bind(model.problemProperty());
    leftOut.setId("estimators-left-out");
    leftOut.setWrapText(true);
    leftOut.setMinHeight(USE_PREF_SIZE);
    leftOut.textProperty().bind(model.choices().leftOutProperty());
    leftOut.visibleProperty().bind(leftOut.textProperty().isNotEmpty());
    leftOut.managedProperty().bind(leftOut.visibleProperty());
    Button apply = button(Texts.of("Apply"), () -> model.apply(accepted), "accent-button");
    apply.setId("apply-parameters");
    Button standard = button(Texts.of("Standard values"), model::standardValues);
    Button other = button(Texts.of("Compare with another"), compare);
    other.setId("open-compare");
    HBox buttons = new HBox(8, standard, other, spacer(), apply);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            label(Texts.of("How the scores are computed"), "section-head"),
            choice,
            options,
            problem,
            buttons,
            leftOut);
    model.choiceProperty().addListener((value, old, now) -> showOptions(now));
    showOptions(model.choiceProperty().get());
  }

  private void showOptions(EstimatorFactory factory) {
    options.getChildren().clear();
    int row = 0;
    for (EstimatorOption option : factory.options()) {
      boolean closed = !option.choices().isEmpty();
      Control field = closed ? choice(option) : text(option);
      field.setId("parameter-" + option.name());
      field.setPrefWidth(FIELD);
      field.setMinWidth(FIELD);
      field.setAccessibleText(
          Texts.of(
              "{0}: {1}; allowed: {2}",
              option.words(), Texts.said(option.meaning()), Texts.said(option.allowed())));
      Label name = label(option.words(), "parameter-name");
      name.setMinWidth(USE_PREF_SIZE);
      Label meaning =
          label(
              Texts.said(option.meaning())
                  + (closed ? "" : " (" + Texts.said(option.allowed()) + ")"),
              "small",
              "muted");
      meaning.setWrapText(true);
      meaning.setMinHeight(USE_PREF_SIZE);
      options.addRow(row++, name, field, meaning);
    }
  }

  private TextField text(EstimatorOption option) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(model.value(option));
    field.setOnAction(event -> model.apply(accepted));
    return field;
  }

  /** What is none of the choices, as from an older version, is shown and can be left. */
  private ComboBox<String> choice(EstimatorOption option) {
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(option.choices()));
    box.valueProperty().bindBidirectional(model.value(option));
    return box;
  }

  /** Gives the keyboard to the first control. */
  @Override
  public void requestFocus() {
    choice.requestFocus();
  }
}
