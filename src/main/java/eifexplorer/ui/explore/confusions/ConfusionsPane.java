package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;

import atlantafx.base.controls.CustomTextField;
import eifexplorer.ui.kit.ColumnEdge;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The left column: pairs, class pairs or classes, with one search for the three. Its right edge can be dragged; Escape goes
 * back to where pairs were opened.
 */
public final class ConfusionsPane extends StackPane {
  private static final double USUAL = 256;
  private static final double COMPACT = 208;

  /** Room for another column of cards; there is one for each such part of the screen beyond its usual width. */
  private static final double CARD_COLUMN = 224;

  private static final double SCREEN_PER_COLUMN = 560;
  private static final double USUAL_SCREEN = 1240;

  /** Of the screen's width, so that the middle keeps its tiles. */
  private static final double WIDEST_SHARE = 0.38;

  private final ConfusionsViewModel model;
  private final CustomTextField search = new CustomTextField();
  private final PairsPane pairs;
  private final RowListPane<ClassPairRow> classPairs;
  private final RowListPane<ClassRow> classes;
  private final MatrixSheet matrix;
  private final VBox head;
  private final StackPane body = new StackPane();
  private final VBox column = new VBox(8);
  private final Flyout flyout;
  private final NoteForm note;
  private final ConfusionMenus menus;
  private double usual = USUAL;

  /** A view of the column; its filter opens in {@code flyout}. */
  public ConfusionsPane(ConfusionsViewModel model, PictureLoader pictures, Flyout flyout) {
    this.model = model;
    this.flyout = flyout;
    getStyleClass().add("confusions");
    note = new NoteForm(model.pairs(), flyout);
    menus = new ConfusionMenus(model, this, this::openNote);
    pairs =
        new PairsPane(
            model.pairs(),
            pictures,
            menus,
            new FilterPopover(model.pairs(), model.savedFilters(), flyout));
    classPairs = classPairs();
    classes = classes();
    matrix = new MatrixSheet(model, menus, this::openCell, this::back);
    VBox.setVgrow(body, Priority.ALWAYS);
    head = head();
    column.getChildren().addAll(head, body);
    getChildren()
        .addAll(
            column,
            new ColumnEdge(
                this,
                HPos.RIGHT,
                Texts.of(
                    "Drag for longer names and more columns of pairs; double click for the usual"
                        + " width"),
                this::drag,
                () -> model.widthProperty().set(0)));
    connect();
  }

  private void connect() {
    matrix.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    widthProperty().addListener((value, old, now) -> placeMatrix());
    parentProperty()
        .flatMap(Parent::layoutBoundsProperty)
        .addListener((value, old, now) -> fitWidth());
    model.widthProperty().addListener((value, old, now) -> fitWidth());
    model.formProperty().addListener((value, old, now) -> showForm());
    model.matrixOpenProperty().addListener((value, old, now) -> showMatrix());
    fitWidth();
    showForm();
    showMatrix();
  }

  private VBox head() {
    Segments<Form> forms =
        new Segments<>(List.of(Form.values()), Form::title, model.formProperty(), model::showForm);
    forms.getStyleClass().add("wide-segments");
    VBox head = new VBox(8, forms, searchField());
    head.getStyleClass().add("column-head");
    return head;
  }

  /** Has cards of pairs saved by this from now on. */
  public void saveCardsWith(Runnable save) {
    menus.saveCardsWith(save);
  }

  /** Puts a line between the forms and the search. */
  public void addToHead(Node line) {
    head.getChildren().add(1, line);
  }

