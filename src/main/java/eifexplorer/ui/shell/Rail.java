package eifexplorer.ui.shell;

import eifexplorer.ui.kit.KeyCaps;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.KeyMap;
import eifexplorer.ui.kit.Tips;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left edge: the program's sign over the screens there are. */
final class Rail extends VBox {
  private static final double WIDTH = 72;
  private static final double COMPACT_WIDTH = 48;

  private final ObjectProperty<Page> page;
  private final ReadOnlyObjectProperty<KeyMap> keys;
  private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);

  Rail(ObjectProperty<Page> page, ReadOnlyObjectProperty<KeyMap> keys) {
    super(4);
    this.page = page;
    this.keys = keys;
    getStyleClass().add("rail");
    setAlignment(Pos.TOP_CENTER);
    getChildren().add(sign());
    add(Page.EXPLORE, Feather.COLUMNS, "Explore", KeyCommand.EXPLORE_PAGE);
    add(Page.REVIEW, Feather.CHECK_SQUARE, "Review", KeyCommand.REVIEW_PAGE);
    add(Page.TRAIN, Feather.TRENDING_UP, "Train", KeyCommand.TRAIN_PAGE);
    add(Page.EXPERIMENTS, Feather.BAR_CHART_2, "Experiments", KeyCommand.EXPERIMENTS_PAGE);
    add(Page.WORKSPACE, Feather.FOLDER, "Workspace", KeyCommand.WORKSPACE_PAGE);
    page.addListener((value, old, now) -> refresh());
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

  private void add(Page target, Ikon icon, String name, KeyCommand command) {
    ToggleButton button = new ToggleButton(name, new FontIcon(icon));
    button.getStyleClass().add("rail-button");
    button.setId("rail-" + name.toLowerCase(Locale.ROOT));
    button.setAccessibleText(name);
    Tooltip tip = Tips.on(button, "");
    tip.textProperty().bind(keys.map(map -> name + " (" + KeyCaps.text(map.key(command)) + ")"));
    button.setOnAction(
        event -> {
          page.set(target);
          refresh();
        });
    buttons.put(target, button);
    getChildren().add(button);
  }

  private void refresh() {
    buttons.forEach((target, button) -> button.setSelected(target == page.get()));
  }

  /** In a small window the names go to the tooltips. */
  void compact(boolean small) {
    double width = small ? COMPACT_WIDTH : WIDTH;
    setMinWidth(width);
    setMaxWidth(width);
    for (ToggleButton button : buttons.values()) {
      button.setContentDisplay(small ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP);
    }
  }
}
