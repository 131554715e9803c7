package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static java.util.Objects.requireNonNull;

import eifexplorer.ui.explore.inspector.PhotoArrangement.Mode;
import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import eifexplorer.ui.photo.HeatMap;
import eifexplorer.ui.photo.PhotoPane;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Both photographs, side by side or in one place, with their badges and what is drawn over them. */
final class PhotoStage extends StackPane {
  /** Slow enough to see both, and far from what is called flashing (three times a second). */
  private static final Duration BLINK = Duration.millis(700);

  private final InspectorViewModel model;
  private final Map<PairMember, PhotoPane> photos = new EnumMap<>(PairMember.class);
  private final Map<PairMember, StackPane> sides = new EnumMap<>(PairMember.class);
  private final Map<PairMember, StackPane> corners = new EnumMap<>(PairMember.class);
  private final Map<PairMember, Label> sums = new EnumMap<>(PairMember.class);
  private final HBox row = new HBox(4);
  private final StackPane pile = new StackPane();
  private final Slider blend = new Slider(0, 1, 0.5);
  private final Label first = label("");
  private final Label second = label("");
  private final HBox bar;
  private final Timeline blinking =
      new Timeline(new KeyFrame(BLINK, event -> showSecond(pileTop().getOpacity() == 0)));

  PhotoStage(InspectorViewModel model, PhotographMenu menu, PictureLoader pictures) {
    this.model = model;
    photos.put(PairMember.FIRST, new PhotoPane(pictures, model.zoom(), model.zoom().left()));
    photos.put(PairMember.SECOND, new PhotoPane(pictures, model.zoom(), model.zoom().right()));
    bar = bar();
    blinking.setCycleCount(Animation.INDEFINITE);
    for (PairMember member : PairMember.values()) {
      sides.put(member, side(member));
      CommandMenu.on(photo(member), () -> menu.of(member));
      photo(member).whenPlacePointedAt(place -> pointedAt(member, place));
      model.photoProperty(member).addListener((value, old, now) -> show(member, now));
      show(member, model.photoProperty(member).get());
    }
    getChildren().addAll(row, pile, bar);
    PhotoArrangement arrangement = model.arrangement();
    arrangement.modeProperty().addListener((value, old, now) -> arrange());
    arrangement.swappedProperty().addListener((value, old, now) -> arrange());
    arrangement.blendProperty().addListener((value, old, now) -> arrange());
    model.look().shownProperty().addListener((value, old, now) -> showLook());
    model.look().pointedProperty().addListener((value, old, now) -> showLook());
    model.peek().seenProperty().addListener((value, old, now) -> showLook());
    sceneProperty().addListener((value, old, now) -> arrange());
    arrange();
    showLook();
  }

  private PhotoPane photo(PairMember member) {
    return requireNonNull(photos.get(member));
  }

  private StackPane side(PairMember member) {
    StackPane badges =
        new StackPane(new PinBadge(model, member), new NeighbourBadge(model, member));
    badges.setPickOnBounds(false);
    Label sum = label("", "photo-badge", "look-sum");
    sum.setMinWidth(0);
    Tips.on(
        sum,
        Texts.of(
            "The parts of all places, and what bias and normalisation add, which belongs to no"
                + " place: together they are the cosine of the embeddings. Distance = 2 − 2 ·"
                + " cosine."));
    StackPane.setMargin(sum, new Insets(8));
    sums.put(member, sum);
    badges.visibleProperty().bind(model.arrangement().modeProperty().isEqualTo(Mode.SIDE_BY_SIDE));
    corners.put(member, badges);
    StackPane side = new StackPane(photo(member), sum, badges);
    HBox.setHgrow(side, Priority.ALWAYS);
    side.setMinWidth(0);
    side.setPrefWidth(0);
    return side;
  }

  private HBox bar() {
    blend.setId("blend");
    blend.setAccessibleText(Texts.of("How strong the second photograph is"));
    blend.valueProperty().bindBidirectional(model.arrangement().blendProperty());
    // Else the arrows would go on moving it instead of going through the pairs.
    blend.setOnMouseReleased(event -> requestFocus());
    HBox words =
        new HBox(
            8,
            first,
            blend,
            second,
            iconButton(Feather.X, Texts.of("Side by side (Esc)"), model.arrangement()::reset));
    words.setId("photo-pile");
    words.getStyleClass().add("photo-badge");
    words.setAlignment(Pos.CENTER);
    words.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(words, Pos.TOP_CENTER);
    StackPane.setMargin(words, new Insets(8));
    return words;
  }

