package eifexplorer.ui.train;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.train.PlanField.Group;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The plan as a form: name, value and range in a line, what is wrong under it. */
final class PlanFormPane extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double NAMES = 96;
  private static final double WIDE = 160;
  private static final double VALUES = 104;

  private final TrainViewModel model;
  private final PlanFormViewModel form;
  private final Label title = label("", "h2");
  private final Label changed = label("", "pill");
  private final Label summary = label("", "secondary");
  private final Label trouble = label("", "problem");
  private final Button queue;
  private final Map<PlanField, Row> rows = new EnumMap<>(PlanField.class);

  /** The parts of a line. */
  private record Row(VBox whole, Control value, Region dot, Label problem) {}

  PlanFormPane(TrainViewModel model) {
    super(8);
    this.model = model;
    this.form = model.form();
    getStyleClass().add("plan-form");
    HBox head = new HBox(8, title, spacer(), changed);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox lines = new VBox(6, new StartPane(model.start()));
    for (Group group : Group.values()) {
      lines.getChildren().add(label(group.title(), "preset-group"));
      for (PlanField field : PlanField.values()) {
        if (field.group() == group) {
          Row row = row(field);
          rows.put(field, row);
          lines.getChildren().add(row.whole());
        }
      }
    }
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setAccessibleText(Texts.of("Training plan"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    for (Label text : new Label[] {summary, trouble}) {
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
    }
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    queue = button(Texts.of("Queue this run"), model::queue, "accent-button");
    queue.setId("queue-run");
    queue.setGraphic(null);
    queue.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(queue, Priority.ALWAYS);
    Button reset = button(Texts.of("Reset"), form::reset);
    reset.disableProperty().bind(form.changesProperty().isEqualTo(0));
    HBox foot = new HBox(8, queue, new CommandCaps(TrainCommand.QUEUE_RUN), reset);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, scroll, summary, trouble, foot);
    InvalidationListener follow = value -> follow();
    form.planProperty().addListener(follow);
    form.changesProperty().addListener(follow);
    form.baseProperty().addListener(follow);
    form.troubleProperty().addListener(follow);
    form.problems().addListener(follow);
    model.start().troubleProperty().addListener(follow);
    model.start().weightsProperty().addListener(follow);
    model.start().architectureProperty().addListener(follow);
    model.start().fileProperty().addListener(follow);
    for (PlanField field : PlanField.values()) {
      // A change listener comes after the form's own, which has looked at the text by then.
      form.text(field).addListener((value, old, now) -> follow());
    }
    follow();
  }

  private Row row(PlanField field) {
    Label name = label(field.title(), "form-label");
    name.setMinWidth(NAMES);
    Region dot = new Region();
    dot.getStyleClass().add("changed-dot");
    boolean chosen = !field.choices().isEmpty();
    Control value = chosen ? choice(field) : text(field);
    name.setLabelFor(value);
    value.setAccessibleText(field.title());
    double width = chosen ? WIDE : VALUES;
    value.setPrefWidth(width);
    value.setMinWidth(width);
    value.setMaxWidth(width);
    HBox line = new HBox(6, name, dot, value, label(field.hint(), "secondary"));
    line.setAlignment(Pos.CENTER_LEFT);
    Label problem = label("", "problem");
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    return new Row(new VBox(2, line, problem), value, dot, problem);
  }

  private TextField text(PlanField field) {
    TextField text = new TextField();
    text.setId("plan-" + field.name().toLowerCase(Locale.ROOT));
    text.textProperty().bindBidirectional(form.text(field));
    return text;
  }

  private ComboBox<String> choice(PlanField field) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(field.choices());
    box.setConverter(new ChoiceWords(field));
    box.valueProperty().bindBidirectional(form.text(field));
    return box;
  }

  private void follow() {
    TrainingPlan base = form.baseProperty().get();
    title.setText(model.presetProperty().get() == null ? "" : model.presetProperty().get().title());
    int changes = form.changesProperty().get();
    changed.setText(Texts.of("{0} changed", Texts.count(changes)));
    changed.setVisible(changes > 0);
    trouble.setText(form.troubleProperty().get());
    queue.setDisable(form.plan().isEmpty() || !model.start().troubleProperty().get().isEmpty());
    summary.setText(base == null ? "" : form.plan().map(this::say).orElse(""));
    rows.forEach(
        (field, row) -> {
          String problem = form.problems().getOrDefault(field, "");
          row.problem().setText(problem);
          row.value().pseudoClassStateChanged(WRONG, !problem.isEmpty());
          row.dot().setVisible(form.isChanged(field));
          row.whole().setVisible(form.isUsed(field));
          row.whole().setManaged(form.isUsed(field));
        });
  }

  private String say(TrainingPlan plan) {
    String step =
        plan.batches().accumulate() > 1
            ? Texts.of(", {0} a step", plan.batches().accumulate())
            : "";
    return Texts.of(
        "One batch is {0} × {1} = {2} images{3}; {4} in all, on {5}.",
        plan.batches().classes(),
        plan.batches().samplesPerClass(),
        plan.batches().size(),
        step,
        Texts.count(plan.totalEpochs(), "epoch", "epochs"),
        model.start().network().orElse(plan.network().backbone().replaceFirst("/.*", "")));
  }
}
