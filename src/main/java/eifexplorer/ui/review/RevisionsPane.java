package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Staging;
import eifexplorer.ui.kit.Texts;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every state of the labels one can go back to. */
final class RevisionsPane extends VBox {
  private final ReviewViewModel model;
  private final Runnable showComparison;
  private final TableView<Revision> table =
      Tables.table(Texts.of("Label revisions"), Texts.of("No revision"));
  private final HBox question = new HBox(8);

  RevisionsPane(ReviewViewModel model, Runnable showComparison) {
    super(8);
    this.model = model;
    this.showComparison = showComparison;
    table.setId("revisions");
    table
        .getColumns()
        .add(Tables.number(Texts.of("Revision"), 70, of -> String.valueOf(of.number())));
    table.getColumns().add(Tables.words(Texts.of("When"), 140, RevisionsPane::time));
    table.getColumns().add(Tables.words(Texts.of("Message"), 320, Revision::message));
    table
        .getColumns()
        .add(Tables.number(Texts.of("Changes"), 70, of -> Texts.count(of.changes().size())));
    table
        .getColumns()
        .add(Tables.number(Texts.of("Of all labels"), 90, of -> Texts.count(of.labels().size())));
    table
        .getColumns()
        .add(Tables.words(Texts.of("By"), 140, of -> String.join(", ", of.annotators())));
    table.getColumns().add(Tables.controls("", 220, this::actions));
    VBox.setVgrow(table, Priority.ALWAYS);
    question.setAlignment(Pos.CENTER_LEFT);
    question.setMinHeight(28);
    HBox head = new HBox(8, label(Texts.of("Label revisions"), "h2"), spacer(), question);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, table);
    InvalidationListener show = value -> show();
    model.staged().revisions().addListener(show);
    model.staged().currentProperty().addListener(show);
    show();
  }

  private static String time(Revision revision) {
    return revision.number() == 0 ? "" : Texts.moment(revision.time().toString());
  }

  private void show() {
    question.getChildren().clear();
    table.getItems().setAll(model.staged().revisions());
    table.refresh();
  }

  private Node actions(Revision revision) {
    HBox row = new HBox(8);
    row.setAlignment(Pos.CENTER_LEFT);
    if (revision.number() == model.staged().currentProperty().get()) {
      row.getChildren().add(label(Texts.of("current"), "muted"));
    } else {
      row.getChildren().add(button(Texts.of("Go to"), () -> ask(revision.number()), "link-button"));
    }
    if (revision.number() > 0) {
      row.getChildren()
          .add(
              button(
                  Texts.of("Retrain and compare"),
                  () -> {
                    model.compare().run(0, revision.number());
                    showComparison.run();
                  },
                  "link-button"));
    }
    return row;
  }

  /** What is staged would be dropped: that is asked first. */
  private void ask(int number) {
    int staged = model.staged().staging().map(Staging::changes).map(c -> c.size()).orElse(0);
    if (staged == 0) {
      model.staged().checkout(number);
      return;
    }
    Label words =
        label(
            staged == 1
                ? Texts.of(
                    "{0} not committed. Drop it and go to revision {1}?",
                    Texts.count(staged, "change is", "changes are"), number)
                : Texts.of(
                    "{0} not committed. Drop them and go to revision {1}?",
                    Texts.count(staged, "change is", "changes are"), number),
            "question");
    question
        .getChildren()
        .setAll(
            words,
            button(
                Texts.of("Drop and go"),
                () -> model.staged().checkout(number),
                "danger-button",
                "small-button"),
            button(Texts.of("Keep"), question.getChildren()::clear, "small-button"));
  }
}
