package eifexplorer.ui.explore.worth;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the scores are worth at length, and the button that measures it. */
final class WorthSheet extends VBox {
  private static final double WIDTH = 400;

  private final WorthViewModel model;
  private final Label head = label("", "section-head");
  private final Label details = label("", "fact-value");
  private final Label plan = label("", "secondary");
  private final Label leftOut = label("", "secondary", "small");
  private final Label problem = label("", "problem", "small");
  private final Button measure;
  private final Button stop;
  private final Button better;

  /**
   * A sheet.
   *
   * @param done closes it
   */
  WorthSheet(WorthViewModel model, Runnable done) {
    super(12);
    this.model = model;
    setId("worth");
    setPrefWidth(WIDTH);
    for (Label text : new Label[] {head, details, plan, leftOut, problem}) {
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
    }
    measure = button(Texts.of("Measure"), model::measure, "accent-button");
    measure.setId("measure-worth");
    stop = button(Texts.of("Stop"), model::stop);
    better =
        button(
            "",
            () -> {
              done.run();
              model.useBetter();
            },
            "accent-button");
    better.setId("use-better");
    HBox buttons = new HBox(8, plan, spacer(), stop, measure, better);
    HBox.setHgrow(plan, Priority.ALWAYS);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, details, problem, buttons, leftOut);
    model.versionProperty().addListener((value, old, now) -> show());
    show();
  }

  private void show() {
    WorthViewModel.State state = model.state();
    boolean missing =
        state == WorthViewModel.State.NOT_MEASURED || state == WorthViewModel.State.OUTDATED;
    String text = model.text();
    head.setText(
        text.isEmpty()
            ? Texts.of("What the scores are worth")
            : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
    details.setText(model.details());
    plan.setText(
        !missing
            ? ""
            : model.planText().isEmpty()
                ? Texts.of("Looking how long it takes")
                : model.planText());
    leftOut.setText(missing ? model.leftOutText() : "");
    shown(leftOut, !leftOut.getText().isEmpty());
    measure.setDisable(!model.canMeasure());
    shown(measure, missing);
    stop.setDisable(!model.canStop());
    shown(stop, state == WorthViewModel.State.MEASURING);
    String other = model.betterText();
    better.setText(
        other.isEmpty() ? "" : Texts.of("Use {0}", other.substring(other.indexOf(':') + 2)));
    shown(better, !other.isEmpty() && state == WorthViewModel.State.MEASURED);
    Failure failure = model.failure();
    problem.setText(failure == null ? "" : failure.message());
    shown(problem, failure != null);
    if (failure != null) {
      plan.setText("");
    }
  }

  private static void shown(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  /** Gives the keyboard to what can be done. */
  @Override
  public void requestFocus() {
    (measure.isVisible() ? measure : stop.isVisible() ? stop : better).requestFocus();
  }
}
