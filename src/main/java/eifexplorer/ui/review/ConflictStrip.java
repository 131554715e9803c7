package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.review.journal.Decisions.Conflict;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.ui.kit.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over the image, where annotators disagree about it: who says what, and a button for what shall hold. */
final class ConflictStrip extends HBox {
  private final ReviewViewModel model;

  ConflictStrip(ReviewViewModel model) {
    super(8);
    this.model = model;
    setId("conflict-strip");
    getStyleClass().add("conflict-strip");
    setAlignment(Pos.CENTER_LEFT);
    InvalidationListener show = value -> show();
    model.staged().summaryProperty().addListener(show);
    model.queue().shownProperty().addListener(show);
    show();
  }

  private void show() {
    Optional<Conflict> conflict = model.disputes().shown();
    setVisible(conflict.isPresent());
    setManaged(conflict.isPresent());
    getChildren().clear();
    conflict.ifPresent(this::fill);
  }

  private void fill(Conflict conflict) {
    Label who = label(said(model, conflict), "small");
    who.setGraphic(new FontIcon(Feather.USERS));
    who.setMinWidth(0);
    getChildren().addAll(who, spacer(), label(Texts.of("What holds?"), "small", "muted"));
    conflict.claims().stream()
        .map(JournalEntry::after)
        .distinct()
        .forEach(
            after ->
                getChildren()
                    .add(
                        button(
                            model.words().className(after),
                            () -> model.disputes().resolve(conflict, after),
                            "small-button")));
  }

  /** Who says what. */
  static String said(ReviewViewModel model, Conflict conflict) {
    return conflict.claims().stream()
        .map(claim -> claim.annotator() + ": " + model.words().className(claim.after()))
        .collect(Collectors.joining(" · "));
  }
}
