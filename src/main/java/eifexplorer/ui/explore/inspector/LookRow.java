package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import eifexplorer.ui.photo.HeatColours;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Under the photographs while they show where the model looks: what they are held against, and the scale. */
final class LookRow extends StackPane {
  private static final int SCALE_WIDTH = 120;
  private static final int SCALE_HEIGHT = 10;

  private final LookViewModel model;
  private final Label least = label("", "small", "mono");
  private final Label most = label("", "small", "mono");
  private final HBox found;
  private final Label message = label("", "small");
  private final HBox failed;
  private final Label waiting =
      label(
          Texts.of("Looking … If it has to wait, the status bar says for what."), "small", "muted");

  LookRow(LookViewModel model) {
    this.model = model;
    setId("look-row");
    getStyleClass().add("look-row");
    setMinWidth(0);
    found = new HBox(16, against(), scale());
    found.setAlignment(Pos.CENTER);
    message.setMinWidth(0);
    failed = new HBox(8, message, button(Texts.of("Try again"), model::retry, "link-button"));
    failed.setAlignment(Pos.CENTER);
    getChildren().addAll(found, failed, waiting);
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(model.openProperty());
    model.shownProperty().addListener((value, old, now) -> show());
    model.failureProperty().addListener((value, old, now) -> show());
    model.pointedProperty().addListener((value, old, now) -> show());
    show();
  }

  private HBox against() {
    Segments<LookTarget> segments =
        new Segments<>(
            List.of(LookTarget.values()),
            LookTarget::title,
            model.targetProperty(),
            model.targetProperty()::set);
    segments.setMaxWidth(Region.USE_PREF_SIZE);
    segments.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(6, label(Texts.of("against"), "small", "muted"), segments);
    row.setAlignment(Pos.CENTER);
    row.setMinWidth(Region.USE_PREF_SIZE);
    return row;
  }

  private HBox scale() {
    StackPane ground = new StackPane(new ImageView(HeatColours.scale(SCALE_WIDTH, SCALE_HEIGHT)));
    ground.getStyleClass().add("heat-scale");
    ground.setMaxHeight(SCALE_HEIGHT);
    HBox row = new HBox(6, least, ground, most);
    row.setAlignment(Pos.CENTER);
    row.setMinWidth(Region.USE_PREF_SIZE);
    Tips.on(
        row,
        Texts.of(
            "What a place gives to the cosine of the embeddings: pink raises it, green lowers it."
                + " One scale for all that is drawn. With max pooling each feature counts where it"
                + " was largest. Point at a place to see what it has in common with the other"
                + " photograph."));
    return row;
  }

  private void show() {
    Look look = model.shownProperty().get();
    Failure failure = model.failureProperty().get();
    found.setVisible(look != null && failure == null);
    failed.setVisible(failure != null);
    waiting.setVisible(look == null && failure == null);
    message.setText(
        failure == null ? "" : Texts.of("Not known where the model looks. {0}", failure.message()));
    if (look != null) {
      double scale = look.scale(model.pointedProperty().get());
      least.setText("\u2212" + Texts.size(scale));
      most.setText("+" + Texts.size(scale));
    }
  }
}
