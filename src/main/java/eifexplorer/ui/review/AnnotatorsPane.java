package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.review.journal.Agreement;
import eifexplorer.review.journal.Decisions.Conflict;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.revision.Staging;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How far annotators agree, and what holds where they do not. */
final class AnnotatorsPane extends VBox {
  private static final double LOW = 150;

  private final ReviewViewModel model;
  private final TableView<Agreement> agreements =
      Tables.table(
          "Agreement of annotators",
          "Change the annotator's name and choose Blind: the same queue is gone through again");
  private final TableView<Conflict> conflicts =
      Tables.table("Conflicts", "No two annotators disagree");

  AnnotatorsPane(ReviewViewModel model) {
    super(8);
    this.model = model;
    agreements.getColumns().add(Tables.words("Annotator", 160, Agreement::first));
    agreements.getColumns().add(Tables.words("and", 160, Agreement::second));
    agreements.getColumns().add(Tables.number("Images", 70, of -> Texts.count(of.images())));
    agreements.getColumns().add(Tables.number("Same", 70, of -> Texts.count(of.agreeing())));
    agreements.getColumns().add(Tables.number("κ", 70, of -> two(of.kappa())));
    agreements
        .getColumns()
        .add(Tables.words("95 % interval", 140, of -> two(of.low()) + " to " + two(of.high())));
    agreements.setMinHeight(LOW);
    agreements.setMaxHeight(LOW);
    conflicts.setId("conflicts");
    conflicts.getColumns().add(Tables.words("Image", 300, Conflict::sample));
    conflicts.getColumns().add(Tables.words("Who says what", 340, this::said));
    conflicts.getColumns().add(Tables.controls("What holds", 420, this::choices));
    VBox.setVgrow(conflicts, Priority.ALWAYS);
    Label kappa =
        label(
            "Cohen's κ: agreement beyond that of two who draw from their own frequencies of labels;"
                + " 1 is always the same.",
            "small",
            "muted");
    getChildren()
        .addAll(label("Agreement", "h2"), kappa, agreements, label("Conflicts", "h2"), conflicts);
    model.staged().summaryProperty().addListener((value, old, now) -> show(now));
    show(model.staged().summaryProperty().get());
  }

  private static String two(double value) {
    return Double.isNaN(value)
        ? "unknown"
        : Texts.coefficient(value);
  }

  private String name(String className) {
    return model.words().className(className);
  }

  private String said(Conflict conflict) {
    return conflict.claims().stream()
        .map(claim -> claim.annotator() + ": " + name(claim.after()))
        .collect(Collectors.joining(", "));
  }

  private Node choices(Conflict conflict) {
    HBox row = new HBox(8);
    row.setAlignment(Pos.CENTER_LEFT);
    conflict.claims().stream()
        .map(JournalEntry::after)
        .distinct()
        .forEach(
            after ->
                row.getChildren()
                    .add(
                        button(
                            name(after),
                            () -> model.disputes().resolve(conflict, after),
                            "small-button")));
    return row;
  }

  private void show(Summary summary) {
    agreements.getItems().setAll(summary == null ? List.of() : summary.agreements());
    conflicts.getItems().setAll(model.staged().staging().map(Staging::conflicts).orElse(List.of()));
  }
}
