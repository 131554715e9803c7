package eifexplorer.ui.map;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.GradualList;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** What is on the map and how it is coloured: splits, colouring, classes that can be hidden or set against grey. */
final class LegendPane extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int STEPS = 24;
  private static final double PATCH = 10;

  private final ColourViewModel model;
  private final HBox scale = new HBox();
  private final HBox ends = new HBox();
  private final Label grey = label(Texts.of("Test images are grey."), "small", "muted");
  private final VBox key = new VBox(4);
  private final ListView<ClassEntry> classes = new ListView<>();
  private final List<ClassCell> cells = new ArrayList<>();
  private final Label trouble = label("", "small", "muted");

  LegendPane(ColourViewModel model) {
    super(8);
    this.model = model;
    getStyleClass().add("map-legend");
    ComboBox<Colouring> by = new ComboBox<>(FXCollections.observableArrayList(Colouring.values()));
    by.setId("map-colouring");
    by.setAccessibleText(Texts.of("Colour by"));
    by.setMaxWidth(Double.MAX_VALUE);
    by.valueProperty().bindBidirectional(model.byProperty());
    Segments<ShownSplit> split =
        new Segments<>(
            List.of(ShownSplit.values()),
            ShownSplit::title,
            model.splitProperty(),
            model.splitProperty()::set);
    TextField search = new TextField();
    search.setPromptText(Texts.of("Find a class"));
    search.setAccessibleText(Texts.of("Find a class"));
    search.textProperty().bindBidirectional(model.searchProperty());
    classes.setId("map-classes");
    classes.setCellFactory(
        list -> {
          ClassCell cell = new ClassCell();
          cells.add(cell);
          return cell;
        });
    GradualList<ClassEntry> rows = new GradualList<>(classes);
    model.legend().addListener((Observable legend) -> rows.show(List.copyOf(model.legend())));
    rows.show(List.copyOf(model.legend()));
    VBox.setVgrow(classes, Priority.ALWAYS);
    trouble.setWrapText(true);
    trouble.setMinHeight(USE_PREF_SIZE);
    Label head = label(Texts.of("Classes"), "section-head");
    HBox names =
        new HBox(8, head, spacer(), button(Texts.of("Show all"), model::showAll, "small-button"));
    names.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            split,
            label(Texts.of("Colour by"), "section-head"),
            by,
            key,
            trouble,
            names,
            search,
            classes);
    key.getChildren().addAll(scale, ends, grey);
    for (Observable part : new Observable[] {model.byProperty(), model.darkProperty()}) {
      part.addListener(observable -> refreshKey());
    }
    for (Observable part : new Observable[] {model.looksProperty(), model.busyProperty()}) {
      part.addListener(observable -> refreshWords());
    }
    model.darkProperty().addListener((value, old, now) -> refreshCells());
    model.hidden().addListener((SetChangeListener<Integer>) change -> refreshCells());
    model.chosen().addListener((SetChangeListener<Integer>) change -> refreshCells());
    refreshKey();
    refreshWords();
  }

  /** The list's own way makes all cells anew, which takes too long for a change of colours. */
  private void refreshCells() {
    cells.forEach(ClassCell::refresh);
  }

  private void refreshWords() {
    trouble.setText(model.busyProperty().get() ? Texts.of("Computing …") : model.troubleText());
    trouble.setManaged(!trouble.getText().isEmpty());
  }

  private void refreshKey() {
    Colouring by = model.byProperty().get();
    scale.getChildren().clear();
    ends.getChildren().clear();
    if (by.hasScale()) {
      for (int step = 0; step < STEPS; step++) {
        scale.getChildren().add(stretch(model.scaleColour((double) step / (STEPS - 1))));
      }
      ends.getChildren().addAll(label(by.low(), "small", "muted"), spacer());
      ends.getChildren().add(label(by.high(), "small", "muted"));
    } else if (by == Colouring.SPLIT) {
      ends.getChildren()
          .addAll(entry(Texts.of("● training"), true), spacer(), entry(Texts.of("◆ test"), false));
    } else if (by == Colouring.REVISION) {
      ends.getChildren().add(entry(Texts.of("changed label"), false));
    } else {
      ends.getChildren().add(label(Texts.of("● training   ◆ test"), "small", "muted"));
    }
    grey.setVisible(by.ofTrainingAlone());
    grey.setManaged(by.ofTrainingAlone());
    refreshCells();
  }

  private HBox entry(String text, boolean train) {
    HBox entry = new HBox(6, patch(model.splitColour(train)), label(text, "small"));
    entry.setAlignment(Pos.CENTER_LEFT);
    return entry;
  }

  /** A piece of the scale, as wide as there is room for it. */
  private static Region stretch(int argb) {
    Region piece = new Region();
    piece.setBackground(Background.fill(paint(argb)));
    piece.setMinSize(0, 10);
    piece.setPrefSize(0, 10);
    HBox.setHgrow(piece, Priority.ALWAYS);
    return piece;
  }

  private static Color paint(int argb) {
    return Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff);
  }

  private static Rectangle patch(int argb) {
    return new Rectangle(PATCH, PATCH, paint(argb));
  }

  /** A class; a click on its name sets it against grey. Cells without one, which fill the list's room, stay bare. */
  private final class ClassCell extends ListCell<ClassEntry> {
    private @Nullable ClassLine line;

    ClassCell() {
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (getItem() != null) {
              model.toggleChosen(getItem().label());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable ClassEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (!empty && entry != null && line == null) {
        line = new ClassLine();
        // For good, since what comes and goes is styled anew each time.
        setGraphic(line);
      }
      if (line != null) {
        line.show(empty ? null : entry);
      }
      refresh();
    }

    private void refresh() {
      ClassEntry entry = getItem();
      pseudoClassStateChanged(CHOSEN, entry != null && model.chosen().contains(entry.label()));
      if (line != null) {
        line.refresh();
      }
    }
  }

  /** A class: on the map or not, its colour, its name, how many images it has. */
  private final class ClassLine extends HBox {
    private final CheckBox shown = new CheckBox();
    private final Rectangle colour = new Rectangle(PATCH, PATCH);
    private final NameLabel name = new NameLabel();
    private final Label count = label("", "small", "muted");
    private @Nullable ClassEntry entry;

    ClassLine() {
      super(6);
      setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      shown.setFocusTraversable(false);
      count.setMinWidth(USE_PREF_SIZE);
      shown.setOnAction(
          event -> {
            if (entry != null) {
              model.toggleHidden(entry.label());
            }
          });
      getChildren().addAll(shown, colour, name, count);
    }

    /** Shows a class, or nothing. */
    void show(@Nullable ClassEntry newEntry) {
      entry = newEntry;
      setVisible(entry != null);
      if (entry != null) {
        shown.setAccessibleText(Texts.of("{0} on the map", entry.name()));
        name.setName(entry.name());
        count.setText(Texts.count(entry.count()));
      }
    }

    void refresh() {
      if (entry != null) {
        shown.setSelected(!model.hidden().contains(entry.label()));
        colour.setFill(paint(model.classColour(entry.label())));
        // The map has no colours of classes then.
        colour.setVisible(model.byProperty().get() == Colouring.CLASS);
        colour.setManaged(colour.isVisible());
      }
    }
  }
}