  private void show(PairMember member, @Nullable PhotoText text) {
    photo(member).show(text == null ? null : text.picture());
    (member == PairMember.FIRST ? first : second).setText(text == null ? "" : text.className());
  }

  private boolean isBeside() {
    return model.arrangement().modeProperty().get() == Mode.SIDE_BY_SIDE;
  }

  private StackPane pileTop() {
    return requireNonNull(sides.get(PairMember.SECOND));
  }

  private void arrange() {
    Mode mode = model.arrangement().modeProperty().get();
    boolean swapped = model.arrangement().swappedProperty().get();
    StackPane one = requireNonNull(sides.get(PairMember.FIRST));
    boolean beside = mode == Mode.SIDE_BY_SIDE;
    List<StackPane> order = swapped && beside ? List.of(pileTop(), one) : List.of(one, pileTop());
    PairMember left = swapped ? PairMember.SECOND : PairMember.FIRST;
    corners.forEach(
        (member, badges) -> badges.setAlignment(member == left ? Pos.TOP_LEFT : Pos.TOP_RIGHT));
    sums.forEach(
        (member, sum) ->
            StackPane.setAlignment(sum, member == left ? Pos.BOTTOM_LEFT : Pos.BOTTOM_RIGHT));
    row.getChildren().clear();
    pile.getChildren().clear();
    (beside ? row : pile).getChildren().addAll(order);
    // The empty one would take the mouse from the other.
    row.setVisible(beside);
    pile.setVisible(!beside);
    bar.setVisible(!beside);
    blend.setVisible(mode == Mode.OVERLAY);
    blend.setManaged(mode == Mode.OVERLAY);
    boolean blinks = mode == Mode.BLINK && getScene() != null;
    if (blinks) {
      blinking.play();
    } else {
      blinking.stop();
    }
    showSecond(true);
    showLook();
    if (mode == Mode.OVERLAY) {
      pileTop().setOpacity(model.arrangement().blendProperty().get());
    }
  }

  /** While they blink, the bar names the one that is seen. */
  private void showSecond(boolean visible) {
    pileTop().setOpacity(visible ? 1 : 0);
    boolean blinks = model.arrangement().modeProperty().get() == Mode.BLINK;
    first.setOpacity(blinks && visible ? 0.35 : 1);
    second.setOpacity(blinks && !visible ? 0.35 : 1);
  }

  private void pointedAt(PairMember member, OptionalInt place) {
    model
        .look()
        .pointedProperty()
        .set(
            place.isPresent()
                ? Optional.of(new LookViewModel.PointedPlace(member, place.getAsInt()))
                : Optional.empty());
  }

  private void showLook() {
    // It is of the own model's pair.
    boolean other = model.peek().seenProperty().get() != null;
    Look look = other ? null : model.look().shownProperty().get();
    Optional<LookViewModel.PointedPlace> pointed = model.look().pointedProperty().get();
    for (PairMember member : PairMember.values()) {
      HeatMap heat = look == null ? null : heat(look, member, pointed);
      boolean counterpart = pointed.filter(at -> at.member() == member.other()).isPresent();
      Label sum = requireNonNull(sums.get(member));
      sum.setVisible(heat != null && isBeside());
      sum.setText(
          heat == null
              ? ""
              : counterpart ? Look.commonText(heat.parts()) : Look.sumText(heat.parts()));
      photo(member).showHeat(heat);
      photo(member)
          .markPlace(
              pointed.filter(at -> at.member() == member).isPresent()
                  ? OptionalInt.of(pointed.get().place())
                  : OptionalInt.empty());
    }
  }

  private static HeatMap heat(
      Look look, PairMember member, Optional<LookViewModel.PointedPlace> pointed) {
    return pointed
        .filter(at -> at.member() == member.other())
        .map(at -> look.counterpart(at.member(), at.place()))
        .orElseGet(() -> look.map(member));
  }
}
