package eifexplorer.ui.explore.copies;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.review.copies.CopyGroup;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import java.util.Arrays;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The groups of copies over the middle of the screen, each with its images side by side and their labels. Escape closes it. */
public final class CopiesSheet extends VBox {
  private final CopiesViewModel model;
  private final ListView<CopyGroup> groups = new ListView<>();
  private final Label summary = label("", "secondary");

  /** A sheet that is shown while it is open. */
  public CopiesSheet(CopiesViewModel model, PictureLoader pictures) {
    super(8);
    this.model = model;
    getStyleClass().addAll("tile-sheet", "copies");
    setId("copies");
    groups.setId("copy-groups");
    groups.getStyleClass().add("compared-list");
    groups.setAccessibleText(Texts.of("Photographs that are there more than once"));
    groups.setPlaceholder(label(Texts.of("None of this kind"), "muted"));
    groups.setCellFactory(list -> new CopyGroupCell(model, pictures));
    VBox.setVgrow(groups, Priority.ALWAYS);
    getChildren().addAll(head(), kinds(), groups);
    model.openProperty().addListener((value, old, now) -> opened(now));
    model.listedProperty().addListener((value, old, now) -> fill());
    model.busyProperty().addListener((value, old, now) -> fill());
    model.marks().copiesProperty().addListener((value, old, now) -> fill());
    InvalidationListener decided = value -> groups.refresh();
    model.marks().excluded().addListener(decided);
    model.marks().relabelled().addListener(decided);
    model.marks().flagChangesProperty().addListener(decided);
    opened(model.openProperty().get());
  }

  private HBox head() {
    Button close = button(Texts.of("Back to the strips"), () -> model.openProperty().set(false));
    close.setGraphic(key("Esc"));
    close.setMinWidth(USE_PREF_SIZE);
    Label title = label(Texts.of("The same photograph more than once"), "h2");
    VBox words = new VBox(title, summary);
    words.setMinWidth(0);
    HBox head = new HBox(12, words, spacer(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox kinds() {
    Segments<CopiesViewModel.Listed> kinds =
        new Segments<>(
            Arrays.asList(CopiesViewModel.Listed.values()),
            CopiesViewModel.Listed::title,
            model.listedProperty(),
            model.listedProperty()::set);
    Label advice =
        label(
            Texts.of(
                "Of several labels all but one are wrong. A decision counts once it is committed in"
                    + " Review."),
            "small",
            "muted");
    advice.setMinWidth(0);
    HBox row = new HBox(12, kinds, advice);
    row.setAlignment(Pos.CENTER_LEFT);
    kinds.setMinWidth(USE_PREF_SIZE);
    return row;
  }

  private void opened(boolean now) {
    setVisible(now);
    if (now) {
      fill();
      requestFocus();
    }
  }

  /** Gives the keyboard to what it is needed for here. */
  @Override
  public void requestFocus() {
    groups.requestFocus();
  }

  private void fill() {
    if (model.openProperty().get()) {
      summary.setText(model.summary());
      groups.getItems().setAll(model.groups());
    }
  }
}
