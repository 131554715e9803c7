package eifexplorer.ui.explore.totals;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.ui.explore.strips.PairLine;
import eifexplorer.ui.explore.strips.TileActions;
import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Harm by class over the middle of the screen: the classes to the left, the chosen one's images to the right; Enter or a
 * double click on an image shows the pair it harms most. Escape closes it.
 */
public final class ClassHarmSheet extends VBox {
  /** How much wider the table is. */
  private static final double TABLE = 160;

  private static final double ROW = 60;
  private static final double WIDTH = 68;
  private static final double HEIGHT = 48;

  private final ClassHarmViewModel model;
  private final PictureLoader pictures;
  private final ClassHarmTable table;
  private final ListView<HarmingImage> images = new ListView<>();
  private final Label progress = label("", "secondary");
  private final Label chosen = label("", "section-head");
  private final Label elsewhere = label("", "small", "muted");
  private final Button pause = button("Pause", () -> {});

  /**
   * A sheet that is shown while it is open.
   *
   * @param actions what can be done with the training image of a row
   */
  public ClassHarmSheet(ClassHarmViewModel model, PictureLoader pictures, TileActions actions) {
    super(8);
    this.model = model;
    this.pictures = pictures;
    getStyleClass().addAll("tile-sheet", "class-harm");
    setId("class-harm");
    table = new ClassHarmTable(model);
    images.setId("class-harm-images");
    images.getStyleClass().add("compared-list");
    images.setAccessibleText("Images that harm pairs");
    images.setFixedCellSize(ROW);
    images.setPlaceholder(label("None of its images harms a pair", "muted"));
    images.setCellFactory(list -> new Row());
    CommandMenu.on(images, () -> model.isChosen(selected()) ? actions.menu().get() : List.of());
    images.getSelectionModel().selectedItemProperty().addListener((value, old, now) -> choose(now));
    images.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            goTo();
            event.consume();
          }
        });
    pause.setId("survey-pause");
    pause.setOnAction(event -> pauseOrGoOn());
    HBox columns =
        new HBox(16, column(TABLE, definition(), table), column(0, chosen, elsewhere, images));
    VBox.setVgrow(columns, Priority.ALWAYS);
    getChildren().addAll(head(), columns);
    elsewhere.setWrapText(true);
    elsewhere.setMinHeight(USE_PREF_SIZE);
    choose(null);
    connect();
    opened(model.openProperty().get());
  }

  private static VBox column(double share, Node... parts) {
    VBox column = new VBox(4, parts);
    column.setMinWidth(0);
    column.setPrefWidth(share);
    VBox.setVgrow(parts[parts.length - 1], Priority.ALWAYS);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  /** Without it a class of which no image harms, yet with a share of the harm, looks like a mistake. */
  private static Label definition() {
    Label words =
        label(
            "An image harms a pair if it is among the pair's "
                + InfluenceSurvey.HARMFUL_RANKS
                + " most harmful. The share of all harm counts weaker harm too.",
            "small",
            "muted");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    return words;
  }

  private HBox head() {
    Button close = button("Back to the strips", () -> model.openProperty().set(false));
    close.setGraphic(key("Esc"));
    progress.setMinWidth(USE_PREF_SIZE);
    Label title = label("Harm by class", "h2");
    title.setMinWidth(USE_PREF_SIZE);
    PairLine pair = new PairLine(model.influence(), pictures, true);
    close.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(12, new VBox(title, progress), pause, spacer(), pair, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void connect() {
    model.openProperty().addListener((value, old, now) -> opened(now));
    model.classesProperty().addListener((value, old, now) -> table.show(now));
    model.classesProperty().addListener((value, old, now) -> showImages());
    model.chosenProperty().addListener((value, old, now) -> showImages());
    model.survey().surveyProperty().addListener((value, old, now) -> showProgress());
    model.survey().busyProperty().addListener((value, old, now) -> showProgress());
    model.survey().pausedProperty().addListener((value, old, now) -> showProgress());
  }

  private void opened(boolean now) {
    setVisible(now);
    if (now) {
      showProgress();
      table.show(model.classesProperty().get());
      showImages();
      requestFocus();
    }
  }

  /** Gives the keyboard to what it is needed for here. */
  @Override
  public void requestFocus() {
    table.requestFocus();
  }

  private void showProgress() {
    progress.setText("by " + model.estimator() + " · " + model.progressText());
    boolean paused = model.survey().pausedProperty().get();
    pause.setText(paused ? "Go on" : "Pause");
    pause.setAccessibleText(paused ? "Go on explaining all pairs" : "Pause explaining all pairs");
    pause.setVisible(paused || model.survey().busyProperty().get());
  }

  private void pauseOrGoOn() {
    if (model.survey().pausedProperty().get()) {
      model.survey().goOn();
    } else {
      model.survey().pause();
    }
  }

  private void showImages() {
    Integer of = model.chosenProperty().get();
    String name = of == null ? "" : model.className(of);
    chosen.setText(name);
    images.setAccessibleText("Images of " + name + " that harm pairs, worst first");
    images.getItems().setAll(model.images());
  }

  private @Nullable HarmingImage selected() {
    return images.getSelectionModel().getSelectedItem();
  }

  /** The panel to the right shows it as it is for the open pair. */
  private void choose(@Nullable HarmingImage image) {
    boolean shown = image == null || model.choose(image);
    elsewhere.setText(
        shown
            ? "A click chooses an image for the panel to the right (I in a small window), a double"
                + " click shows the pair it harms most."
            : "This image neither harms nor helps the open pair; a double click shows the pair it"
                + " harms most.");
  }

  private void goTo() {
    HarmingImage image = selected();
    if (image != null) {
      model.goTo(image);
    }
  }

  /** One training image. */
  private final class Row extends ListCell<HarmingImage> {
    private final PictureView picture =
        new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    private final NameLabel name = new NameLabel("tile-label");
    private final Label pairs = label("", "small", "muted");
    private final Label harm = label("", "mono", "score");
    private final HBox box;

    Row() {
      getStyleClass().add("compared-row");
      setPrefWidth(0);
      picture.setMinSize(WIDTH, HEIGHT);
      picture.setMaxSize(WIDTH, HEIGHT);
      harm.setMinWidth(USE_PREF_SIZE);
      VBox words = new VBox(2, name, pairs);
      words.setMinWidth(0);
      words.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(words, Priority.ALWAYS);
      box = new HBox(8, picture, words, harm);
      box.setAlignment(Pos.CENTER_LEFT);
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2 && !isEmpty()) {
              model.goTo(getItem());
            }
          });
    }

    @Override
    protected void updateItem(HarmingImage item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      picture.show(item.picture());
      name.setName(item.fileName());
      pairs.setText("harms " + Texts.count(item.pairs(), "pair", "pairs"));
      harm.setText(model.harmShare(item.harm()));
      setAccessibleText(
          item.fileName() + ", " + pairs.getText() + ", " + harm.getText() + " of all harm");
      setGraphic(box);
    }
  }
}
