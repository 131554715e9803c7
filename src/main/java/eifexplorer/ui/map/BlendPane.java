package eifexplorer.ui.map;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.WordConverter;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Before and after: what is compared with, both blended or side by side, the images that moved farthest. */
final class BlendPane extends VBox {
  private final MapViewModel model;
  private final PictureLoader pictures;
  private final ComboBox<MapChoice> choice = new ComboBox<>();
  private final Label words = label("", "small");
  private final Slider share = new Slider(0, 1, 1);
  private final ListView<ComparedMaps.Moved> moved = new ListView<>();
  private final Button close;
  private final VBox slider;
  private final VBox result;

  BlendPane(MapViewModel model, PictureLoader pictures) {
    super(10);
    this.model = model;
    this.pictures = pictures;
    BlendViewModel blend = model.blend();
    choice.setItems(blend.choices());
    choice.setId("map-before");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setPromptText(Texts.of("Another map, model or epoch"));
    choice.setAccessibleText(Texts.of("What to compare with"));
    choice.setConverter(new WordConverter<>(c -> c == null ? "" : c.title()));
    choice.setButtonCell(new ChosenCell());
    Button compare = button(Texts.of("Compare"), this::compare, "small-button");
    compare.setId("map-compare");
    compare.disableProperty().bind(choice.valueProperty().isNull().or(blend.busyProperty()));
    close = button(Texts.of("Close"), blend::close, "small-button");
    slider = slider();
    moved.setId("map-moved");
    moved.setCellFactory(list -> new MovedCell());
    moved
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null) {
                model.locateMoved(now.point());
              }
            });
    VBox.setVgrow(moved, Priority.ALWAYS);
    result = new VBox(8, ways(), slider, head(), moved);
    VBox.setVgrow(result, Priority.ALWAYS);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox buttons = new HBox(8, compare, close);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(choice, buttons, words, result);
    for (Observable part :
        new Observable[] {
          blend.comparedProperty(),
          blend.busyProperty(),
          blend.sideBySideProperty(),
          blend.choices(),
          blend.hintProperty(),
          model.shownProperty()
        }) {
      part.addListener(observable -> refresh());
    }
    blend.comparedProperty().addListener((value, old, now) -> list(now));
    refresh();
  }

  private void compare() {
    if (choice.getValue() != null) {
      model.blend().compare(choice.getValue());
    }
  }

  private Segments<Boolean> ways() {
    BooleanProperty beside = model.blend().sideBySideProperty();
    return new Segments<>(
        List.of(false, true),
        isBeside -> isBeside ? Texts.of("Side by side") : Texts.of("Blended"),
        beside,
        beside::set);
  }

  private static HBox head() {
    HBox head =
        new HBox(
            8,
            label(Texts.of("Moved farthest"), "section-head"),
            spacer(),
            label(Texts.of("share of the spread"), "small", "muted"));
    head.setAlignment(Pos.BASELINE_LEFT);
    return head;
  }

  private VBox slider() {
    share.setId("map-blend");
    share.setAccessibleText(Texts.of("From before to after"));
    share.valueProperty().bindBidirectional(model.blend().shareProperty());
    HBox ends =
        new HBox(
            label(Texts.of("before"), "small", "muted"),
            spacer(),
            label(Texts.of("after"), "small", "muted"));
    return new VBox(2, share, ends);
  }

  private static void show(Node part, boolean visible) {
    part.setVisible(visible);
    part.setManaged(visible);
  }

  private void list(@Nullable ComparedMaps both) {
    moved.getItems().setAll(both == null ? List.of() : both.moved());
  }

  private void refresh() {
    BlendViewModel blend = model.blend();
    boolean any = blend.comparedProperty().get() != null;
    choice.setDisable(blend.choices().isEmpty());
    show(result, any);
    show(close, any);
    show(slider, !blend.sideBySideProperty().get());
    if (blend.busyProperty().get()) {
      words.setText(Texts.of("Laying out and comparing …"));
    } else if (any) {
      words.setText(blend.text());
    } else if (!blend.troubleText().isEmpty()) {
      words.setText(blend.troubleText());
    } else {
      words.setText(blend.hintProperty().get());
    }
  }

  /** Titles differ most often at their end. */
  private final class ChosenCell extends ListCell<MapChoice> {
    ChosenCell() {
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable MapChoice item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? choice.getPromptText() : item.title());
    }
  }

  /** An image, its class, and how far it moved; a double click opens it. */
  private final class MovedCell extends ListCell<ComparedMaps.Moved> {
    private final PictureView picture =
        new PictureView(pictures, PictureView.SMALL, PictureView.Fit.SUBJECT);
    private final Label name = label("", "small");
    private final Label far = label("", "small", "muted");
    private final HBox row = new HBox(8, picture, new VBox(2, name, far));

    MovedCell() {
      picture.setMinSize(48, 40);
      picture.setPrefSize(48, 40);
      picture.setMaxSize(48, 40);
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2 && getItem() != null) {
              model.choose(getItem().point());
              model.openChosen();
            }
          });
    }

    @Override
    protected void updateItem(ComparedMaps.@Nullable Moved item, boolean empty) {
      super.updateItem(item, empty);
      MapImages images = model.imagesProperty().get();
      if (empty || item == null || images == null) {
        picture.show(null);
        setGraphic(null);
        return;
      }
      picture.show(images.picture(item.point()));
      name.setText(
          item.relabelled().isEmpty()
              ? images.className(images.label(item.point()))
              : Texts.of("Label {0}", item.relabelled()));
      far.setText(images.name(item.point()) + " · " + Texts.percent(item.distance()));
      setGraphic(row);
    }
  }
}
