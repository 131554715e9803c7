package eifexplorer.ui.explore.whatif;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static java.util.Objects.requireNonNull;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.WordConverter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which images, what is done to them, how often it is tried. */
final class WhatIfFormPane extends VBox {
  private static final double NUMBER = 64;

  private final WhatIfViewModel model;
  private final WhatIfForm form;
  private final Map<WhatIfSelection, ToggleButton> selections =
      new EnumMap<>(WhatIfSelection.class);
  private final ComboBox<Integer> labels = new ComboBox<>();
  private final Label effect = label("", "secondary");
  private final Label problem = label("", "problem", "small");
  private final Button run;

  WhatIfFormPane(WhatIfViewModel model) {
    super(12);
    this.model = model;
    this.form = model.form();
    getStyleClass().add("what-if-form");
    run = button(Texts.of("Try it"), this::runOrCancel, "accent-button");
    run.setId("what-if-run");
    HBox strongest = row(Texts.of("Of each kind"), number("strongest", form.strongestProperty()));
    VBox weights =
        new VBox(
            8,
            row(
                Texts.of("Harmful count ×"),
                number("harmful-weight", form.harmfulWeightProperty())),
            row(
                Texts.of("Helpful count ×"),
                number("helpful-weight", form.helpfulWeightProperty())));
    HBox relabel = row(Texts.of("New label"), labels());
    show(strongest, form.selectionProperty(), WhatIfSelection.STRONGEST);
    show(weights, form.changeProperty(), WhatIfChange.REWEIGHT);
    show(relabel, form.changeProperty(), WhatIfChange.RELABEL);
    effect.setWrapText(true);
    effect.setMinHeight(USE_PREF_SIZE);
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    getChildren()
        .addAll(
            label(Texts.of("Which training images"), "section-head"),
            segments(
                WhatIfSelection.values(),
                WhatIfSelection::title,
                form.selectionProperty(),
                selections),
            strongest,
            label(Texts.of("What is done to them"), "section-head"),
            segments(
                WhatIfChange.values(),
                WhatIfChange::title,
                form.changeProperty(),
                new EnumMap<>(WhatIfChange.class)),
            weights,
            relabel,
            label(Texts.of("How it is tried"), "section-head"),
            row(Texts.of("Learning rate"), number("rate", form.rateProperty())),
            row(Texts.of("Seeds"), number("seeds", form.seedsProperty())),
            effect,
            problem,
            run);
    connect();
  }

  private void connect() {
    effect.textProperty().bind(model.effectProperty());
    problem.textProperty().bind(model.problemProperty());
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    effect.managedProperty().bind(effect.textProperty().isNotEmpty());
    model.problemProperty().addListener((value, old, now) -> showState());
    model.busyProperty().addListener((value, old, now) -> showState());
    model.openProperty().addListener((value, old, now) -> opened());
    model.picked().addListener((SetChangeListener<Integer>) change -> showState());
    opened();
  }

  private void opened() {
    List<Integer> classes = new ArrayList<>(List.of(WhatIfForm.LIKELIEST));
    IntStream.range(0, model.classNames().size()).forEach(classes::add);
    if (!labels.getItems().equals(classes)) {
      // Other items clear the value.
      int chosen = form.relabelProperty().get();
      labels.getItems().setAll(classes);
      labels.setValue(chosen);
    }
    showState();
  }

  private void showState() {
    boolean busy = model.busyProperty().get();
    run.setText(busy ? Texts.of("Stop") : Texts.of("Try it"));
    run.setDisable(!busy && !model.problemProperty().get().isEmpty());
    requireNonNull(selections.get(WhatIfSelection.PICKED))
        .setText(WhatIfSelection.PICKED.title() + " · " + model.picked().size());
  }

  private void runOrCancel() {
    if (model.busyProperty().get()) {
      model.cancel();
    } else {
      model.run();
    }
  }

  private ComboBox<Integer> labels() {
    labels.setId("what-if-label");
    labels.setAccessibleText(Texts.of("New label"));
    labels.setMaxWidth(Double.MAX_VALUE);
    labels.setConverter(new WordConverter<>(this::className));
    labels.valueProperty().bindBidirectional(form.relabelProperty());
    return labels;
  }

  private TextField number(String id, StringProperty value) {
    TextField field = new TextField();
    field.setId("what-if-" + id);
    field.setPrefWidth(NUMBER);
    field.textProperty().bindBidirectional(value);
    field.setOnAction(event -> model.run());
    return field;
  }

  private static HBox row(String name, Control field) {
    Label label = label(name, "secondary");
    label.setMinWidth(108);
    label.setLabelFor(field);
    field.setAccessibleText(name);
    HBox row = new HBox(8, label, field);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static <T> void show(Node node, ObjectProperty<T> property, T wanted) {
    node.visibleProperty().bind(property.isEqualTo(wanted));
    node.managedProperty().bind(node.visibleProperty());
  }

  private static <T extends Enum<T>> HBox segments(
      T[] values,
      Function<T, String> title,
      ObjectProperty<T> property,
      Map<T, ToggleButton> buttons) {
    ToggleGroup group = new ToggleGroup();
    HBox segments = new HBox();
    segments.getStyleClass().add("segments");
    segments.setMaxWidth(USE_PREF_SIZE);
    for (T value : values) {
      ToggleButton segment = new ToggleButton(title.apply(value));
      segment.getStyleClass().add("segment");
      segment.setToggleGroup(group);
      segment.setMinWidth(USE_PREF_SIZE);
      segment.setOnAction(event -> property.set(value));
      buttons.put(value, segment);
      segments.getChildren().add(segment);
    }
    property.addListener((value, old, now) -> requireNonNull(buttons.get(now)).setSelected(true));
    group
        .selectedToggleProperty()
        .addListener(
            (value, old, now) -> requireNonNull(buttons.get(property.get())).setSelected(true));
    requireNonNull(buttons.get(property.get())).setSelected(true);
    return segments;
  }

  /** Gives the keyboard to what starts it. */
  @Override
  public void requestFocus() {
    run.requestFocus();
  }

  private String className(@Nullable Integer label) {
    return label == null || label == WhatIfForm.LIKELIEST
        ? Texts.of("each image's likeliest other")
        : model.classNames().get(label);
  }
}
