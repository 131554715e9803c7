package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Texts;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The matrix over the middle of the screen: what it shows, its cells, the present cell in words. */
final class MatrixSheet extends VBox {
  private static final int LEGEND_STEPS = 5;

  private final MatrixView cells;
  private final Label subject = label("", "h1");

  MatrixSheet(ConfusionsViewModel model, Runnable open, Runnable close) {
    super(12);
    getStyleClass().add("matrix-sheet");
    cells = new MatrixView(model.matrix(), open);
    cells.setId("matrix");
    VBox.setVgrow(cells, Priority.ALWAYS);
    Button closeButton = iconButton(Feather.X, "Close the matrix (Esc)", close);
    VBox words =
        new VBox(
            2,
            subject,
            label(
                "Row: class of the image · column: class of its neighbour · number: pairs",
                "secondary"));
    HBox head = new HBox(12, words, spacer(), legend(), closeButton);
    head.setAlignment(Pos.TOP_LEFT);
    Label present = label("", "section-head");
    present.setId("matrix-cell");
    present.textProperty().bind(model.matrix().cellTextProperty());
    present.setMinWidth(0);
    Button show = button("Show its pairs", open, "small-button");
    HBox foot = new HBox(12, present, show);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setMinHeight(28);
    getChildren().addAll(head, cells, foot);
    model.matrix().matrixProperty().addListener((value, old, now) -> show(now));
    show(model.matrix().matrixProperty().get());
  }

  private void show(ClassMatrix matrix) {
    subject.setText(
        "%d classes with %swrong images: %s of %s"
            .formatted(
                matrix.size(),
                matrix.size() < ClassMatrix.LARGEST ? "" : "most ",
                Texts.count(matrix.shownPairs()),
                Texts.count(matrix.allPairs(), "pair", "pairs")));
  }

  private static Node legend() {
    HBox steps = new HBox();
    steps.setAlignment(Pos.CENTER);
    IntStream.rangeClosed(1, LEGEND_STEPS)
        .forEach(i -> steps.getChildren().add(step((double) i / LEGEND_STEPS)));
    HBox legend = new HBox(6, fixed("share of the row's wrong images 0"), steps, fixed("100 %"));
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
    heat.setOpacity(MatrixView.opacity(share));
    StackPane step = new StackPane(heat);
    step.getStyleClass().add("legend-step");
    return step;
  }

  /** Gives the cells the keyboard. */
  void focus() {
    cells.requestFocus();
  }
}
