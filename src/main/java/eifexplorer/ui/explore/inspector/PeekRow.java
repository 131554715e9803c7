package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureRow;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** While there is another model: the query's nearest test images, and how far apart the pair is with both. */
final class PeekRow extends VBox {
  private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");
  private static final int PICTURES = 16;
  private static final double RATIO = 0.7;

  private final PeekViewModel model;
  private final Label title = label("", "section-head", "peek-title");
  private final Label pair = label("", "small", "mono");
  private final Label hint = label(Texts.of("hold"), "small", "muted");
  private final PictureRow row;

  PeekRow(PeekViewModel model, PictureLoader pictures) {
    super(4);
    this.model = model;
    setId("peek-row");
    row = new PictureRow(pictures, PICTURES, RATIO);
    title.setMinWidth(0);
    pair.setId("peek-pair");
    pair.setMinWidth(USE_PREF_SIZE);
    hint.setMinWidth(USE_PREF_SIZE);
    HBox head =
        new HBox(8, title, spacer(), pair, hint, new CommandCaps(PhotographCommand.OTHER_MODEL));
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, row);
    visibleProperty().bind(model.isOn());
    managedProperty().bind(model.isOn());
    model.modelProperty().addListener((value, old, now) -> show());
    model.bothProperty().addListener((value, old, now) -> show());
    model.heldProperty().addListener((value, old, now) -> show());
    model.failureProperty().addListener((value, old, now) -> show());
    show();
  }

  private void show() {
    pseudoClassStateChanged(OTHER, model.heldProperty().get());
    Failure failure = model.failureProperty().get();
    title.setText(Texts.of("Nearest · {0}", model.listedTitle()));
    pair.setText(
        failure == null ? model.pairText() : Texts.of("not known: {0}", failure.message()));
    List<PeekedPair.Near> nearest = model.listed();
    row.show(
        IntStream.range(0, Math.min(PICTURES, nearest.size()))
            .mapToObj(i -> entry(i + 1, nearest.get(i)))
            .toList());
  }

  private static PictureRow.Entry entry(int rank, PeekedPair.Near near) {
    String tip =
        Texts.count(rank)
            + ". "
            + near.photo().className()
            + " · "
            + Texts.distance(near.distance())
            + "\n"
            + near.photo().fileName();
    return new PictureRow.Entry(
        near.photo().picture(), tip, Optional.of(near.sameClass()), Optional.empty());
  }
}
