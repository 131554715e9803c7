package eifexplorer.ui.kit;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;

/**
 * Fills a list a few rows a frame until it has as many as can be seen, then with all: the cells of a whole list at once would
 * hold up the window's thread, since each is styled when it is first shown.
 */
public final class GradualList<T> {
  /** More than there is room for on any screen. */
  private static final int SEEN = 96;

  private static final int FEW = 2;

  private final ObjectProperty<ObservableList<T>> items;
  private final Frames frames;
  private List<T> rows = List.of();

  /** How many rows the list has had room to make cells for. */
  private int cells;

  /** Whether the frame in which the list itself comes into sight is still ahead. */
  private boolean begun;

  /** Calls something before every frame of the window, from the start until the stop. */
  interface Frames {
    void start(Runnable beforeEach);

    void stop();
  }

  /** Fills a list. */
  public GradualList(ListView<T> list) {
    this(list.itemsProperty(), new WindowFrames());
  }

  GradualList(ObjectProperty<ObservableList<T>> items, Frames frames) {
    this.items = items;
    this.frames = frames;
  }

  private static final class WindowFrames extends AnimationTimer implements Frames {
    private Runnable beforeEach = () -> {};

    @Override
    public void start(Runnable newBeforeEach) {
      beforeEach = newBeforeEach;
      start();
    }

    @Override
    public void handle(long now) {
      beforeEach.run();
    }
  }

  /**
   * Shows other rows, from the first on.
   *
   * @param newRows not copied, so that they may be counted rather than kept; must not change
   */
  public void show(List<T> newRows) {
    rows = newRows;
    if (items.get().isEmpty()) {
      // Cells that were out of sight are styled anew.
      cells = Math.min(cells, FEW);
    }
    if (isWhole()) {
      items.set(FXCollections.observableList(rows));
    } else {
      items.set(FXCollections.observableArrayList(rows.subList(0, cells)));
      begun = false;
      frames.start(this::grow);
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
      frames.stop();
    }
    if (cells >= SEEN) {
      items.set(FXCollections.observableList(rows));
    } else {
      items.get().addAll(rows.subList(Math.min(from, rows.size()), Math.min(cells, rows.size())));
    }
  }
}
