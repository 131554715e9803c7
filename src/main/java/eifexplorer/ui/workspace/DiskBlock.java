package eifexplorer.ui.workspace;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.project.DiskUse;
import eifexplorer.project.DiskUse.Kind;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The room a workspace takes, by kind, and the buttons that make some. */
final class DiskBlock extends VBox {
  private static final double NAMES = 96;
  private static final double SIZES = 64;
  private static final double BUTTONS = 48;

  private final DiskViewModel model;
  private final GridPane grid = new GridPane();
  private final Label total = label("", "muted");

  DiskBlock(DiskViewModel model) {
    super(8);
    this.model = model;
    getStyleClass().add("block");
    grid.getStyleClass().add("disk-grid");
    ColumnConstraints bars = new ColumnConstraints();
    bars.setHgrow(Priority.ALWAYS);
    ColumnConstraints buttons = new ColumnConstraints(BUTTONS);
    buttons.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints()
        .addAll(new ColumnConstraints(NAMES), bars, new ColumnConstraints(SIZES), buttons);
    HBox head = new HBox(label(Texts.of("Room on disk"), "h2"), spacer(), total);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, grid);
    model.useProperty().addListener((value, old, now) -> refresh());
    refresh();
  }

  private void refresh() {
    grid.getChildren().clear();
    DiskUse use = model.useProperty().get();
    total.setText(use == null ? Texts.of("counting …") : Texts.bytes(use.total()));
    int row = 0;
    for (Kind kind : Kind.values()) {
      long bytes = use == null ? 0 : use.of(kind);
      if (kind == Kind.TRASH && bytes == 0) {
        continue;
      }
      ProgressBar bar =
          new ProgressBar(use == null ? 0 : bytes / (double) Math.max(1, use.total()));
      bar.getStyleClass().addAll("thin-bar", "disk-bar");
      bar.setMaxWidth(Double.MAX_VALUE);
      Label size = label(use == null ? "" : Texts.bytes(bytes), "mono");
      size.setMaxWidth(Double.MAX_VALUE);
      size.setAlignment(Pos.CENTER_RIGHT);
      bar.setAccessibleText(Texts.said(kind.title()) + ": " + size.getText());
      grid.addRow(row, label(Texts.said(kind.title()), "secondary"), bar, size);
      addButton(kind, bytes, row++);
    }
  }

  private void addButton(Kind kind, long bytes, int row) {
    Button clear =
        switch (kind) {
          case THUMBNAILS ->
              clear(
                  Texts.of("Delete the thumbnails; they are made again when looked at"),
                  model::clearThumbnails);
          case RESULTS ->
              clear(Texts.of("Delete the results no model needs"), model::clearUnneededResults);
          case TRASH -> clear(Texts.of("Delete the deleted models for good"), model::emptyTrash);
          default -> null;
        };
    if (clear != null) {
      clear.setId("clear-" + kind.name().toLowerCase(Locale.ROOT));
      clear.setDisable(bytes == 0);
      grid.add(clear, 3, row);
    }
  }

  private static Button clear(String what, Runnable action) {
    Button button = button(Texts.of("Clear"), action, "small-button");
    button.setAccessibleText(what);
    Tips.on(button, what);
    return button;
  }
}
