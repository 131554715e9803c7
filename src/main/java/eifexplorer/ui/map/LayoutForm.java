package eifexplorer.ui.map;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.embedding.Metric;
import eifexplorer.problem.ProblemException;
import eifexplorer.projection.ProjectionMethod;
import eifexplorer.projection.ProjectionOptions;
import eifexplorer.session.MapRequest;
import eifexplorer.session.MapSource;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.WordConverter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the next map is to be made. */
final class LayoutForm extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final String WHOLE = Texts.of("a whole number");

  private final LayoutViewModel model;
  private final ComboBox<ProjectionMethod> method = choice(List.of(ProjectionMethod.values()));
  private final ComboBox<MapSource> source = choice(List.of(MapSource.values()));
  private final ComboBox<Metric> metric = choice(List.of(Metric.EUCLIDEAN, Metric.COSINE));
  private final Map<String, TextField> fields = new LinkedHashMap<>();
  private final Label wrong = label("", "small", "danger");
  private final Runnable made;

  /**
   * A form.
   *
   * @param made is called when a map is on its way
   */
  LayoutForm(LayoutViewModel model, Runnable made) {
    super(8);
    this.model = model;
    this.made = made;
    getStyleClass().add("map-form");
    method.setId("map-method");
    metric.setConverter(new WordConverter<>(LayoutForm::words));
    GridPane grid = new GridPane();
    grid.setHgap(8);
    grid.setVgap(6);
    row(grid, Texts.of("Method"), method);
    row(grid, Texts.of("Of"), source);
    row(grid, Texts.of("Metric"), metric);
    row(grid, Texts.of("Neighbours"), field("neighbours"));
    row(grid, Texts.of("Min. distance"), field("minDistance"));
    row(grid, Texts.of("Epochs (0: usual)"), field("epochs"));
    row(grid, Texts.of("Seed"), field("seed"));
    method.valueProperty().addListener((value, old, now) -> showUsed(now));
    wrong.setWrapText(true);
    wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
    wrong.setId("map-wrong");
    Button lay = button(Texts.of("Lay out"), this::make, "accent-button");
    lay.setId("map-make");
    getChildren().addAll(grid, wrong, lay);
    model.wantedProperty().addListener((value, old, now) -> show(now));
    show(model.wantedProperty().get());
  }

  private static String words(@Nullable Metric metric) {
    if (metric == null) {
      return "";
    }
    return metric == Metric.COSINE
        ? Texts.of("Angle (cosine)")
        : Texts.of("Straight line (Euclidean)");
  }

  private static <T> ComboBox<T> choice(List<T> values) {
    ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
    box.setConverter(new WordConverter<>(one -> one == null ? "" : Texts.said(one.toString())));
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }

  /** A field by the name of the option it is for. */
  private TextField field(String name) {
    TextField field = new TextField();
    field.setId("map-" + name);
    field.setOnAction(event -> make());
    fields.put(name, field);
    return field;
  }

  private void put(String name, Object value) {
    Objects.requireNonNull(fields.get(name)).setText(String.valueOf(value));
  }

  private static void row(GridPane grid, String name, Node field) {
    field.setAccessibleText(name);
    GridPane.setHgrow(field, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label(name, "secondary"), field);
  }

  private void show(MapRequest request) {
    ProjectionOptions options = request.options();
    method.setValue(options.method());
    source.setValue(request.source());
    metric.setValue(options.metric());
    put("neighbours", options.neighbours());
    put("minDistance", options.minDistance());
    put("epochs", options.epochs());
    put("seed", options.seed());
  }

  /** What the method does not look at can't be changed. */
  private void showUsed(@Nullable ProjectionMethod chosen) {
    boolean used = chosen != null && chosen.usesNeighbours();
    metric.setDisable(!used);
    fields.values().forEach(field -> field.setDisable(!used));
  }

  private void make() {
    wrong.setText("");
    fields.values().forEach(field -> field.pseudoClassStateChanged(WRONG, false));
    try {
      ProjectionOptions options = options();
      MapRequest before = model.wantedProperty().get();
      model.wantedProperty().set(new MapRequest(source.getValue(), options, before.from()));
      model.make();
      made.run();
    } catch (ProblemException e) {
      refuse(e);
    }
  }

  private ProjectionOptions options() {
    if (!method.getValue().usesNeighbours()) {
      return ProjectionOptions.DEFAULT.withMethod(method.getValue());
    }
    return new ProjectionOptions(
        method.getValue(),
        metric.getValue(),
        typed("neighbours", Integer::valueOf, WHOLE),
        typed("minDistance", Double::valueOf, Texts.of("a number from 0 to 1")),
        typed("epochs", Integer::valueOf, WHOLE),
        typed("seed", Long::valueOf, WHOLE));
  }

  private <T> T typed(String name, Function<String, T> value, String allowed) {
    String text = Objects.requireNonNull(fields.get(name)).getText().strip();
    try {
      return value.apply(text);
    } catch (NumberFormatException e) {
      throw ProblemException.badValue(name, text, allowed);
    }
  }

  /** Marks the field that is wrong, and says why by the name it has on the form. */
  private void refuse(ProblemException problem) {
    wrong.setText(Texts.problem(problem));
    fields.forEach(
        (name, field) -> {
          if (problem.what().startsWith(name + " ")) {
            field.pseudoClassStateChanged(WRONG, true);
            field.requestFocus();
            wrong.setText(
                Texts.problem(problem)
                    .replaceFirst(name, String.valueOf(field.getAccessibleText())));
          }
        });
  }
}
