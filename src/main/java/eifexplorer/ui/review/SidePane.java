package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.review.DetectorPrecision;
import eifexplorer.review.Reason;
import eifexplorer.review.SuspectRanking;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The right column: why the image is in the queue, what was decided before, who decides. */
final class SidePane extends VBox {
  private static final PseudoClass NAMED = PseudoClass.getPseudoClass("named");
  private static final double REASONS_HEIGHT = 330;

  private final ReviewViewModel model;
  private final VBox reasons = new VBox(10);
  private final ListView<JournalEntry> history = new ListView<>();
  private final TextField name = new TextField();
  private final Label agreement = label("", "small", "muted");

  SidePane(ReviewViewModel model, PictureLoader pictures) {
    super(8);
    this.model = model;
    getStyleClass().add("review-side");
    ScrollPane scroll = new ScrollPane(reasons);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefHeight(REASONS_HEIGHT);
    reasons.setPadding(new Insets(0, 10, 0, 0));
    scroll.setAccessibleText(Texts.of("Why the image is in the queue"));
    history.setId("review-history");
    history.setAccessibleText(Texts.of("Decisions, the newest first"));
    history.setFixedCellSize(44);
    history.setCellFactory(view -> new HistoryCell(model, pictures));
    history.setPlaceholder(label(Texts.of("Nothing decided yet"), "muted"));
    VBox.setVgrow(history, Priority.ALWAYS);
    VBox why = new VBox(8, label(Texts.of("Why it is here"), "section-head"), scroll);
    VBox past = new VBox(4, historyHead(), history);
    past.getStyleClass().add("review-block");
    VBox.setVgrow(past, Priority.ALWAYS);
    agreement.setWrapText(true);
    agreement.setMinHeight(USE_PREF_SIZE);
    VBox who = new VBox(6, annotator(), agreement);
    who.getStyleClass().add("review-block");
    getChildren().addAll(why, past, who);
    model.queue().shownProperty().addListener((value, old, now) -> showReasons(now));
    model.queue().blindProperty().addListener((value, old, now) -> history.refresh());
    model.staged().summaryProperty().addListener((value, old, now) -> showSummary(now));
    showReasons(model.queue().shownProperty().get());
    showSummary(model.staged().summaryProperty().get());
  }

  private HBox historyHead() {
    Button undo =
        button(Texts.of("Undo"), model.queue().decisions()::undo, "flat-button", "small-button");
    undo.setGraphic(
        new HBox(6, new FontIcon(Feather.CORNER_UP_LEFT), new CommandCaps(ReviewCommand.UNDO)));
    undo.setId("undo");
    undo.setAccessibleText(Texts.of("Undo the last decision (U)"));
    Button redo = button("", model.queue().decisions()::redo, "flat-button", "small-button");
    redo.setGraphic(new FontIcon(Feather.CORNER_UP_RIGHT));
    redo.setAccessibleText(Texts.of("Redo what was undone (Ctrl Shift Z)"));
    Tips.on(redo, Texts.of("Redo (Ctrl Shift Z)"));
    HBox line = new HBox(2, label(Texts.of("History"), "section-head"), spacer(), undo, redo);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private HBox annotator() {
    name.setText(model.annotatorProperty().get());
    name.setId("annotator");
    name.setAccessibleText(Texts.of("Who decides"));
    Tips.on(
        name,
        Texts.of("Another name is another pass over the same queue; it shows nobody else's work."));
    HBox.setHgrow(name, Priority.ALWAYS);
    Runnable take =
        () -> {
          if (!name.getText().isBlank()) {
            model.annotatorProperty().set(name.getText().strip());
          }
        };
    name.setOnAction(event -> take.run());
    name.focusedProperty()
        .addListener(
            (value, old, now) -> {
              if (!now) {
                take.run();
              }
            });
    name.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            getScene().getRoot().requestFocus();
          }
        });
    model.annotatorProperty().addListener((value, old, now) -> name.setText(now));
    HBox line = new HBox(8, label(Texts.of("Annotator"), "small", "muted"), name);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** Gives the annotator's name the keyboard. */
  void nameAnnotator() {
    name.requestFocus();
    name.selectAll();
  }

  private void showReasons(ShownImage image) {
    reasons.getChildren().clear();
    if (image == null) {
      return;
    }
    if (image.given().isEmpty()) {
      Label hidden = label(Texts.of("Hidden in a blind pass."), "muted");
      reasons.getChildren().add(hidden);
    }
    image.reasons().forEach(reason -> reasons.getChildren().add(row(reason)));
  }

  /** How often the detector was right here; empty before anything it names was looked at. */
  private String measured(Reason reason) {
    Summary summary = model.staged().summaryProperty().get();
    DetectorPrecision precision =
        summary == null ? null : summary.precision().get(reason.detector().id());
    return precision == null ? "" : Texts.said(precision.sentence());
  }

  private VBox row(Reason reason) {
    Label title = label(Texts.said(reason.detector().title()), "reason-title");
    title.setWrapText(true);
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Label value = label(ReasonText.of(reason), "mono");
    value.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(8, title, value);
    line.setAlignment(Pos.TOP_LEFT);
    Label rank =
        label(
            Texts.of(
                "{0}. of {1}. {2}",
                Texts.count(Math.round(reason.rank())), Texts.count(reason.of()), measured(reason)),
            "small",
            "muted");
    rank.setWrapText(true);
    rank.setMinHeight(USE_PREF_SIZE);
    title.setMinHeight(USE_PREF_SIZE);
    VBox row = new VBox(1, line, rank);
    row.pseudoClassStateChanged(NAMED, reason.rank() <= SuspectRanking.NAMED_SHARE * reason.of());
    row.getStyleClass().add("reason-row");
    Tips.on(row, Texts.said(reason.detector().measures()));
    return row;
  }

  private void showSummary(Summary summary) {
    List<JournalEntry> entries = summary == null ? List.of() : summary.history();
    if (!entries.equals(history.getItems())) {
      history.getItems().setAll(entries);
    }
    agreement.setText(summary == null ? "" : summary.agreement());
  }
}
