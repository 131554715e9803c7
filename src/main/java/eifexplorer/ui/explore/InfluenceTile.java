package eifexplorer.ui.explore;

import static eifexplorer.ui.kit.Controls.downTriangle;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;
import static eifexplorer.ui.kit.Controls.upTriangle;

import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/** A training image in a strip: thumbnail with rank, signed score, bar, label. */
final class InfluenceTile extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double THUMBNAIL = 68;
  private static final double COMPACT_THUMBNAIL = 56;
  private static final double SCORE = 16;
  private static final double BAR = 4;
  private static final double LABEL = 30;
  private static final double COMPACT_LABEL = 16;

  private final PictureView picture;
  private final Label rank = label("", "pill", "rank-pill");
  private final Label score = label("", "mono", "score");
  private final HBox scoreRow;
  private final ShareBar bar;
  private final NameLabel name = new NameLabel("tile-label");
  private final Tooltip tip = Tips.on(this, "");
  private boolean compact;
  private InfluenceItem item;

  InfluenceTile(InfluenceKind kind, PictureLoader pictures) {
    getStyleClass().addAll("tile", kind.word());
    setAccessibleRole(AccessibleRole.BUTTON);
    picture = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.COVER);
    bar = new ShareBar(kind);
    Polygon sign = kind == InfluenceKind.HARMFUL ? downTriangle(9) : upTriangle(9);
    scoreRow = new HBox(sign, spacer(), score);
    scoreRow.setAlignment(Pos.CENTER_LEFT);
    name.setWrapText(true);
    name.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(picture, rank, scoreRow, bar, name);
  }

  /** Shows another training image. */
  void show(InfluenceItem newItem) {
    item = newItem;
    picture.show(newItem.picture());
    rank.setText(Texts.count(newItem.rank()));
    score.setText(newItem.scoreText());
    bar.show(newItem.share());
    name.setName(newItem.className());
    tip.setText(newItem.className() + "\n" + newItem.sample().fileName());
    setAccessibleText(
        newItem.rankText() + ", score " + newItem.scoreText() + ", " + newItem.className());
  }

  /** What is shown. */
  InfluenceItem item() {
    return item;
  }

  /** Marks the chosen one. */
  void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  /** Chooses between the sizes for a large and a small window. */
  void compact(boolean small) {
    compact = small;
    name.setWrapText(!small);
    requestLayout();
  }

  /** Height of every tile. */
  static double height(boolean compact) {
    return compact
        ? COMPACT_THUMBNAIL + 4 + SCORE + BAR + 3 + COMPACT_LABEL
        : THUMBNAIL + 4 + SCORE + BAR + 3 + LABEL;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double thumbnail = compact ? COMPACT_THUMBNAIL : THUMBNAIL;
    picture.resizeRelocate(0, 0, width, thumbnail);
    rank.resizeRelocate(4, 4, Math.max(16, Math.ceil(rank.prefWidth(-1))), 16);
    double y = thumbnail + 4;
    scoreRow.resizeRelocate(0, y, width, SCORE);
    y += SCORE;
    bar.resizeRelocate(0, y, width, BAR);
    name.resizeRelocate(0, y + BAR + 3, width, compact ? COMPACT_LABEL : LABEL);
  }

  /** The score's size: harmful grows from the left edge, helpful from the right. */
  private static final class ShareBar extends Region {
    private final Region fill = new Region();
    private final boolean fromLeft;
    private double share;

    ShareBar(InfluenceKind kind) {
      fromLeft = kind == InfluenceKind.HARMFUL;
      getStyleClass().add("share-track");
      fill.getStyleClass().add("share-fill");
      getChildren().add(fill);
    }

    void show(double newShare) {
      share = newShare;
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      double length = Math.max(2, Math.round(getWidth() * share));
      fill.resizeRelocate(fromLeft ? 0 : getWidth() - length, 0, length, getHeight());
    }
  }
}
