package eifexplorer.ui.explore.strips;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.downTriangle;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;
import static eifexplorer.ui.kit.Controls.upTriangle;

import eifexplorer.influence.ScoreStability;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A strip: what it shows, which ranks, and the tiles. */
final class InfluenceStrip extends VBox {
  private final StripViewModel model;
  private final Label range = label("", "secondary");
  private final Label effect;
  private final Label unit = label("", "secondary", "compact-only");
  private final Label none;
  private final Button previous;
  private final Button next;
  private final Button all;
  private final ToggleButton stable = new ToggleButton(Texts.of("Stable only"));
  private final Tip stableTip = Tips.on(stable, "");
  private final StripsViewModel strips;
  private final TileRow tiles;

  InfluenceStrip(
      StripsViewModel strips, StripViewModel model, PictureLoader pictures, TileActions actions) {
    super(4);
    this.strips = strips;
    this.model = model;
    getStyleClass().addAll("strip", model.kind().word());
    effect = label("— " + model.effect(), "secondary");
    effect.setMinWidth(0);
    unit.setMinWidth(USE_PREF_SIZE);
    previous = iconButton(Feather.CHEVRON_LEFT, Texts.of("Stronger ones"), model::previousPage);
    next = iconButton(Feather.CHEVRON_RIGHT, Texts.of("Weaker ones"), model::nextPage);
    // The page keys do the same in the strip, so that Tab goes from strip to strip.
    previous.setFocusTraversable(false);
    next.setFocusTraversable(false);
    all =
        button(
            Texts.of("All"),
            () -> strips.sheetProperty().set(model.kind()),
            "link-button",
            "all-link");
    all.setId("all-" + model.kind().word());
    all.setGraphic(new FontIcon(Feather.CHEVRON_RIGHT));
    tiles = new TileRow(strips, model, pictures, actions);
    none = label(Texts.of("No training image is {0} here", Texts.of(model.kind().word())), "muted");
    none.setMouseTransparent(true);
    getChildren().addAll(header(), new StackPane(tiles, none));
    range.textProperty().bind(model.rangeTextProperty());
    range.setAlignment(Pos.CENTER);
    range.setMinWidth(56);
    model.page().addListener((ListChangeListener<InfluenceItem>) change -> refresh());
    stable.getStyleClass().add("stable-toggle");
    stable.setId("stable-" + model.kind().word());
    stable.setMinWidth(USE_PREF_SIZE);
    stable.setFocusTraversable(false);
    stable.selectedProperty().bindBidirectional(strips.stability().stableOnlyProperty());
    strips.stability().knownProperty().addListener((value, old, now) -> showStable());
    showStable();
    refresh();
  }

  private void showStable() {
    ScoreStability known = strips.stability().knownProperty().get();
    stable.setVisible(known != null || stable.isSelected());
    int count = strips.stability().stable(model.kind());
    stable.setText(Texts.of("Stable only{0}", known == null ? "" : " · " + Texts.count(count)));
    stableTip.setText(
        known == null
            ? Texts.of("It is being found out which are.")
            : Texts.of(
                "{0} {1} images have the same sign and place by {2}",
                Texts.count(count), Texts.of(model.kind().word()), known.source()));
  }

  private HBox header() {
    InfluenceKind kind = model.kind();
    HBox paging = new HBox(previous, range, next);
    paging.setAlignment(Pos.CENTER);
    Label title = label(kind.title(), "strip-title");
    title.setMinWidth(USE_PREF_SIZE);
    HBox header =
        new HBox(
            8,
            kind == InfluenceKind.HARMFUL ? downTriangle(12) : upTriangle(12),
            title,
            effect,
            spacer(),
            stable,
            unit,
            paging,
            all);
    header.setAlignment(Pos.CENTER_LEFT);
    Tips.on(title, kind.explanation());
    header.getStyleClass().add("strip-head");
    return header;
  }

  private void refresh() {
    boolean empty = model.page().isEmpty();
    boolean filtered = empty && strips.count(model.kind()) > 0;
    none.setText(
        filtered
            ? Texts.of("No {0} training image is stable", Texts.of(model.kind().word()))
            : Texts.of("No training image is {0} here", Texts.of(model.kind().word())));
    none.setVisible(filtered);
    previous.setVisible(!empty);
    next.setVisible(!empty);
    all.setVisible(!empty);
    previous.setDisable(!model.hasPrevious());
    next.setDisable(!model.hasNext());
    all.setText(Texts.of("All {0}", Texts.count(model.count())));
    all.setAccessibleText(
        Texts.of(
            "Show all {0} {1} training images",
            Texts.count(model.count()), Texts.of(model.kind().word())));
  }

  /** Says whose tiles these are while others are computed; what they do if that is empty. */
  void say(String waiting) {
    effect.setText("— " + (waiting.isEmpty() ? model.effect() : waiting));
  }

  /** Says what power of ten the scores are in, in a window too small for a line of its own. */
  void showUnit(String text) {
    unit.setText(text);
  }

  /** Says that there are scores, but none of this kind. */
  void showNone(boolean visible) {
    none.setVisible(visible);
  }

  /** Takes tiles of another size. */
  void resizeTo(TileSize size) {
    tiles.resizeTo(size);
  }
}
