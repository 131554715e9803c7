package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.review.Reason;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.List;
import java.util.function.IntPredicate;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the queue: picture, given label, the two strongest reasons, or what was decided. */
final class QueueCell extends ListCell<Integer> {
  private static final PseudoClass DECIDED = PseudoClass.getPseudoClass("decided");
  private static final double SIDE = 56;

  /** Below this width there is room for one reason. */
  private static final double NARROW = 270;

  /** Of both reasons, as many as there is room for. */
  private static final int LETTERS = 27;

  private final QueueViewModel queue;
  private final IntPredicate copied;
  private final PictureView picture;
  private final NameLabel name = new NameLabel("row-name");
  private final Label rank = label("", "small", "muted");
  private final HBox second = new HBox(4);
  private final HBox row;

  /** Held by the cell alone, so that a cell nobody uses any more is not told. */
  private final InvalidationListener signs = value -> showItem();

  QueueCell(QueueViewModel queue, PictureLoader pictures, IntPredicate copied) {
    this.queue = queue;
    this.copied = copied;
    getStyleClass().add("queue-cell");
    setPrefWidth(0);
    picture = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    picture.setMinSize(SIDE, SIDE);
    picture.setMaxSize(SIDE, SIDE);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    rank.setMinWidth(USE_PREF_SIZE);
    second.setAlignment(Pos.CENTER_LEFT);
    second.setMinWidth(0);
    HBox first = new HBox(8, name, rank);
    first.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(6, first, second);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(10, picture, words);
    row.getStyleClass().add("queue-row");
    row.setAlignment(Pos.CENTER_LEFT);
    widthProperty().addListener(signs);
    queue.signsProperty().addListener(new WeakInvalidationListener(signs));
  }

  @Override
  protected void updateItem(Integer trainIndex, boolean empty) {
    super.updateItem(trainIndex, empty);
    if (empty || trainIndex == null) {
      picture.show(null);
      setGraphic(null);
      setAccessibleText(null);
    } else {
      setGraphic(row);
      showItem();
    }
  }

  private void showItem() {
    if (getItem() == null || isEmpty() || !queue.isListed(getItem())) {
      return;
    }
    QueueItem item = queue.item(getItem());
    picture.show(item.picture());
    name.setName(item.className());
    String place = item.rank() == 0 ? "" : String.valueOf(item.rank());
    rank.setText(place);
    boolean noted = !item.note().isEmpty();
    rank.setGraphic(noted ? new FontIcon(Feather.EDIT_3) : null);
    boolean decided = !item.decision().isEmpty();
    pseudoClassStateChanged(DECIDED, decided);
    second.getChildren().clear();
    if (item.spotCheck()) {
      second.getChildren().add(spotCheck());
    }
    if (copied.test(getItem())) {
      second.getChildren().add(copy());
    }
    if (decided) {
      Label said = label(item.decision(), "row-detail");
      said.setGraphic(new FontIcon(Feather.CHECK));
      said.setMinWidth(0);
      second.getChildren().add(said);
    } else {
      int pills = item.spotCheck() ? 0 : roomFor(item.reasons());
      item.reasons().subList(0, pills).forEach(reason -> second.getChildren().add(pill(reason)));
      int others = item.more() + item.reasons().size() - pills;
      if (others > 0) {
        Label more = label("+" + others, "small", "muted");
        more.setMinWidth(USE_PREF_SIZE);
        second.getChildren().add(more);
      }
      second.getChildren().add(spacer());
    }
    setAccessibleText(item.spoken());
  }

  private int roomFor(List<Reason> reasons) {
    int letters = reasons.stream().mapToInt(reason -> reason.chip().length()).sum();
    return getWidth() < NARROW || letters > LETTERS ? Math.min(1, reasons.size()) : reasons.size();
  }

  private static Label copy() {
    Label icon = label("", "pill");
    icon.setGraphic(new FontIcon(Feather.COPY));
    icon.setMinWidth(USE_PREF_SIZE);
    icon.setAccessibleText(Texts.of("there more than once"));
    Tips.on(
        icon, Texts.of("This photograph is there more than once; Y in Explore shows its copies."));
    return icon;
  }

  private static Label spotCheck() {
    Label word = label(Texts.of("spot check"), "small", "muted", "pill");
    word.setMinWidth(USE_PREF_SIZE);
    Tips.on(word, Texts.of("Drawn at random, to know how many wrong labels remain."));
    return word;
  }

  private static HBox pill(Reason reason) {
    Label word = label(Texts.said(reason.detector().chip()), "small", "muted");
    Label value = label(ReasonText.of(reason), "small");
    value.setMinWidth(USE_PREF_SIZE);
    HBox pill = new HBox(4, word, value);
    pill.getStyleClass().add("pill");
    pill.setAlignment(Pos.CENTER);
    pill.setMinWidth(0);
    Tips.on(
        pill,
        Texts.said(reason.detector().title()) + ": " + Texts.said(reason.detector().measures()));
    return pill;
  }
}
