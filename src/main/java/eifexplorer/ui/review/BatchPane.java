package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.PictureLoader;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The suspects of one class, several of which are decided about together. */
final class BatchPane extends VBox {
  private final BatchViewModel model;
  private final PictureLoader pictures;
  private final QueueViewModel queue;
  private final ClassSearch search;
  private final Button another;
  private final Label title = label("", "h1");
  private final Label chosen = label("", "muted");
  private final FlowPane grid = new FlowPane(8, 8);
  private final List<BatchTile> tiles = new ArrayList<>();
  private final List<CandidateCard> cards = new ArrayList<>();

  BatchPane(ReviewViewModel review, PictureLoader pictures, Flyout flyout) {
    super(8);
    this.model = review.batch();
    this.queue = review.queue();
    this.pictures = pictures;
    search = new ClassSearch(review, flyout);
    another = button("another class", this::typeClass, "flat-button");
    another.setGraphic(key("/"));
    getStyleClass().addAll("review-centre", "batch-pane");
    HBox head =
        new HBox(
            12,
            title,
            chosen,
            spacer(),
            hint("Space", "choose"),
            hint("0", "keep"),
            hint("X", "unsure"),
            hint("D", "exclude"),
            button("All", model::toggleAll, "small-button"),
            button("One by one", model::toggleOpen, "small-button"));
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText("Suspects of the class");
    scroll.setId("batch");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox row = new HBox(8);
    for (int k = 1; k <= Suggested.CANDIDATES; k++) {
      int of = k;
      CandidateCard card = new CandidateCard(pictures, String.valueOf(k), () -> model.choose(of));
      card.compact(true);
      card.setPrefWidth(0);
      HBox.setHgrow(card, Priority.ALWAYS);
      cards.add(card);
      row.getChildren().add(card);
    }
    getChildren().addAll(head, scroll, question(), row);
    InvalidationListener fill = value -> fill();
    model.openProperty().addListener(fill);
    model.images().addListener(fill);
    InvalidationListener mark = value -> mark();
    model.chosen().addListener(mark);
    model.cursorProperty().addListener(mark);
    model.candidates().addListener((InvalidationListener) value -> showCandidates());
  }

  private HBox question() {
    HBox line = new HBox(label("Which class are they?", "h2"), spacer(), another);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void typeClass() {
    search.open(another, model::chooseLabel);
  }

  private static HBox hint(String key, String does) {
    HBox hint = new HBox(4, key(key), label(does, "small", "muted"));
    hint.setAlignment(Pos.CENTER);
    hint.setMinWidth(USE_PREF_SIZE);
    return hint;
  }

  private void fill() {
    title.setText(model.title());
    tiles.clear();
    for (int trainIndex : model.openProperty().get() ? model.images() : List.<Integer>of()) {
      tiles.add(new BatchTile(pictures, queue.item(trainIndex), () -> model.toggle(trainIndex)));
    }
    grid.getChildren().setAll(tiles);
    mark();
  }

  private void mark() {
    tiles.forEach(tile -> tile.mark(model.chosen(), model.cursorProperty().get()));
    chosen.setText(model.chosenText());
  }

  private void showCandidates() {
    for (int k = 0; k < cards.size(); k++) {
      cards.get(k).show(k < model.candidates().size() ? model.candidates().get(k) : null, false);
    }
  }

  /** Does a command of a batch; false if it is none. */
  boolean perform(ReviewCommand command) {
    switch (command) {
      case CHOOSE_FIRST -> model.choose(1);
      case CHOOSE_SECOND -> model.choose(2);
      case CHOOSE_THIRD -> model.choose(3);
      case CHOOSE_FOURTH -> model.choose(4);
      case CHOOSE_FIFTH -> model.choose(5);
      case KEEP_LABEL -> model.keep();
      case UNSURE -> model.unsure();
      case EXCLUDE_IMAGE -> model.exclude();
      case TYPE_CLASS -> typeClass();
      case PREVIOUS_IMAGE -> model.move(-1);
      case NEXT_IMAGE -> model.move(1);
      case CHOOSE_IN_BATCH -> toggleCursor();
      case SELECT_ALL -> model.toggleAll();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void toggleCursor() {
    if (model.cursorProperty().get() >= 0) {
      model.toggle(model.cursorProperty().get());
    }
  }
}
