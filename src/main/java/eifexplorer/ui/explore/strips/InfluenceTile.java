package eifexplorer.ui.explore.strips;

import static eifexplorer.ui.kit.Controls.downTriangle;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;
import static eifexplorer.ui.kit.Controls.upTriangle;
import static java.util.Objects.requireNonNull;

import eifexplorer.influence.ScoreStability;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A training image in a strip: thumbnail with rank, flag and number of harmed pairs, signed score, bar, label and the
 * likeliest labels. What is known later has its place from the beginning.
 */
final class InfluenceTile extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass STABLE = PseudoClass.getPseudoClass("stable");
  private static final PseudoClass EXCLUDED = PseudoClass.getPseudoClass("excluded");
  private static final double SCORE = 16;
  private static final double BAR = 4;
  private static final double LABEL = 29;
  private static final double COMPACT_LABEL = 15;
  private static final double LIKELY = 14;
  private static final double PILL = 16;

  private final StripsViewModel strips;
  private final PictureView picture;
  private final Label rank = label("", "pill", "rank-pill");
  private final Label move = label("", "pill", "rank-pill", "move-pill");
  private final Label harms = label("", "pill", "rank-pill");
  private final StackPane flag = new StackPane(new FontIcon(Feather.FLAG));
  private final StackPane excluded = new StackPane(new FontIcon(Feather.SLASH));
  private final StackPane picked = new StackPane(new FontIcon(Feather.CHECK_SQUARE));
  private final StackPane copied = new StackPane(new FontIcon(Feather.COPY));
  private final Circle stable = new Circle(3);
  private final Label score = label("", "mono", "score");
  private final HBox scoreRow;
  private final ShareBar bar;
  private final NameLabel name = new NameLabel("tile-label");
  private final LikelyRow likeliest = new LikelyRow();
  private final LikelyRow second = new LikelyRow();
  private final Tip tip = Tips.on(this, "");
  private TileSize size = TileSize.USUAL;
  private @Nullable InfluenceItem item;

  InfluenceTile(StripsViewModel strips, InfluenceKind kind, PictureLoader pictures) {
    this.strips = strips;
    getStyleClass().addAll("tile", kind.word());
    setAccessibleRole(AccessibleRole.BUTTON);
    picture = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    bar = new ShareBar(kind);
    Polygon sign = kind == InfluenceKind.HARMFUL ? downTriangle(9) : upTriangle(9);
    stable.getStyleClass().add("stable-dot");
    scoreRow = new HBox(4, sign, stable, spacer(), score);
    scoreRow.setAlignment(Pos.CENTER_LEFT);
    name.setLines(2);
    name.setAlignment(Pos.TOP_LEFT);
    flag.getStyleClass().addAll("pill", "rank-pill", "flag-pill");
    excluded.getStyleClass().addAll("pill", "rank-pill", "excluded-pill");
    picked.getStyleClass().addAll("pill", "rank-pill", "picked-pill");
    copied.getStyleClass().addAll("pill", "rank-pill");
    getChildren()
        .addAll(
            picture, rank, move, harms, flag, excluded, picked, copied, scoreRow, bar, name,
            likeliest, second);
  }

  /** Shows another training image. */
  void show(InfluenceItem newItem) {
    item = newItem;
    picture.show(newItem.picture());
    rank.setText(Texts.count(newItem.rank()));
    move.setText(newItem.move());
    move.setVisible(!newItem.move().isEmpty());
    score.setText(newItem.scoreText());
    bar.show(newItem.share());
    name.setName(newItem.className());
    refresh();
  }

  /** Shows what is known by now, and whether it is the chosen one. */
  void refresh() {
    List<LikelyLabel> labels = strips.labels().of(requireNonNull(item).trainIndex());
    likeliest.show(labels.isEmpty() ? null : labels.get(0), true);
    second.show(labels.size() < 2 ? null : labels.get(1), false);
    String harmed = strips.harms(item.trainIndex());
    harms.setText(harmed);
    harms.setVisible(!harmed.isEmpty());
    boolean flagged = strips.flagged(item);
    flag.setVisible(flagged);
    copied.setVisible(strips.copied(item));
    boolean leftOut = strips.excluded(item);
    excluded.setVisible(leftOut);
    picture.pseudoClassStateChanged(EXCLUDED, leftOut);
    picked.setVisible(strips.picked().contains(item.trainIndex()));
    InfluenceItem chosen = strips.chosenProperty().get();
    pseudoClassStateChanged(
        SELECTED,
        chosen != null && chosen.kind() == item.kind() && chosen.trainIndex() == item.trainIndex());
    ScoreStability known = strips.stability().knownProperty().get();
    stable.setVisible(known != null);
    stable.pseudoClassStateChanged(STABLE, known != null && known.isStable(item.trainIndex()));
    describe(labels, harmed, flagged);
    requestLayout();
  }

  private void describe(List<LikelyLabel> labels, String harmed, boolean flagged) {
    String likely =
        labels.stream()
            .map(label -> label.text() + " " + label.className())
            .collect(Collectors.joining(", "));
    String holds = strips.stability().text(requireNonNull(item).trainIndex());
    tip.setText(
        joined(
            "\n",
            item.className(),
            item.sample().fileName(),
            likely.isEmpty() ? "" : Texts.of("likeliest by its nearest neighbours: {0}", likely),
            holds,
            copied.isVisible() ? Texts.of("this photograph is there more than once (Y)") : "",
            excluded.isVisible() ? Texts.of("left out of training once that is committed") : "",
            item.move().isEmpty() ? "" : Texts.of("against this pair alone: {0}", item.move())));
    setAccessibleText(
        joined(
            ", ",
            item.rankText(),
            Texts.of("score {0}", item.scoreText()),
            item.className(),
            likely.isEmpty() ? "" : Texts.of("likeliest {0}", likely),
            harmed,
            holds,
            flagged ? Texts.of("flagged") : "",
            copied.isVisible() ? Texts.of("there more than once") : "",
            excluded.isVisible() ? Texts.of("left out of training") : "",
            picked.isVisible() ? Texts.of("picked") : ""));
  }

  /** What there is to say, in its order. */
  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
  }

  /** Chooses what is shown; with the shortcut key picks it too, with a double click opens more of it. */
  void pressed(MouseEvent event, Runnable open) {
    strips.choose(item());
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (event.isShortcutDown()) {
      strips.togglePicked(item());
    } else if (event.getClickCount() == 2) {
      open.run();
    }
  }

  /** What is shown. */
  InfluenceItem item() {
    return requireNonNull(item);
  }

  /** Takes another size. */
  void resizeTo(TileSize newSize) {
    size = newSize;
    name.setLines(size.isShort() ? 1 : 2);
    second.setVisible(!size.isShort());
    requestLayout();
  }

  /** Height of every tile of a size. */
  static double height(TileSize size) {
    double fixed = size.thumbnail() + 4 + SCORE + BAR + 3 + LIKELY;
    return size.isShort() ? fixed + COMPACT_LABEL : fixed + LABEL + LIKELY;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double thumbnail = size.thumbnail();
    picture.resizeRelocate(0, 0, width, thumbnail);
    double rankWidth = pill(rank, 4, 4);
    pill(move, 4 + rankWidth + 2, 4);
    pill(harms, 4, thumbnail - 4 - PILL);
    double signs = width - 4 - PILL;
    for (StackPane sign : new StackPane[] {flag, excluded, picked, copied}) {
      sign.resizeRelocate(signs, 4, PILL, PILL);
      signs -= sign.isVisible() ? PILL + 2 : 0;
    }
    double y = thumbnail + 4;
    scoreRow.resizeRelocate(0, y, width, SCORE);
    y += SCORE;
    bar.resizeRelocate(0, y, width, BAR);
    y += BAR + 3;
    double label = size.isShort() ? COMPACT_LABEL : LABEL;
    name.resizeRelocate(0, y, width, label);
    likeliest.resizeRelocate(0, y + label, width, LIKELY);
    second.resizeRelocate(0, y + label + LIKELY, width, LIKELY);
  }

  private static double pill(Label pill, double x, double y) {
    double width = Math.max(PILL, Math.ceil(pill.prefWidth(-1)));
    pill.resizeRelocate(x, y, width, PILL);
    return width;
  }

  /** A likely label with its probability; one that is not the given label stands out if it is the likeliest. */
  private static final class LikelyRow extends Region {
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final double COLUMN = 26;

    private final Label probability = label("", "likely");
    private final NameLabel className = new NameLabel("likely");

    LikelyRow() {
      getChildren().addAll(probability, className);
    }

    void show(@Nullable LikelyLabel likely, boolean first) {
      probability.setText(likely == null ? "" : likely.shortText());
      className.setName(likely == null ? "" : likely.className());
      boolean differs = likely != null && first && !likely.given();
      probability.pseudoClassStateChanged(DIFFERS, differs);
      className.pseudoClassStateChanged(DIFFERS, differs);
    }

    @Override
    protected void layoutChildren() {
      probability.resizeRelocate(0, 0, COLUMN, getHeight());
      className.resizeRelocate(COLUMN, 0, getWidth() - COLUMN, getHeight());
    }
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
