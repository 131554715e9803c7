package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.Texts;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The matrix over the middle of the screen: what it shows, its cells, the present cell in words. */
final class MatrixSheet extends VBox {
  private static final int LEGEND_STEPS = 6;

  private final MatrixView cells;
  private final Label subject = label("", "h1");
  private final Label largest = fixed("");

  MatrixSheet(ConfusionsViewModel model, ConfusionMenus menus, Runnable open, Runnable close) {
    super(12);
    getStyleClass().add("matrix-sheet");
    cells = new MatrixView(model.matrix(), open);
    cells.setId("matrix");
    CommandMenu.on(cells, () -> menus.cell(open));
    cells.visibleProperty().bind(visibleProperty());
    VBox.setVgrow(cells, Priority.ALWAYS);
    getChildren().addAll(head(close), tools(model.matrix()), cells, foot(model.matrix(), open));
    model.matrix().matrixProperty().addListener((value, old, now) -> show(now));
    show(model.matrix().matrixProperty().get());
  }

  private HBox head(Runnable close) {
    Label explanation =
        label(
            Texts.of("Row: class of the image · column: class of its neighbour · number: pairs"),
            "secondary");
    explanation.setMinWidth(0);
    VBox words = new VBox(2, subject, explanation);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head =
        new HBox(12, words, iconButton(Feather.X, Texts.of("Close the matrix (Esc)"), close));
    head.setAlignment(Pos.TOP_LEFT);
    return head;
  }

  private HBox tools(MatrixViewModel model) {
    ComboBox<MatrixOrder> order =
        new ComboBox<>(FXCollections.observableArrayList(MatrixOrder.values()));
    order.setId("matrix-order");
    order.setAccessibleText(Texts.of("Order of the classes"));
    order.valueProperty().bindBidirectional(model.orderProperty());
    HBox tools =
        new HBox(
            8,
            order,
            iconButton(Feather.ZOOM_OUT, Texts.of("Smaller cells (−)"), cells::zoomOut),
            iconButton(Feather.ZOOM_IN, Texts.of("Larger cells (+)"), cells::zoomIn),
            iconButton(Feather.MAXIMIZE_2, Texts.of("All classes (0)"), cells::fit),
            spacer(),
            legend());
    tools.setAlignment(Pos.CENTER_LEFT);
    return tools;
  }

  private static HBox foot(MatrixViewModel model, Runnable open) {
    Label present = label("", "section-head");
    present.setId("matrix-cell");
    present.textProperty().bind(model.cellTextProperty());
    present.setMinWidth(0);
    Button show = button(Texts.of("Show its pairs"), open, "small-button");
    show.setId("matrix-open");
    show.disableProperty().bind(model.cellHasPairsProperty().not());
    HBox foot = new HBox(12, present, show);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setMinHeight(28);
    return foot;
  }

  private void show(ClassMatrix matrix) {
    PairCount all = matrix.all();
    String classes = Texts.count(matrix.size(), "confused class", "confused classes");
    subject.setText(
        matrix.shownImages() == all.allImages()
            ? classes + ", " + all.text()
            : Texts.of(
                "{0} with most wrong images, {1} of {2}",
                classes,
                Texts.count(matrix.shownImages()),
                Texts.count(all.allImages(), "image", "images")));
    largest.setText(Texts.of("{0} of the class's images", Texts.percent(matrix.largestShare())));
  }

  private Node legend() {
    HBox steps = new HBox();
    steps.setAlignment(Pos.CENTER);
    IntStream.rangeClosed(1, LEGEND_STEPS)
        .forEach(i -> steps.getChildren().add(step((double) i / LEGEND_STEPS)));
    HBox legend = new HBox(6, fixed("0"), steps, largest);
    legend.setAlignment(Pos.CENTER_LEFT);
    legend.getStyleClass().add("legend");
    return legend;
  }

  private static Label fixed(String text) {
    Label label = label(text, "secondary");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Node step(double share) {
    Region heat = new Region();
    heat.getStyleClass().add("matrix-heat");
    heat.setOpacity(MatrixPainter.opacity(share, 1));
    StackPane step = new StackPane(heat);
    step.getStyleClass().add("legend-step");
    return step;
  }

  /** Gives the cells the keyboard. */
  void focus() {
    cells.requestFocus();
  }
}
