package eifexplorer.ui.map;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.embedding.Metric;
import eifexplorer.problem.ProblemException;
import eifexplorer.projection.ProjectionMethod;
import eifexplorer.projection.ProjectionOptions;
import eifexplorer.session.MapRequest;
import eifexplorer.session.MapSource;
import eifexplorer.ui.kit.WordConverter;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the next map is to be made. */
final class LayoutForm extends VBox {
  private final LayoutViewModel model;
  private final ComboBox<ProjectionMethod> method = choice(List.of(ProjectionMethod.values()));
  private final ComboBox<MapSource> source = choice(List.of(MapSource.values()));
  private final ComboBox<Metric> metric = choice(List.of(Metric.EUCLIDEAN, Metric.COSINE));
  private final TextField neighbours = new TextField();
  private final TextField minDistance = new TextField();
  private final TextField epochs = new TextField();
  private final TextField seed = new TextField();
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
    metric.setConverter(
        new WordConverter<>(m -> m == null ? "" : m.name().toLowerCase(Locale.ROOT)));
    GridPane grid = new GridPane();
    grid.setHgap(8);
    grid.setVgap(6);
    row(grid, "Method", method);
    row(grid, "Of", source);
    row(grid, "Metric", metric);
    row(grid, "Neighbours", neighbours);
    row(grid, "Min. distance", minDistance);
    row(grid, "Epochs (0: usual)", epochs);
    row(grid, "Seed", seed);
    wrong.setWrapText(true);
    wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
    getChildren().addAll(grid, wrong, button("Lay out", this::make, "accent"));
    model.wantedProperty().addListener((value, old, now) -> show(now));
    show(model.wantedProperty().get());
  }

  private static <T> ComboBox<T> choice(List<T> values) {
    ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
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
    neighbours.setText(String.valueOf(options.neighbours()));
    minDistance.setText(String.valueOf(options.minDistance()));
    epochs.setText(String.valueOf(options.epochs()));
    seed.setText(String.valueOf(options.seed()));
  }

  private void make() {
    try {
      ProjectionOptions options =
          new ProjectionOptions(
              method.getValue(),
              metric.getValue(),
              Integer.parseInt(neighbours.getText().strip()),
              Double.parseDouble(minDistance.getText().strip()),
              Integer.parseInt(epochs.getText().strip()),
              Long.parseLong(seed.getText().strip()));
      MapRequest before = model.wantedProperty().get();
      wrong.setText("");
      model.wantedProperty().set(new MapRequest(source.getValue(), options, before.from()));
      model.make();
      made.run();
    } catch (NumberFormatException e) {
      wrong.setText("Neighbours, distance, epochs and seed are numbers.");
    } catch (ProblemException e) {
      wrong.setText(e.getMessage());
    }
  }
}
