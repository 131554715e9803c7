package eifexplorer.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small pictures side by side, each as wide as the others. Their places are there before they are. */
public final class PictureRow extends Region {
  private static final PseudoClass SAME = PseudoClass.getPseudoClass("same");
  private static final PseudoClass LEADS = PseudoClass.getPseudoClass("leads");
  private static final double GAP = 4;

  private final int columns;
  private final double ratio;
  private final List<Cell> cells = new ArrayList<>();

  /**
   * One of the pictures.
   *
   * @param picture what to show
   * @param tip more about it
   * @param same whether it gets a tick or a cross; empty for neither
   * @param action what a click does; empty for nothing
   */
  public record Entry(
      Picture picture, String tip, Optional<Boolean> same, Optional<Runnable> action) {}

  /**
   * A row of empty places.
   *
   * @param columns how many pictures there is room for
   * @param ratio height of a picture over its width
   */
  public PictureRow(PictureLoader pictures, int columns, double ratio) {
    this.columns = columns;
    this.ratio = ratio;
    getStyleClass().add("picture-row");
    for (int i = 0; i < columns; i++) {
      Cell cell = new Cell(pictures);
      cells.add(cell);
      getChildren().add(cell);
    }
  }

  /** Shows other pictures; without any all places are seen, as while they are looked for, else none is that is left over. */
  public void show(List<Entry> entries) {
    for (int i = 0; i < columns; i++) {
      cells.get(i).show(i < entries.size() ? entries.get(i) : null);
      cells.get(i).setVisible(entries.isEmpty() || i < entries.size());
    }
  }

  private double cellWidth(double width) {
    return (width - GAP * (columns - 1)) / columns;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.round(cellWidth(width > 0 ? width : getWidth()) * ratio);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    double cell = cellWidth(getWidth());
    for (int i = 0; i < columns; i++) {
      double left = Math.round(i * (cell + GAP));
      double right = Math.round(i * (cell + GAP) + cell);
      cells.get(i).resizeRelocate(left, 0, right - left, getHeight());
    }
  }

  /** A picture with its mark; reached by Tab where it leads somewhere. */
  private static final class Cell extends StackPane {
    private final PictureView picture;
    private final FontIcon mark = new FontIcon(Feather.CHECK);
    private final StackPane markGround = new StackPane(mark);

    private final Tip tip = Tips.on(this, "");
    private @Nullable Entry entry;

    Cell(PictureLoader pictures) {
      getStyleClass().add("picture-cell");
      picture = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
      markGround.getStyleClass().add("picture-mark");
      markGround.setMaxSize(16, 16);
      setAlignment(Pos.BOTTOM_RIGHT);
      getChildren().addAll(picture, markGround);
      setOnMouseClicked(event -> act());
      setOnKeyPressed(this::pressed);
    }

    void show(@Nullable Entry newEntry) {
      entry = newEntry;
      boolean leads = entry != null && entry.action().isPresent();
      picture.show(entry == null ? null : entry.picture());
      setFocusTraversable(leads);
      pseudoClassStateChanged(LEADS, leads);
      setAccessibleRole(leads ? AccessibleRole.BUTTON : AccessibleRole.IMAGE_VIEW);
      setAccessibleText(entry == null ? null : entry.tip());
      tip.setText(entry == null ? "" : entry.tip());
      Optional<Boolean> marked = entry == null ? Optional.empty() : entry.same();
      markGround.setVisible(marked.isPresent());
      marked.ifPresent(
          same -> {
            mark.setIconCode(same ? Feather.CHECK : Feather.X);
            markGround.pseudoClassStateChanged(SAME, same);
          });
    }

    private void act() {
      if (entry != null) {
        entry.action().ifPresent(Runnable::run);
      }
    }

    private void pressed(KeyEvent event) {
      if (event.getCode() == KeyCode.ENTER) {
        act();
        event.consume();
      }
    }
  }
}
