package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.explore.inspector.PhotoArrangement.Mode;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import eifexplorer.ui.kit.UnseenNodes;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The chosen pair: both photographs side by side with their distance, and whose they are. */
public final class PairInspector extends VBox {
  private final InspectorViewModel model;
  private final Label distance = label("", "mono", "distance-value");
  private final Side left = new Side(Pos.CENTER_LEFT);
  private final Side right = new Side(Pos.CENTER_RIGHT);

  /**
   * A view of the pair on the screen.
   *
   * @param pairs for going to the next
   * @param menu what can be done with a photograph
   */
  public PairInspector(
      InspectorViewModel model,
      PairListViewModel pairs,
      PhotographMenu menu,
      PictureLoader pictures) {
    super(8);
    this.model = model;
    getStyleClass().add("inspector");
    StackPane photos = photos(menu, pictures);
    VBox.setVgrow(photos, Priority.ALWAYS);
    HBox names = new HBox(16, left, spacer(), right);
    getChildren()
        .addAll(
            new InspectorHead(model, pairs),
            photos,
            UnseenNodes.placeOf(new LookRow(model.look())),
            names,
            UnseenNodes.placeOf(new PeekRow(model.peek(), pictures)),
            UnseenNodes.placeOf(new ExemplarRow(model.exemplars(), pictures)));
    distance.textProperty().bind(model.distanceProperty());
    for (PairMember member : PairMember.values()) {
      model.photoProperty(member).addListener((value, old, now) -> showNames());
    }
    model.rankTextProperty().addListener((value, old, now) -> showNames());
    model.arrangement().swappedProperty().addListener((value, old, now) -> showNames());
    showNames();
    sceneProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null) {
                now.addEventFilter(KeyEvent.ANY, this::shift);
              }
            });
  }

  private void shift(KeyEvent event) {
    if (event.getCode() == KeyCode.SHIFT) {
      model.zoom().shiftProperty().set(event.getEventType() == KeyEvent.KEY_PRESSED);
    }
  }

  private StackPane photos(PhotographMenu menu, PictureLoader pictures) {
    VBox seam = new VBox(label(Texts.of("distance"), "small", "muted"), distance);
    distance.setId("pair-distance");
    seam.getStyleClass().add("seam");
    seam.setAlignment(Pos.CENTER);
    seam.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    seam.setMouseTransparent(true);
    seam.visibleProperty().bind(model.arrangement().modeProperty().isEqualTo(Mode.SIDE_BY_SIDE));
    Label other = label("", "photo-badge", "peek-badge");
    other.setId("peek-badge");
    other.setMouseTransparent(true);
    other.visibleProperty().bind(model.peek().seenProperty().isNotNull());
    other
        .textProperty()
        .bind(
            model
                .peek()
                .modelProperty()
                .map(there -> Texts.of("Model: {0}", there.title()))
                .orElse(""));
    StackPane.setAlignment(other, Pos.TOP_CENTER);
    StackPane.setMargin(other, new Insets(8));
    StackPane photos = new StackPane(new PhotoStage(model, menu, pictures), seam, other);
    StackPane.setAlignment(seam, Pos.BOTTOM_CENTER);
    photos.getStyleClass().add("photos");
    photos.setMinHeight(80);
    photos.setPrefHeight(0);
    photos.setFocusTraversable(true);
    photos.setAccessibleText(Texts.of("Photographs of the pair"));
    photos.setOnMousePressed(event -> photos.requestFocus());
    return photos;
  }

  private void showNames() {
    boolean swapped = model.arrangement().swappedProperty().get();
    show(left, swapped ? PairMember.SECOND : PairMember.FIRST);
    show(right, swapped ? PairMember.FIRST : PairMember.SECOND);
  }

  private void show(Side side, PairMember member) {
    String role = member == model.neighbour() ? model.rankTextProperty().get() : Texts.of("query");
    side.show(model.photoProperty(member).get(), role);
  }

  /** Class and file of one photograph; in a small window the file goes to the tooltip. */
  private static final class Side extends VBox {
    private final NameLabel name = new NameLabel("h2");
    private final Label file = label("", "small", "muted", "file-line");
    private final Tip tip = Tips.on(this, "");

    Side(Pos alignment) {
      setAlignment(alignment);
      setMinWidth(0);
      file.setMinWidth(0);
      getChildren().addAll(name, file);
    }

    void show(PhotoText photo, String role) {
      name.setName(photo == null ? "" : photo.className());
      file.setText(
          photo == null ? "" : role.isEmpty() ? photo.fileName() : photo.fileName() + " · " + role);
      tip.setText(photo == null ? "" : photo.className() + "\n" + file.getText());
    }
  }
}
