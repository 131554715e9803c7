package eifexplorer.ui.map;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.GradualList;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureRow;
import eifexplorer.ui.kit.Texts;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;

/** The images that were lassoed: how many of each class, their pictures, what can be done with them. */
final class PickedPane extends VBox {
  private static final int COLUMNS = 3;
  private static final int CLASSES = 6;

  private final MapViewModel model;
  private final Label words = label("", "section-head");
  private final Label classes = label("", "small", "muted");
  private final ListView<Integer> gallery = new ListView<>();
  private final GradualList<Integer> rows = new GradualList<>(gallery);
  private final Button flag;
  private final Button review;
  private final FlowPane buttons;

  PickedPane(MapViewModel model, PictureLoader pictures) {
    super(10);
    this.model = model;
    SelectionViewModel selection = model.selection();
    flag = button(Texts.of("Flag"), selection::toggleFlags, "small-button");
    flag.setId("map-flag");
    review = button(Texts.of("Review"), selection::review, "small-button");
    Button explore = button(Texts.of("Pairs in Explore"), selection::explore, "small-button");
    buttons =
        new FlowPane(
            6,
            6,
            flag,
            review,
            explore,
            button(Texts.of("Export …"), this::export, "small-button"),
            button(Texts.of("Clear"), selection::clear, "small-button"));
    for (Label label : new Label[] {words, classes}) {
      label.setWrapText(true);
      // Whole, also in a narrow window: the gallery gives way.
      label.setMinHeight(USE_PREF_SIZE);
    }
    words.setId("map-picked");
    gallery.setId("map-gallery");
    gallery.setCellFactory(list -> new RowCell(pictures));
    VBox.setVgrow(gallery, Priority.ALWAYS);
    getChildren().addAll(words, classes, buttons, gallery);
    selection.selectedProperty().addListener((value, old, now) -> refresh());
    selection.whenFlagged(this::refreshFlag);
    refresh();
  }

  private void refresh() {
    SelectionViewModel selection = model.selection();
    Picked picked = selection.now();
    boolean any = !picked.isEmpty();
    words.setText(selection.text());
    String shown =
        picked.classes().stream()
            .limit(CLASSES)
            .map(entry -> entry.name() + " " + Texts.count(entry.count()))
            .collect(Collectors.joining(" · "));
    int more = picked.classes().size() - CLASSES;
    classes.setText(
        any
            ? shown + (more > 0 ? " · " + Texts.count(more, "more class", "more classes") : "")
            : Texts.of("Shift and drag draws a lasso around images, Ctrl and drag a rectangle."));
    buttons.setDisable(!any);
    flag.setDisable(!selection.hasTraining());
    refreshFlag();
    review.setDisable(!selection.hasTraining());
    rows.show(new RowStarts(picked.size()));
  }

  /** Says what the button would do. */
  private void refreshFlag() {
    flag.setText(model.selection().isFlagged() ? Texts.of("Unflag") : Texts.of("Flag"));
  }

  /** Where rows begin, counted and not kept, since there may be as many as the map has points. */
  private static final class RowStarts extends AbstractList<Integer> {
    private final int points;

    RowStarts(int points) {
      this.points = points;
    }

    @Override
    public Integer get(int row) {
      return row * COLUMNS;
    }

    @Override
    public int size() {
      return (points + COLUMNS - 1) / COLUMNS;
    }
  }

  private void export() {
    FileDialogs.of(this)
        .newFile(
            getScene().getWindow(),
            FileDialogs.Purpose.EXPORT,
            Texts.of("Export what is picked"),
            "picked.csv",
            new ExtensionFilter(Texts.of("Table"), "*.csv"),
            new ExtensionFilter("JSON", "*.json"))
        .ifPresent(model.selection()::export);
  }

  /** A few pictures side by side. Cells without any, which fill the list's room, stay bare. */
  private final class RowCell extends ListCell<Integer> {
    private final PictureLoader pictures;
    private @Nullable PictureRow row;

    RowCell(PictureLoader pictures) {
      this.pictures = pictures;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Integer from, boolean empty) {
      super.updateItem(from, empty);
      MapImages images = model.imagesProperty().get();
      if (!empty && from != null && images != null) {
        if (row == null) {
          row = new PictureRow(pictures, COLUMNS, 1);
          // For good, since a row that comes and goes is styled anew each time.
          setGraphic(row);
        }
        row.show(entries(from, images));
        row.setVisible(true);
      } else if (row != null) {
        row.setVisible(false);
      }
    }

    private List<PictureRow.Entry> entries(int from, MapImages images) {
      Picked picked = model.selection().now();
      return IntStream.range(from, Math.min(picked.size(), from + COLUMNS))
          .map(picked::point)
          .mapToObj(
              point ->
                  new PictureRow.Entry(
                      images.picture(point),
                      model.text(point),
                      Optional.empty(),
                      Optional.of(() -> model.locate(point))))
          .toList();
    }
  }
}
