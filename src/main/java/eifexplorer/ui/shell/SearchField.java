package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.label;

import atlantafx.base.controls.CustomTextField;
import eifexplorer.ui.kit.KeyCaps;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.SearchHit;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The search of the top bar. What it finds hangs below it, over the page; the caret stays in the field, the arrows choose,
 * Enter goes there.
 */
final class SearchField extends CustomTextField {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double RESULTS_WIDTH = 420;
  private static final double SIDE = 32;

  private final SearchViewModel model;
  private final PictureLoader pictures;
  private final VBox results = new VBox();
  private final HBox cap = new HBox(2);

  /**
   * A field.
   *
   * @param pictures loads what was found
   * @param over the pane over the whole window that results are put into
   */
  SearchField(ExplorerWindowViewModel window, PictureLoader pictures, Pane over) {
    this.model = window.search();
    this.pictures = pictures;
    setId("search");
    setPromptText(Texts.of("Class, file or pair number"));
    setAccessibleText(Texts.of("Search classes, file names, pair numbers and paths"));
    textProperty().bindBidirectional(model.textProperty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    getStyleClass().add("search-field");
    cap.setMouseTransparent(true);
    cap.setAlignment(Pos.CENTER_RIGHT);
    setLeft(new FontIcon(Feather.SEARCH));
    setRight(cap);
    results.getStyleClass().add("search-results");
    results.setManaged(false);
    results.setVisible(false);
    over.getChildren().add(results);
    model.hits().addListener((ListChangeListener<SearchHit>) change -> fill());
    model.answeredProperty().addListener((value, old, now) -> fill());
    model.chosenProperty().addListener((value, old, now) -> mark());
    focusedProperty().addListener((value, old, now) -> place());
    window.keys().mapProperty().addListener((value, old, now) -> showKey(window));
    showKey(window);
  }

  /** A small window has no room for the key. */
  void compact(boolean small) {
    setRight(small ? null : cap);
  }

  /** Puts the caret into the field. */
  void focusField() {
    requestFocus();
    selectAll();
  }

  /** Empties the field and gives the keyboard to the page; false if the caret is elsewhere. */
  boolean leaveField() {
    if (!isFocused()) {
      return false;
    }
    model.clear();
    leave();
    return true;
  }

  private void showKey(ExplorerWindowViewModel window) {
    cap.getChildren().clear();
    for (String key : KeyCaps.of(window.keys().mapProperty().get().key(WindowCommand.SEARCH))) {
      cap.getChildren().add(label(key, "key-cap"));
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> model.step(1);
      case UP -> model.step(-1);
      case ENTER -> {
        if (model.goToChosen()) {
          leave();
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Gives the keyboard to the page. */
  private void leave() {
    getScene().getRoot().requestFocus();
  }

  private void fill() {
    results.getChildren().clear();
    String group = "";
    for (int i = 0; i < model.hits().size(); i++) {
      SearchHit hit = model.hits().get(i);
      if (!hit.group().equals(group)) {
        group = hit.group();
        results.getChildren().add(label(group, "section-head", "search-group"));
      }
      results.getChildren().add(row(hit));
    }
    if (model.hits().isEmpty()) {
      results.getChildren().add(label(Texts.of("Nothing has these words"), "muted", "search-none"));
    }
    mark();
    place();
  }

  private HBox row(SearchHit hit) {
    Label title = label(hit.title(), "search-title");
    Label detail = label(hit.detail(), "small", "muted");
    HBox row = new HBox(8);
    row.setAlignment(Pos.CENTER_LEFT);
    for (Picture picture : hit.pictures()) {
      PictureView view = new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
      view.setMinSize(SIDE, SIDE);
      view.setMaxSize(SIDE, SIDE);
      view.setPrefSize(SIDE, SIDE);
      view.show(picture);
      row.getChildren().add(view);
    }
    row.getChildren().add(new VBox(title, detail));
    row.getStyleClass().add("search-row");
    row.setUserData(hit);
    row.setAccessibleText(hit.group() + ": " + hit.title() + ", " + hit.detail());
    // The press comes before the field loses the keyboard and the results with it.
    row.setOnMousePressed(
        event -> {
          model.goTo(hit);
          leave();
        });
    return row;
  }

  private void mark() {
    int chosen = model.chosenProperty().get();
    SearchHit hit = chosen < 0 || chosen >= model.hits().size() ? null : model.hits().get(chosen);
    results
        .getChildren()
        .forEach(
            node -> node.pseudoClassStateChanged(CHOSEN, hit != null && node.getUserData() == hit));
    setAccessibleHelp(hit == null ? "" : hit.group() + ": " + hit.title());
  }

  /** Hangs the results below the field, kept inside the window. */
  private void place() {
    results.setVisible(isFocused() && model.answeredProperty().get());
    if (!results.isVisible() || results.getParent() == null) {
      return;
    }
    results.applyCss();
    Bounds mine = results.getParent().sceneToLocal(localToScene(getLayoutBounds()));
    double width = Math.max(RESULTS_WIDTH, mine.getWidth());
    results.resizeRelocate(
        mine.getMaxX() - width, mine.getMaxY() + 4, width, results.prefHeight(width));
  }
}
