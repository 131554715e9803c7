package eifexplorer.ui.explore.whatif;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.retrain.Chance;
import eifexplorer.ui.explore.strips.PairLine;
import eifexplorer.ui.kit.Controls;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What if, over the middle of the screen: the question to the left, the answer to the right. Escape closes it. */
public final class WhatIfSheet extends VBox {
  private static final PseudoClass CHANCE = PseudoClass.getPseudoClass("chance");
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double FORM = 340;

  private final WhatIfViewModel model;
  private final WhatIfFormPane form;
  private final Label title = label("", "secondary");
  private final Label stale = label("", "stale-line");
  private final Label sentence = label("", "h2");
  private final Label verdict = label("", "verdict");
  private final Label fix = label("", "what-if-fix");
  private final Tip fixTip = Tips.on(fix, "");
  private final Label recall = label("", "secondary");
  private final WhatIfPlot plot = new WhatIfPlot();
  private final TrialTable table;
  private final Button keep;
  private final ProgressBar busy = new ProgressBar();
  private final VBox answer;
  private final EmptyState nothing =
      new EmptyState(
          Feather.HELP_CIRCLE,
          Texts.of("What would become of it?"),
          Texts.of(
              "The last layer learns on for a moment with the change, once a seed, and as often"
                  + " with the same change made to images drawn at random. The session stays as it"
                  + " is."));
  private final EmptyState failed;

  /** A sheet that is shown while it is open. */
  public WhatIfSheet(WhatIfViewModel model, PictureLoader pictures) {
    super(12);
    this.model = model;
    getStyleClass().addAll("tile-sheet", "what-if");
    setId("what-if");
    form = new WhatIfFormPane(model);
    form.setMinWidth(FORM);
    form.setPrefWidth(FORM);
    table = new TrialTable(model);
    keep = button(Texts.of("Keep the chosen trial as one more model"), model::keep);
    keep.setId("what-if-keep");
    failed =
        new EmptyState(
            Feather.ALERT_CIRCLE, "", "", button(Texts.of("Copy details"), this::copyDetails));
    answer = answer();
    StackPane right = new StackPane(answer, nothing, failed);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox columns = new HBox(24, form, right);
    VBox.setVgrow(columns, Priority.ALWAYS);
    busy.getStyleClass().add("busy-line");
    busy.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(head(pictures), busy, columns);
    connect();
    opened(model.openProperty().get());
  }

  private HBox head(PictureLoader pictures) {
    Button close = button(Texts.of("Back to the strips"), () -> model.openProperty().set(false));
    close.setGraphic(key("Esc"));
    Label name = label(Texts.of("What if"), "h2");
    name.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(12, name, new PairLine(model.influence(), pictures, false), title, close);
    head.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    return head;
  }

  private VBox answer() {
    stale.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
    stale.setId("what-if-stale");
    stale.setWrapText(true);
    stale.setMinHeight(USE_PREF_SIZE);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    fix.setId("what-if-fix");
    fix.setWrapText(true);
    fix.setMinHeight(USE_PREF_SIZE);
    recall.setWrapText(true);
    recall.setMinHeight(USE_PREF_SIZE);
    table.setMinHeight(0);
    HBox actions = new HBox(8, keep);
    VBox said = new VBox(12, verdict, sentence, fix, plot, recall, table);
    said.getStyleClass().add("what-if-answer");
    return new VBox(12, stale, said, actions);
  }

  private void connect() {
    title.textProperty().bind(model.subjectProperty());
    model.openProperty().addListener((value, old, now) -> opened(now));
    model.staleProperty().addListener((value, old, now) -> showStale());
    model.resultProperty().addListener((value, old, now) -> showAnswer());
    model.busyProperty().addListener((value, old, now) -> showAnswer());
    model.failureProperty().addListener((value, old, now) -> showAnswer());
    model.keepingProperty().addListener((value, old, now) -> showAnswer());
    showAnswer();
  }

  private void opened(boolean now) {
    setVisible(now);
    showAnswer();
    if (now) {
      requestFocus();
    }
  }

  /** Gives the keyboard to what it is needed for here. */
  @Override
  public void requestFocus() {
    form.requestFocus();
  }

  private void showAnswer() {
    WhatIfResult result = model.resultProperty().get();
    Failure failure = model.failureProperty().get();
    busy.setVisible(model.busyProperty().get());
    answer.setVisible(result != null);
    failed.setVisible(failure != null);
    nothing.setVisible(result == null && failure == null);
    keep.setVisible(model.canKeep());
    keep.setDisable(model.keepingProperty().get() || model.busyProperty().get());
    if (failure != null) {
      failed.say(Texts.of("It could not be tried"), failure.message());
    }
    if (result != null) {
      sentence.setText(result.sentence());
      fix.setText(result.fixText());
      fixTip.setText(
          result.verdict().details().stream().map(Texts::said).collect(Collectors.joining("\n")));
      recall.setText(result.recallText());
      verdict.setText(Texts.said(result.effects().chance().words()));
      verdict.pseudoClassStateChanged(CHANCE, result.effects().chance() != Chance.MORE_THAN_CHANCE);
    }
    plot.show(result);
    table.show(result);
    showStale();
  }

  private void showStale() {
    String why = model.staleProperty().get();
    stale.setText(why);
    stale.setVisible(!why.isEmpty());
    stale.setManaged(!why.isEmpty());
    answer.pseudoClassStateChanged(STALE, !why.isEmpty());
  }

  private void copyDetails() {
    Failure failure = model.failureProperty().get();
    if (failure != null) {
      Controls.copy(failure.message() + "\n" + failure.details());
    }
  }
}
