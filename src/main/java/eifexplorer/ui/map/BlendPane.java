package eifexplorer.ui.map;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Before and after: what is compared with, a slider from one to the other, the images that moved farthest. */
final class BlendPane extends VBox {
  private final MapViewModel model;
  private final ComboBox<BlendViewModel.Choice> choice = new ComboBox<>();
  private final Label words = label("", "small");
  private final Slider share = new Slider(0, 1, 1);
  private final ListView<BlendViewModel.Moved> moved = new ListView<>();
  private final VBox result;

  BlendPane(MapViewModel model) {
    super(10);
    this.model = model;
    BlendViewModel blend = model.blend();
    choice.setItems(blend.choices());
    choice.setId("map-before");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setPromptText("Another map or model");
    choice.setAccessibleText("What to compare with");
    Button compare =
        button(
            "Compare",
            () -> {
              if (choice.getValue() != null) {
                blend.compare(choice.getValue());
              }
            },
            "small-button");
    compare.disableProperty().bind(choice.valueProperty().isNull().or(blend.busyProperty()));
    share.setId("map-blend");
    share.setAccessibleText("From before to after");
    share.valueProperty().bindBidirectional(blend.shareProperty());
    moved.setCellFactory(list -> new MovedCell());
    moved
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null) {
                model.locate(now.point());
              }
            });
    VBox.setVgrow(moved, Priority.ALWAYS);
    HBox ends =
        new HBox(label("before", "small", "muted"), spacer(), label("after", "small", "muted"));
    result = new VBox(6, share, ends, label("Moved farthest", "section-head"), moved);
    VBox.setVgrow(result, Priority.ALWAYS);
    words.setWrapText(true);
    HBox buttons = new HBox(8, compare, button("Close", blend::close, "small-button"));
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(choice, buttons, words, result);
    for (Observable part :
        new Observable[] {
          blend.comparedProperty(), blend.busyProperty(), blend.choices(), model.shownProperty()
        }) {
      part.addListener(observable -> refresh());
    }
    refresh();
  }

  private void refresh() {
    BlendViewModel blend = model.blend();
    BlendViewModel.Compared both = blend.comparedProperty().get();
    choice.setDisable(blend.choices().isEmpty());
    result.setVisible(both != null);
    result.setManaged(both != null);
    if (blend.busyProperty().get()) {
      words.setText("Laying out and comparing …");
    } else if (both != null) {
      words.setText(blend.text());
    } else if (!blend.troubleText().isEmpty()) {
      words.setText(blend.troubleText());
    } else {
      words.setText(blend.hint());
    }
    moved.getItems().setAll(both == null ? List.of() : both.moved());
  }

  /** An image and how far it moved. */
  private final class MovedCell extends ListCell<BlendViewModel.Moved> {
    MovedCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(BlendViewModel.@Nullable Moved item, boolean empty) {
      super.updateItem(item, empty);
      MapImages images = model.imagesProperty().get();
      setText(
          empty || item == null || images == null
              ? null
              : Texts.percent(item.distance())
                  + "  "
                  + images.name(item.point())
                  + " · "
                  + images.className(images.label(item.point())));
    }
  }
}
