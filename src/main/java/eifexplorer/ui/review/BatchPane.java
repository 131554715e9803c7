package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.photo.ZoomCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The suspects of one class, several of which are decided about together. */
final class BatchPane extends VBox {
  private static final double ZOOM_STEP = 1.25;

  private final BatchViewModel model;
  private final PictureLoader pictures;
  private final QueueViewModel queue;
  private final ClassSearch search;
  private final Button another;
  private final Label title = label("", "h1");
  private final Label chosen = label("", "muted");
  private final FlowPane grid = new FlowPane(8, 8);
  private final ScrollPane scroll = new ScrollPane(grid);
  private final List<BatchTile> tiles = new ArrayList<>();
  private final List<CandidateCard> cards = new ArrayList<>();

  BatchPane(ReviewViewModel review, PictureLoader pictures, Flyout flyout) {
    super(8);
    this.model = review.batch();
    this.queue = review.queue();
    this.pictures = pictures;
    search =
        new ClassSearch(
            review,
            flyout,
            new ClassSearch.Answers(
                model::chooseLabel, Optional.empty(), model::newClass, model::none));
    another = button(Texts.of("another class"), this::typeClass, "flat-button");
    another.setGraphic(key("/"));
    getStyleClass().addAll("review-centre", "batch-pane");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Texts.of("Images that are decided about together"));
    scroll.setId("batch");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll, question(), cardRow());
    InvalidationListener fill = value -> fill();
    model.openProperty().addListener(fill);
    model.images().addListener(fill);
    InvalidationListener mark = value -> mark();
    model.chosen().addListener(mark);
    model.cursorProperty().addListener(mark);
    InvalidationListener size = value -> resizeTiles();
    model.widthProperty().addListener(size);
    model.wholeProperty().addListener(size);
    model.candidates().addListener((InvalidationListener) value -> showCandidates());
  }

  private HBox head() {
    title.setMinWidth(0);
    chosen.setMinWidth(USE_PREF_SIZE);
    Slider size = new Slider(BatchViewModel.SMALLEST, BatchViewModel.LARGEST, 0);
    size.valueProperty().bindBidirectional(model.widthProperty());
    size.setPrefWidth(90);
    size.setFocusTraversable(false);
    size.setAccessibleText(Texts.of("Size of the pictures"));
    CheckBox whole = new CheckBox(Texts.of("whole"));
    whole.selectedProperty().bindBidirectional(model.wholeProperty());
    whole.setFocusTraversable(false);
    whole.setMinWidth(USE_PREF_SIZE);
    HBox head =
        new HBox(
            12,
            title,
            chosen,
            spacer(),
            size,
            whole,
            button(Texts.of("All"), model::toggleAll, "small-button"),
            button(Texts.of("One by one"), model::toggleOpen, "small-button"));
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox cardRow() {
    HBox row = new HBox(8);
    for (int k = 1; k <= Suggested.CANDIDATES; k++) {
      int of = k;
      CandidateCard card =
          new CandidateCard(
              pictures, String.valueOf(k), 2, () -> ifSeen(() -> model.choose(of)), enlarged -> {});
      card.setPrefWidth(0);
      HBox.setHgrow(card, Priority.ALWAYS);
      cards.add(card);
      row.getChildren().add(card);
    }
    return row;
  }

  private HBox question() {
    HBox line =
        new HBox(
            12,
            label(Texts.of("Which class are they?"), "h2"),
            spacer(),
            hint("Space", Texts.of("choose")),
            hint("0", Texts.of("keep")),
            hint("X", Texts.of("unsure")),
            hint("D", Texts.of("exclude")),
            another);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void typeClass() {
    ifSeen(() -> search.open(another));
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
      QueueItem item = queue.item(trainIndex);
      String why = item.reasons().isEmpty() ? "" : item.reasons().get(0).chip().replace('-', '−');
      tiles.add(
          new BatchTile(
              pictures,
              new BatchTile.Shown(
                  trainIndex,
                  item.picture(),
                  why.isEmpty() ? List.of() : List.of(why),
                  item.spoken()),
              () -> model.toggle(trainIndex)));
    }
    grid.getChildren().setAll(tiles);
    resizeTiles();
    mark();
  }

  private void resizeTiles() {
    tiles.forEach(tile -> tile.resize(model.widthProperty().get(), model.wholeProperty().get()));
  }

  private void mark() {
    int cursor = model.cursorProperty().get();
    for (BatchTile tile : tiles) {
      boolean at = tile.trainIndex() == cursor;
      tile.mark(model.chosen().contains(tile.trainIndex()), at);
      if (at) {
        bringIntoSight(tile);
      }
    }
    chosen.setText(model.chosenText());
  }

  private void bringIntoSight(BatchTile tile) {
    Bounds place = tile.getBoundsInParent();
    double room = grid.getHeight() - scroll.getViewportBounds().getHeight();
    double from = scroll.getVvalue() * room;
    if (room <= 0) {
      return;
    }
    if (place.getMinY() < from) {
      scroll.setVvalue(place.getMinY() / room);
    } else if (place.getMaxY() > from + scroll.getViewportBounds().getHeight()) {
      scroll.setVvalue((place.getMaxY() - scroll.getViewportBounds().getHeight()) / room);
    }
  }

  private void showCandidates() {
    for (int k = 0; k < cards.size(); k++) {
      cards.get(k).show(k < model.candidates().size() ? model.candidates().get(k) : null, false);
    }
  }

  /** Does a command of a batch; false if it is none. */
  boolean perform(ReviewCommand command) {
    switch (command) {
      case CHOOSE_FIRST -> ifSeen(() -> model.choose(1));
      case CHOOSE_SECOND -> ifSeen(() -> model.choose(2));
      case CHOOSE_THIRD -> ifSeen(() -> model.choose(3));
      case CHOOSE_FOURTH -> ifSeen(() -> model.choose(4));
      case CHOOSE_FIFTH -> ifSeen(() -> model.choose(5));
      case KEEP_LABEL -> ifSeen(model::keep);
      case UNSURE -> ifSeen(model::unsure);
      case EXCLUDE_IMAGE -> ifSeen(model::exclude);
      case NONE_OF_THESE -> ifSeen(model::none);
      case TYPE_CLASS -> typeClass();
      case PREVIOUS_IMAGE -> model.move(-1);
      case NEXT_IMAGE -> model.move(1);
      case PREVIOUS_CLASS -> model.move(-columns());
      case NEXT_CLASS -> model.move(columns());
      case CHOOSE_IN_BATCH -> toggleCursor();
      case SELECT_ALL -> model.toggleAll();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Nothing is decided about pictures that are not there yet. */
  private void ifSeen(Runnable decision) {
    List<Integer> meant = model.meant();
    if (tiles.stream().filter(t -> meant.contains(t.trainIndex())).allMatch(BatchTile::isSettled)) {
      decision.run();
    }
  }

  /** Tiles of a row. */
  private int columns() {
    return Math.max(
        1, (int) tiles.stream().filter(t -> t.getLayoutY() == tiles.get(0).getLayoutY()).count());
  }

  /** Makes the pictures larger or smaller, whole or filling their places. */
  void zoom(ZoomCommand command) {
    switch (command) {
      case ZOOM_IN -> model.zoom(ZOOM_STEP);
      case ZOOM_OUT -> model.zoom(1 / ZOOM_STEP);
      case ACTUAL_SIZE -> model.wholeProperty().set(!model.wholeProperty().get());
    }
  }

  private void toggleCursor() {
    if (model.cursorProperty().get() >= 0) {
      model.toggle(model.cursorProperty().get());
    }
  }
}
