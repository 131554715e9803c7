package eifexplorer.ui.map;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.downTriangle;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.upTriangle;

import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureRow;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The point that was clicked at, the pair that is looked at, and who is tied to it. */
final class PairPane extends VBox {
  private static final int TIED = 8;

  private final MapViewModel model;
  private final PictureRow chosen;
  private final Label chosenText = label("", "small");
  private final Label pairText = label("", "section-head");
  private final PictureRow pair;
  private final PictureRow harmful;
  private final PictureRow helpful;
  private final VBox chosenPart;
  private final VBox pairPart;
  private final Label none =
      label(
          Texts.of(
              "Click a test image that is confused: its pair is drawn as a line, with the training"
                  + " images that pull it together ▼ and push it apart ▲."),
          "muted");

  PairPane(MapViewModel model, PictureLoader pictures) {
    super(12);
    this.model = model;
    chosen = new PictureRow(pictures, 2, 0.75);
    pair = new PictureRow(pictures, 2, 0.75);
    harmful = new PictureRow(pictures, 4, 1);
    helpful = new PictureRow(pictures, 4, 1);
    chosenText.setWrapText(true);
    chosenText.setId("map-chosen");
    pairText.setWrapText(true);
    pairText.setId("map-pair");
    none.setWrapText(true);
    CheckBox all = new CheckBox(Texts.of("All pairs, bundled by class pair"));
    all.setId("map-all-pairs");
    all.selectedProperty().bindBidirectional(model.lines().allPairsProperty());
    chosenPart = new VBox(6, chosenText, chosen);
    HBox buttons =
        new HBox(
            8,
            button(Texts.of("Open in Explore"), model::openPair, "small-button"),
            button(Texts.of("Go to it"), model::locatePair, "small-button"));
    pairPart =
        new VBox(
            6,
            pairText,
            pair,
            buttons,
            head(downTriangle(9), Texts.of("Harmful: pull it together, whole lines")),
            harmful,
            head(upTriangle(9), Texts.of("Helpful: push it apart, dashed lines")),
            helpful);
    getChildren().addAll(all, none, pairPart, chosenPart);
    for (Observable part :
        new Observable[] {
          model.lines().pairProperty(),
          model.lines().linesProperty(),
          model.chosenProperty(),
          model.imagesProperty(),
          model.layout().qualityProperty()
        }) {
      part.addListener(observable -> refresh());
    }
    model.selection().whenFlagged(this::refresh);
    refresh();
  }

  private static HBox head(Node sign, String text) {
    HBox head = new HBox(6, sign, label(text, "small", "muted"));
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static void show(Node part, boolean visible) {
    part.setVisible(visible);
    part.setManaged(visible);
  }

  /** Says again what is known of the point and the pair. */
  void refresh() {
    MapImages images = model.imagesProperty().get();
    int point = model.chosenProperty().get();
    Optional<int[]> ends = model.lines().ends();
    boolean ownPoint =
        images != null
            && point != MapViewModel.NONE
            && ends.stream().flatMapToInt(IntStream::of).noneMatch(p -> p == point);
    show(pairPart, ends.isPresent());
    show(none, ends.isEmpty());
    show(chosenPart, ownPoint);
    if (images == null) {
      return;
    }
    if (ownPoint) {
      chosenText.setText(model.text(point));
      chosen.show(List.of(entry(images, point, "")));
    }
    ends.ifPresent(
        points -> {
          pairText.setText(model.lines().text());
          pair.show(List.of(entry(images, points[0], ""), entry(images, points[1], "")));
          tied(images, harmful, true);
          tied(images, helpful, false);
        });
  }

  private void tied(MapImages images, PictureRow row, boolean isHarmful) {
    row.show(
        model.lines().linesProperty().get().stream()
            .filter(line -> line.isHarmful() == isHarmful)
            .limit(TIED)
            .map(line -> entry(images, line.point(), " · " + Texts.signed(line.influence())))
            .toList());
  }

  private PictureRow.Entry entry(MapImages images, int point, String more) {
    return new PictureRow.Entry(
        images.picture(point),
        model.text(point) + more,
        Optional.empty(),
        Optional.of(() -> model.locate(point)));
  }
}
