package eifexplorer.ui.shell;

import eifexplorer.ui.kit.KeyCaps;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import eifexplorer.ui.screen.Screen;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left edge: the program's sign over the screens there are. */
final class Rail extends VBox {
  private static final double WIDTH = 72;
  private static final double COMPACT_WIDTH = 48;

  private final ExplorerWindowViewModel model;
  private final Map<Screen, ToggleButton> buttons = new LinkedHashMap<>();

  Rail(ExplorerWindowViewModel model) {
    super(4);
    this.model = model;
    getStyleClass().add("rail");
    setAlignment(Pos.TOP_CENTER);
    getChildren().add(sign());
    TurnTo.all(model.screens()).forEach(this::add);
    model.pageProperty().addListener((value, old, now) -> refresh());
    refresh();
    compact(false);
  }

  private static StackPane sign() {
    Circle left = new Circle(-4.5, 0, 6);
    left.getStyleClass().add("sign-harmful");
    Circle right = new Circle(4.5, 0, 6);
    right.getStyleClass().add("sign-helpful");
    StackPane sign = new StackPane(new Group(left, right));
    sign.getStyleClass().add("sign");
    return sign;
  }

  private void add(TurnTo command) {
    Screen screen = command.screen();
    ToggleButton button = new ToggleButton(screen.title(), new FontIcon(screen.icon()));
    button.getStyleClass().add("rail-button");
    button.setId("rail-" + screen.id());
    button.setAccessibleText(screen.title());
    Tip tip = Tips.on(button, "");
    tip.textProperty()
        .bind(
            model
                .keys()
                .mapProperty()
                .map(map -> screen.title() + " (" + KeyCaps.text(map.key(command)) + ")"));
    button.setOnAction(
        event -> {
          model.turnTo(screen);
          refresh();
        });
    buttons.put(screen, button);
    getChildren().add(button);
  }

  private void refresh() {
    buttons.forEach((target, button) -> button.setSelected(target == model.pageProperty().get()));
  }

  /** As wide as the longest name; in a small window the names go to the tooltips. */
  void compact(boolean small) {
    setMinWidth(small ? COMPACT_WIDTH : WIDTH);
    setMaxWidth(small ? COMPACT_WIDTH : USE_PREF_SIZE);
    for (ToggleButton button : buttons.values()) {
      button.setContentDisplay(small ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP);
    }
  }
}
