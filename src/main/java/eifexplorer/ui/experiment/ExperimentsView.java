package eifexplorer.ui.experiment;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.PageView;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Experiments screen. */
public final class ExperimentsView extends StackPane implements PageView {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final double COLUMN = 340;
  private static final double COMPACT_COLUMN = 280;

  private final VBox left;

  /** A view of the screen; looks for results whenever it comes into sight. */
  public ExperimentsView(ExperimentsViewModel model) {
    getStyleClass().add("experiments");
    ExperimentCards cards = new ExperimentCards(model);
    ExperimentFormPane form = new ExperimentFormPane(model);
    VBox.setVgrow(cards, Priority.SOMETIMES);
    VBox.setVgrow(form, Priority.ALWAYS);
    left = new VBox(8, label(Texts.of("Experiments"), "h2"), cards, form);
    left.getStyleClass().add("experiment-column");
    ResultPane result = new ResultPane(model);
    result.setMinWidth(0);
    result.setPrefWidth(0);
    HBox.setHgrow(result, Priority.ALWAYS);
    getChildren().add(new HBox(left, result));
    sceneProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null) {
                model.kept().refresh();
              }
            });
    compact(false);
  }

  /** Chooses between the sizes for a large and a small window. */
  @Override
  public void compact(boolean small) {
    pseudoClassStateChanged(COMPACT, small);
    double width = small ? COMPACT_COLUMN : COLUMN;
    left.setMinWidth(width);
    left.setPrefWidth(width);
    left.setMaxWidth(width);
  }

  @Override
  public Node node() {
    return this;
  }
}
