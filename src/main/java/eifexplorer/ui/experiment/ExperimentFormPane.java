package eifexplorer.ui.experiment;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;
import static java.util.Objects.requireNonNull;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.Parameter;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The chosen experiment's parameters, made from their own descriptions, and what starts it. */
final class ExperimentFormPane extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final ExperimentsViewModel model;
  private final VBox fields = new VBox(12);
  private final Label problem = label("", "problem", "small");
  private final Label hint =
      label(
          Texts.of("Stopping loses nothing: the same values go on where they stopped."),
          "small",
          "muted");
  private final Button start;
  private final Button reset;

  ExperimentFormPane(ExperimentsViewModel model) {
    super(12);
    this.model = model;
    getStyleClass().add("experiment-form");
    start = button(Texts.of("Start"), this::startOrStop, "accent-button");
    start.setId("experiment-start");
    reset =
        button(Texts.of("Standard values"), () -> model.form(model.chosenProperty().get()).reset());
    HBox foot = new HBox(8, start, spacer(), reset);
    foot.setAlignment(Pos.CENTER_LEFT);
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(fields);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, problem, foot, hint);
    model.chosenProperty().addListener((value, old, now) -> showFields(now));
    model.versionProperty().addListener((value, old, now) -> showState());
    model.sessionProperty().addListener((value, old, now) -> showState());
    showFields(model.chosenProperty().get());
  }

  private void startOrStop() {
    if (model.isRunning(model.chosenProperty().get())) {
      model.stop();
    } else {
      model.start();
    }
  }

  private void showState() {
    Experiment chosen = model.chosenProperty().get();
    boolean running = model.isRunning(chosen);
    problem.setText(model.form(chosen).problem().orElse(""));
    start.setText(running ? Texts.of("Stop") : Texts.of("Start"));
    start.setDisable(
        !running
            && (model.sessionProperty().get() == null || model.form(chosen).problem().isPresent()));
    reset.setDisable(running);
    fields.setDisable(running);
  }

  private void showFields(Experiment experiment) {
    List<Node> rows = new ArrayList<>();
    rows.add(label(Texts.of("What is run"), "section-head"));
    ExperimentForm form = model.form(experiment);
    for (Parameter parameter : form.parameters()) {
      rows.add(row(form, parameter));
    }
    fields.getChildren().setAll(rows);
    showState();
  }

  private VBox row(ExperimentForm form, Parameter parameter) {
    Label title = label(Texts.said(parameter.title()), "form-label");
    Label help = label(Texts.said(parameter.help()), "small", "muted");
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    Node field = field(form, parameter);
    field.setId("experiment-" + parameter.name());
    field.setAccessibleText(title.getText() + ". " + help.getText());
    form.value(parameter)
        .addListener(
            (value, old, now) -> {
              field.pseudoClassStateChanged(WRONG, form.problem(parameter).isPresent());
              showState();
            });
    return new VBox(4, title, field, help);
  }

  private static Node field(ExperimentForm form, Parameter parameter) {
    StringProperty value = form.value(parameter);
    return switch (parameter.kind()) {
      case NAME -> choice(parameter, value);
      case NAMES -> ticks(parameter, value);
      default -> text(parameter, value);
    };
  }

  private static ComboBox<String> choice(Parameter parameter, StringProperty value) {
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(parameter.choices()));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String choice) {
            return choice == null ? "" : Texts.said(parameter.inWords(choice));
          }

          @Override
          public String fromString(String words) {
            return value.get();
          }
        });
    box.valueProperty().bindBidirectional(value);
    return box;
  }

  private static TextField text(Parameter parameter, StringProperty value) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(value);
    Tips.on(
        field,
        switch (parameter.kind()) {
          case SETTINGS ->
              Texts.of("Separated by commas; settings as in trak:lambda=10;weights=epochs");
          case COUNT -> Texts.of("One number, or all");
          default ->
              parameter.kind().isList() ? Texts.of("Separated by commas") : Texts.of("One number");
        });
    return field;
  }

  /** A tick for each choice; the value has the ticked ones in the order of the choices. */
  private static FlowPane ticks(Parameter parameter, StringProperty value) {
    FlowPane pane = new FlowPane(12, 6);
    Map<String, CheckBox> boxes = new LinkedHashMap<>();
    for (String choice : parameter.choices()) {
      CheckBox box = new CheckBox(Texts.said(parameter.inWords(choice)));
      box.setMnemonicParsing(false);
      box.setOnAction(event -> value.set(ticked(boxes)));
      boxes.put(choice, box);
    }
    pane.getChildren().addAll(boxes.values());
    Runnable follow =
        () -> {
          List<String> names = Arrays.asList(value.get().split(","));
          boxes.forEach((name, box) -> box.setSelected(names.contains(name)));
        };
    value.addListener((any, old, now) -> follow.run());
    follow.run();
    return pane;
  }

  private static String ticked(Map<String, CheckBox> boxes) {
    return boxes.keySet().stream()
        .filter(name -> requireNonNull(boxes.get(name)).isSelected())
        .collect(Collectors.joining(","));
  }
}
