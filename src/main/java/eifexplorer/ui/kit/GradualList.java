package eifexplorer.ui.kit;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;

/**
 * Fills a list a few rows a frame until it has as many as can be seen, then with all: the cells of a whole list at once would
 * hold up the window's thread, since each is styled when it is first shown.
 */
public final class GradualList<T> {
  /** More than there is room for on any screen. */
  private static final int SEEN = 96;

  private static final int FEW = 2;

  private final ListView<T> list;
  private final AnimationTimer growth =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          grow();
        }
      };
  private List<T> rows = List.of();

  /** How many rows the list has had room to make cells for. */
  private int cells;

  /** Whether the frame in which the list itself comes into sight is still ahead. */
  private boolean begun;

  /** Fills a list. */
  public GradualList(ListView<T> list) {
    this.list = list;
  }

  /**
   * Shows other rows, from the first on.
   *
   * @param newRows not copied, so that they may be counted rather than kept; must not change
   */
  public void show(List<T> newRows) {
    rows = newRows;
    if (list.getItems().isEmpty()) {
      // Cells that were out of sight are styled anew.
      cells = Math.min(cells, FEW);
    }
    if (isWhole()) {
      list.setItems(FXCollections.observableList(rows));
    } else {
      list.setItems(FXCollections.observableArrayList(rows.subList(0, cells)));
      begun = false;
      growth.start();
    }
  }

  private boolean isWhole() {
    return cells >= SEEN || cells >= rows.size();
  }

  private void grow() {
    if (!begun) {
      begun = true;
      return;
    }
    int from = cells;
    // One at first: the first cells of a kind take far longer than those that follow.
    cells += 1 + cells / 4;
    if (isWhole()) {
      growth.stop();
    }
    if (cells >= SEEN) {
      list.setItems(FXCollections.observableList(rows));
    } else {
      list.getItems()
          .addAll(rows.subList(Math.min(from, rows.size()), Math.min(cells, rows.size())));
    }
  }
}