  private CustomTextField searchField() {
    search.setId("pair-filter");
    search.setPromptText(Texts.of("Class or file name"));
    search.setAccessibleText(Texts.of("Search the list for class or file names"));
    search.setLeft(new FontIcon(Feather.SEARCH));
    search.textProperty().bindBidirectional(model.pairs().filterProperty());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInSearch);
    return search;
  }

  private void keyInSearch(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN, ENTER, ESCAPE -> focusList();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private RowListPane<ClassPairRow> classPairs() {
    Button openMatrix = button(Texts.of("Matrix"), () -> model.openMatrix(true), "small-button");
    openMatrix.setGraphic(new FontIcon(Feather.GRID));
    openMatrix.setId("open-matrix");
    openMatrix.setAccessibleText(Texts.of("Show the class pairs as a matrix"));
    Tips.on(openMatrix, Texts.of("Show the class pairs as a matrix"));
    openMatrix
        .contentDisplayProperty()
        .bind(
            widthProperty()
                .map(
                    width ->
                        width.doubleValue() < USUAL
                            ? ContentDisplay.GRAPHIC_ONLY
                            : ContentDisplay.LEFT));
    openMatrix.disableProperty().bind(model.matrix().cellProperty().isNull());
    RowListPane<ClassPairRow> pane =
        new RowListPane<>(
            model.classPairs(),
            SortHeads.ofClassPairs(model.classPairs()),
            () -> new ClassPairCell(menus),
            ClassPairCell.HEIGHT,
            new HBox(
                4, openMatrix, exportButton(Texts.of("the class pairs"), menus::exportClassPairs)),
            this::open,
            model::clearFilters);
    pane.setId("class-pairs");
    return pane;
  }

  private RowListPane<ClassRow> classes() {
    RowListPane<ClassRow> pane =
        new RowListPane<>(
            model.classes(),
            SortHeads.ofClasses(model.classes()),
            () -> new ClassCell(menus),
            ClassCell.HEIGHT,
            exportButton(Texts.of("the classes"), menus::exportClasses),
            this::open,
            model::clearFilters);
    pane.setId("classes");
    return pane;
  }

  static Button exportButton(String what, Runnable export) {
    return iconButton(Feather.DOWNLOAD, Texts.of("Export {0} as listed", what), export);
  }

  /** Has something said over the lists. */
  public void say(Node finding) {
    VBox.setMargin(finding, new Insets(0, 12, 0, 12));
    column.getChildren().add(1, finding);
  }

  /** Asks for a note on the pairs that are meant. */
  public void openNote() {
    note.open(model.formProperty().get() == Form.PAIRS ? pairs.anchor() : search);
  }

  private void open(ClassPairRow row) {
    model.open(row);
    focusList();
  }

  private void open(ClassRow row) {
    model.open(row);
    focusList();
  }

  private void openCell() {
    model.openCell();
    if (!model.matrixOpenProperty().get()) {
      focusList();
    }
  }

  private void escape(KeyEvent event) {
    boolean inList = event.getTarget() != search;
    if (event.getCode() == KeyCode.ESCAPE && inList && back()) {
      event.consume();
    }
  }

  /** Drops the picked pairs, closes the matrix, or goes back to where the pairs were opened; false if there is none of it. */
  public boolean back() {
    boolean done = model.back();
    if (done && !model.matrixOpenProperty().get()) {
      focusList();
    }
    return done;
  }

  private void showForm() {
    flyout.close();
    body.getChildren().setAll(list());
  }

  /** What is not listed is not in the scene, so that it costs nothing. */
  private Node list() {
    return switch (model.formProperty().get()) {
      case PAIRS -> pairs;
      case CLASS_PAIRS -> classPairs;
      case CLASSES -> classes;
    };
  }

  private void showMatrix() {
    matrix.setVisible(model.matrixOpenProperty().get());
    if (matrix.isVisible()) {
      matrix.focus();
    }
  }

  /** What opens over the screen, to be laid over all of it: the matrix, which leaves the column free. */
  public Node overlay() {
    return matrix;
  }

  private void placeMatrix() {
    StackPane.setMargin(matrix, new Insets(0, 0, 0, getWidth()));
  }

  private void drag(double to) {
    model.widthProperty().set(Math.max(usual, Math.min(widest(), to)));
  }

  private double widest() {
    double room = getParent() == null ? 0 : getParent().getLayoutBounds().getWidth();
    return Math.max(usual, room * WIDEST_SHARE);
  }

  /** As wide as was asked for, if there is room; without a wish as the screen is. */
  private void fitWidth() {
    double wish = model.widthProperty().get();
    double width = wish > 0 ? Math.max(usual, Math.min(widest(), wish)) : usualWidth();
    setMinWidth(width);
    setMaxWidth(width);
  }

  /** More columns of cards on a wide screen: two at 1920 points, three at 2560. */
  private double usualWidth() {
    double room = getParent() == null ? 0 : getParent().getLayoutBounds().getWidth();
    double more = Math.max(0, Math.floor((room - USUAL_SCREEN) / SCREEN_PER_COLUMN));
    return Math.max(usual, Math.min(widest(), usual + more * CARD_COLUMN));
  }

  /** Puts the caret into the search. */
  public void focusFilter() {
    search.requestFocus();
    search.selectAll();
  }

  /** Gives the list the keyboard. */
  public void focusList() {
    switch (model.formProperty().get()) {
      case PAIRS -> pairs.focus();
      case CLASS_PAIRS -> classPairs.focus();
      case CLASSES -> classes.focus();
    }
  }

  /** Chooses between the sizes for a large and a small window. */
  public void compact(boolean compact) {
    usual = compact ? COMPACT : USUAL;
    fitWidth();
  }
}
