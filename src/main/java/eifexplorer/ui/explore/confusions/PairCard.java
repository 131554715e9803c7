package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A pair's card: both thumbnails of 4 : 2.68 side by side, the distance 9 points over their lower edge, names below on up to two lines; what
 * is known of the pair in the upper corners. Reused as the list scrolls.
 */
final class PairCard extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass FIXED = PseudoClass.getPseudoClass("fixed");
  private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
  private static final double GAP = 4;
  private static final double RATIO = 75.0 / 112;
  private static final double ONE_LINE = 18;
  private static final double TWO_LINES = 30;
  private static final Font NAME_FONT = Font.font("Inter", 11);

  /** Of more classes it is taken for granted that one has a long name. */
  private static final int MEASURED = 2000;

  private static final double NAMES_GAP = 8;
  private static final double PILL_HEIGHT = 22;
  private static final double PILL_OVERLAP = 13;
  private static final double SIGN_HEIGHT = 18;
  private static final double SIGN_MARGIN = 4;

  /** What the sign counts, in a line. */
  private static final String DOUBTFUL =
      Texts.of(
          "So many of the pair's {0} most harmful training images have nearest neighbours that"
              + " prefer another label: worth a look, not proved wrong.",
          InfluenceSurvey.HARMFUL_RANKS);

  /** Border and padding, left and right or above and below. */
  private static final double INSETS = 11;

  private final PairListViewModel model;
  private final PairKnowledge known;
  private final PictureView wrong;
  private final PictureView confused;
  private final Label distance = label("", "pill", "mono", "distance-pill");
  private final Label reviewed = label(Texts.of("reviewed"), "pill", "reviewed-pill");
  private final Label doubtful = label("", "pill");
  private final Label copy = label(Texts.of("one photograph"), "pill", "copy-pill");
  private final Label note = label("", "pill");
  private final Label compared = label("", "pill", "compared-pill");
  private final Tip comparedTip = Tips.on(compared, "");
  private final Tip noteTip = Tips.on(note, "");
  private final NameLabel wrongClass = new NameLabel("small");
  private final NameLabel confusedClass = new NameLabel("small");
  private final FontIcon mutual = new FontIcon(Feather.REPEAT);
  private @Nullable PairItem item;

  PairCard(PairListViewModel model, PictureLoader pictures) {
    this.model = model;
    known = model.known();
    getStyleClass().add("pair-card");
    wrong = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    confused = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    distance.setAlignment(Pos.CENTER);
    wrongClass.setLines(2);
    wrongClass.setAlignment(Pos.TOP_LEFT);
    confusedClass.setLines(2);
    confusedClass.setAlignment(Pos.TOP_RIGHT);
    confusedClass.setTextAlignment(TextAlignment.RIGHT);
    reviewed.setGraphic(new FontIcon(Feather.CHECK));
    note.setGraphic(new FontIcon(Feather.MESSAGE_SQUARE));
    doubtful.setGraphic(new FontIcon(Feather.HELP_CIRCLE));
    copy.setGraphic(new FontIcon(Feather.COPY));
    copy.setId("copy");
    doubtful.setId("doubtful");
    Tips.on(doubtful, DOUBTFUL);
    getChildren()
        .addAll(
            wrong,
            confused,
            wrongClass,
            confusedClass,
            distance,
            reviewed,
            doubtful,
            note,
            copy,
            compared);
  }

  /** The pair shown; null if there is none. */
  @Nullable PairItem item() {
    return item;
  }

  /** Shows another pair; nothing for null. */
  void show(@Nullable PairItem newItem) {
    item = newItem;
    setVisible(item != null);
    wrong.show(item == null ? null : item.wrongPicture());
    confused.show(item == null ? null : item.confusedPicture());
    if (item != null) {
      distance.setText(
          Texts.distance(item.pair().distance()) + (item.mutual() ? Texts.of(" mutual") : ""));
      distance.setGraphic(item.mutual() ? mutual : null);
      wrongClass.setName(item.wrongClass());
      confusedClass.setName(item.confusedClass());
      showSigns();
      showSelection();
      requestLayout();
    }
  }

  /** Shows whether the pair was looked at and how many of its most harmful images are doubtful. */
  void showSigns() {
    if (item != null) {
      reviewed.setVisible(known.reviewed(item));
      String noted = known.note(item);
      note.setVisible(!noted.isEmpty());
      noteTip.setText(noted);
      showComparison(item);
      copy.setVisible(known.copies(item));
      int suspects = known.suspects(item).orElse(0);
      doubtful.setVisible(suspects > 0);
      doubtful.setText(doubtful(suspects));
      requestLayout();
    }
  }

  private void showComparison(PairItem of) {
    Optional<DiffKind> kind = known.compared(of);
    // Most pairs are confused by both models: marking those as well would hide photographs and the
    // marks that tell something.
    compared.setVisible(kind.isPresent() && !kind.equals(Optional.of(DiffKind.STILL)));
    compared.setText(kind.map(DiffKind::word).orElse(""));
    compared.pseudoClassStateChanged(FIXED, kind.equals(Optional.of(DiffKind.FIXED)));
    compared.pseudoClassStateChanged(NEW, kind.equals(Optional.of(DiffKind.NEW)));
    ComparedPairs with = known.comparisonProperty().get();
    comparedTip.setText(with == null ? "" : kind.map(with::meaning).orElse(""));
  }

  /** True if it is the chosen pair's. */
  boolean isChosen() {
    return item != null && item.isOf(model.selectedProperty().get());
  }

  /** Shows whether the pair is chosen, and whether it is picked. */
  void showSelection() {
    pseudoClassStateChanged(PICKED, item != null && model.picks().contains(item));
    pseudoClassStateChanged(SELECTED, isChosen());
  }

  /** So many doubtful images: {@code 4 doubtful}. */
  private static String doubtful(int count) {
    return Texts.of("{0} doubtful", Texts.count(count));
  }

  /** The pair as it is read aloud. */
  static String spoken(PairItem item, PairKnowledge known) {
    OptionalInt doubtful = known.suspects(item);
    return Texts.of(
        "{0} taken for {1}{2}, distance {3}{4}{5}",
        item.wrongClass(),
        item.confusedClass(),
        item.mutual() ? Texts.of(" and the other way round") : "",
        Texts.distance(item.pair().distance()),
        (known.copies(item) ? Texts.of(", the same photograph") : "")
            + (known.reviewed(item) ? Texts.of(", reviewed") : "")
            + known.compared(item).map(kind -> ", " + kind.word()).orElse("")
            + (known.note(item).isEmpty() ? "" : Texts.of(", noted: {0}", known.note(item))),
        doubtful.isPresent() ? ", " + doubtful(doubtful.getAsInt()) : "");
  }

  /**
   * The height of a card of this width.
   *
   * @param names of the classes: with a long one there is a second line for all
   */
  static double heightFor(double width, Collection<String> names) {
    double half = (width - 10 - 2 * GAP) / 2;
    ToDoubleFunction<String> measure = NameLabel.widthIn(NAME_FONT);
    boolean oneLine =
        names.size() <= MEASURED
            && names.stream().allMatch(name -> measure.applyAsDouble(name) < half);
    return INSETS + pictureHeight(width - 10) + NAMES_GAP + (oneLine ? ONE_LINE : TWO_LINES);
  }

  private static double pictureHeight(double inner) {
    return Math.round((inner - GAP) / 2 * RATIO);
  }

  @Override
  protected void layoutChildren() {
    double x = snappedLeftInset();
    double y = snappedTopInset();
    double inner = getWidth() - x - snappedRightInset();
    double side = Math.floor((inner - GAP) / 2);
    double height = pictureHeight(inner);
    wrong.resizeRelocate(x, y, side, height);
    confused.resizeRelocate(x + inner - side, y, side, height);
    double pill = Math.ceil(distance.prefWidth(-1));
    distance.resizeRelocate(
        x + Math.round((inner - pill) / 2), y + height - PILL_OVERLAP, pill, PILL_HEIGHT);
    double sign = Math.ceil(reviewed.prefWidth(-1));
    reviewed.resizeRelocate(x + SIGN_MARGIN, y + SIGN_MARGIN, sign, SIGN_HEIGHT);
    sign = Math.ceil(doubtful.prefWidth(-1));
    doubtful.resizeRelocate(x + inner - SIGN_MARGIN - sign, y + SIGN_MARGIN, sign, SIGN_HEIGHT);
    sign = Math.ceil(note.prefWidth(-1));
    note.resizeRelocate(x + SIGN_MARGIN, y + height - SIGN_MARGIN - SIGN_HEIGHT, sign, SIGN_HEIGHT);
    sign = Math.ceil(compared.prefWidth(-1));
    double below = doubtful.isVisible() ? SIGN_HEIGHT + 2 : 0;
    compared.resizeRelocate(
        x + inner - SIGN_MARGIN - sign, y + SIGN_MARGIN + below, sign, SIGN_HEIGHT);
    double beside = doubtful.isVisible() ? Math.ceil(doubtful.prefWidth(-1)) + SIGN_MARGIN : 0;
    sign = Math.ceil(copy.prefWidth(-1));
    boolean second = reviewed.isVisible() || sign + beside + 2 * SIGN_MARGIN > inner;
    copy.resizeRelocate(
        x + SIGN_MARGIN,
        y + (second ? 2 * SIGN_MARGIN + SIGN_HEIGHT : SIGN_MARGIN),
        sign,
        SIGN_HEIGHT);
    layoutNames(x, y + height + NAMES_GAP, inner - 2 * GAP);
  }

  /** A name that needs less than half leaves the rest to the other. */
  private void layoutNames(double x, double y, double room) {
    double left = wrongClass.prefWidth(-1);
    double right = confusedClass.prefWidth(-1);
    if (left + right > room) {
      left = Math.min(left, Math.max(room / 2, room - right));
      right = room - left;
    }
    double height = getHeight() - snappedBottomInset() - y;
    wrongClass.resizeRelocate(x, y, left, height);
    confusedClass.resizeRelocate(x + room + 2 * GAP - right, y, right, height);
  }
}
