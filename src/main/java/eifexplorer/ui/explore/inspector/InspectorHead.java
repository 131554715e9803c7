package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.explore.confusions.PairCommand;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.explore.inspector.PhotoArrangement.Mode;
import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import eifexplorer.ui.photo.PairZoom;
import eifexplorer.ui.photo.ZoomCommand;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which pair it is, how large it is seen, whether it was looked at. */
final class InspectorHead extends HBox {
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

  private final InspectorViewModel model;
  private final PairListViewModel pairs;
  private final Label position = label("", "h1");
  private final Label total = label("", "secondary");
  private final Button previous;
  private final Button next;

  InspectorHead(InspectorViewModel model, PairListViewModel pairs) {
    super(8);
    this.model = model;
    this.pairs = pairs;
    getStyleClass().add("inspector-head");
    setAlignment(Pos.CENTER_LEFT);
    previous = iconButton(Feather.CHEVRON_LEFT, Texts.of("Previous pair (←)"), pairs::previous);
    next = iconButton(Feather.CHEVRON_RIGHT, Texts.of("Next pair (→)"), pairs::next);
    next.setId("next-pair");
    position.setId("pair-position");
    position.setMinWidth(USE_PREF_SIZE);
    total.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            previous,
            position,
            total,
            next,
            spacer(),
            mode(model.zoom()),
            zoomChip(model.zoom()),
            actual(model.zoom()),
            tools(model),
            exemplars(model),
            reviewed(model));
    for (ObservableValue<?> changing :
        new ObservableValue<?>[] {
          pairs.selectedProperty(),
          pairs.positionProperty(),
          pairs.countTextProperty(),
          model.walkTextProperty()
        }) {
      changing.addListener((value, old, now) -> showPosition());
    }
    showPosition();
  }

  private static ToggleButton mode(PairZoom zoom) {
    ToggleButton mode = new ToggleButton();
    mode.getStyleClass().setAll("secondary", "zoom-mode");
    mode.setId("zoom-mode");
    FontIcon sign = new FontIcon();
    // Not by a style: one that comes and goes while a menu opens would stay.
    sign.iconCodeProperty()
        .bind(zoom.aloneProperty().map(alone -> alone ? Feather.SCISSORS : Feather.LINK_2));
    mode.setGraphic(sign);
    mode.setMinWidth(24);
    mode.setFocusTraversable(false);
    mode.textProperty().bind(zoom.modeProperty());
    mode.accessibleTextProperty().bind(zoom.modeProperty());
    mode.selectedProperty().bindBidirectional(zoom.linkedProperty());
    Tips.on(
        mode,
        Texts.of(
            "Linked, both photographs zoom and move together; unlinked, each alone.\n"
                + "Shift does the other while it is held."));
    zoom.aloneProperty().addListener((value, old, now) -> mode.pseudoClassStateChanged(ALONE, now));
    return mode;
  }

  private static Label zoomChip(PairZoom zoom) {
    Label chip = label("", "chip", "zoom-chip");
    chip.setId("zoom");
    chip.setMinWidth(USE_PREF_SIZE);
    chip.textProperty().bind(zoom.textProperty());
    chip.visibleProperty().bind(zoom.textProperty().isNotEmpty());
    Tips.on(chip, Texts.of("Size on the screen, in per cent of the photographs' own pixels"));
    return chip;
  }

  private static ToggleButton actual(PairZoom zoom) {
    ToggleButton actual = new ToggleButton("100 %", new CommandCaps(ZoomCommand.ACTUAL_SIZE));
    actual.getStyleClass().add("key-toggle");
    actual.setAccessibleText(Texts.of("Show both photographs at 100 per cent"));
    actual.setMinWidth(USE_PREF_SIZE);
    actual.setOnAction(event -> zoom.toggleActual());
    zoom.textProperty().addListener((value, old, now) -> actual.setSelected(zoom.isActual()));
    return actual;
  }

  private static HBox tools(InspectorViewModel model) {
    PhotoArrangement arrangement = model.arrangement();
    ToggleButton swap = iconToggle(Feather.REPEAT, "swap", Texts.of("Swap the sides (X)"));
    swap.selectedProperty().bindBidirectional(arrangement.swappedProperty());
    ToggleButton look =
        iconToggle(
            Feather.CROSSHAIR,
            "look",
            Texts.of("Where the model looks: what in both makes them alike (O)"));
    look.selectedProperty().bindBidirectional(model.look().openProperty());
    HBox tools =
        new HBox(
            2,
            swap,
            mode(arrangement, Mode.BLINK, Feather.EYE, Texts.of("Both in one place, blinking (B)")),
            mode(
                arrangement,
                Mode.OVERLAY,
                Feather.LAYERS,
                Texts.of("Both in one place, one over the other (V)")),
            look);
    tools.setAlignment(Pos.CENTER);
    return tools;
  }

  private static ToggleButton mode(
      PhotoArrangement arrangement, Mode mode, Ikon icon, String name) {
    ToggleButton button = iconToggle(icon, mode.name().toLowerCase(Locale.ROOT), name);
    button.setOnAction(event -> arrangement.toggle(mode));
    arrangement.modeProperty().addListener((value, old, now) -> button.setSelected(now == mode));
    return button;
  }

  private static ToggleButton iconToggle(Ikon icon, String id, String name) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(new FontIcon(icon));
    button.setId("photographs-" + id);
    button.getStyleClass().addAll("key-toggle", "icon-toggle");
    button.setAccessibleText(name);
    button.setFocusTraversable(false);
    Tips.on(button, name);
    return button;
  }

  private static ToggleButton exemplars(InspectorViewModel model) {
    ToggleButton exemplars =
        new ToggleButton(Texts.of("Typical"), new CommandCaps(PhotographCommand.EXEMPLARS));
    exemplars.setId("exemplars");
    exemplars.getStyleClass().add("key-toggle");
    exemplars.setAccessibleText(Texts.of("Show typical images of both classes"));
    exemplars.setMinWidth(USE_PREF_SIZE);
    exemplars.selectedProperty().bindBidirectional(model.exemplars().openProperty());
    return exemplars;
  }

  private static ToggleButton reviewed(InspectorViewModel model) {
    ToggleButton reviewed = new ToggleButton();
    reviewed.setId("reviewed");
    reviewed.getStyleClass().add("reviewed-toggle");
    reviewed.setGraphic(
        new HBox(
            8, new FontIcon(Feather.CHECK), label(""), new CommandCaps(PairCommand.MARK_REVIEWED)));
    ((HBox) reviewed.getGraphic()).setAlignment(Pos.CENTER);
    Label text = (Label) ((HBox) reviewed.getGraphic()).getChildren().get(1);
    reviewed.setMinWidth(USE_PREF_SIZE);
    reviewed.setOnAction(event -> model.toggleReviewed());
    Runnable show =
        () -> {
          boolean done = model.reviewedProperty().get();
          reviewed.setSelected(done);
          text.setText(done ? Texts.of("Reviewed") : Texts.of("Mark reviewed"));
          reviewed.setAccessibleText(
              done
                  ? Texts.of("Reviewed; press to take it back")
                  : Texts.of("Mark the pair as reviewed"));
        };
    model.reviewedProperty().addListener((value, old, now) -> show.run());
    show.run();
    return reviewed;
  }

  private String unlisted() {
    return pairs.isConfused(pairs.selectedProperty().get())
        ? Texts.of("Pair not listed")
        : Texts.of("Not confused here");
  }

  private void showPosition() {
    int at = pairs.positionProperty().get();
    int listed = pairs.visible().size();
    position.setText(at < 0 ? unlisted() : Texts.of("Pair {0}", Texts.count(at + 1)));
    String walked = model.walkTextProperty().get();
    boolean counts = at >= 0 && walked.isEmpty();
    total.setText(counts ? Texts.of("of {0}", Texts.count(listed)) : walked);
    previous.setDisable(at <= 0);
    next.setDisable(at + 1 >= listed);
  }
}
