package eifexplorer.ui.kit;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

/**
 * The key of a command as it stands on the keyboard, on a button that does the same. It follows the window's map of keys,
 * which the root of the scene holds for all that is below it; outside a window it is the usual key.
 */
public final class CommandCaps extends HBox {
  private static final double GAP = 2;

  /** The caps of a command's key. */
  public CommandCaps(KeyCommand command) {
    super(GAP);
    getStyleClass().add("command-caps");
    setMinWidth(USE_PREF_SIZE);
    setAlignment(Pos.CENTER);
    show(command.usual());
    sceneProperty()
        .flatMap(Scene::rootProperty)
        .flatMap(CommandCaps::keys)
        .addListener((value, old, now) -> show(now == null ? command.usual() : now.key(command)));
  }

  /** Has everything below a scene's root follow this map. */
  public static void follow(Parent root, ObservableValue<KeyMap> keys) {
    root.getProperties().put(CommandCaps.class, keys);
  }

  /** Has everything below a popup's root follow the map of the scene that it belongs to. */
  static void followAs(Parent popup, Parent owner) {
    popup.getProperties().put(CommandCaps.class, keys(owner));
  }

  @SuppressWarnings("unchecked")
  private static ObservableValue<KeyMap> keys(Parent root) {
    Object held = root.getProperties().get(CommandCaps.class);
    return held == null ? new ReadOnlyObjectWrapper<>() : (ObservableValue<KeyMap>) held;
  }

  private void show(KeyCombination key) {
    getChildren().setAll(KeyCaps.of(key).stream().map(Controls::key).toList());
  }
}
