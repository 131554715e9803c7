package eifexplorer.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCombination;

/** Keys in the words and signs that stand on them. */
public final class KeyCaps {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("Shortcut", shortcut(System.getProperty("os.name"))),
          Map.entry("Left", "←"),
          Map.entry("Right", "→"),
          Map.entry("Up", "↑"),
          Map.entry("Down", "↓"),
          Map.entry("Plus", "+"),
          Map.entry("Minus", "−"),
          Map.entry("Page Up", "Page ↑"),
          Map.entry("Page Down", "Page ↓"),
          Map.entry("Esc", "Esc"),
          Map.entry("Slash", "/"),
          Map.entry("Back Slash", "\\"),
          Map.entry("Period", "."),
          Map.entry("Comma", ","));

  private KeyCaps() {}

  private static String shortcut(String osName) {
    return osName.toLowerCase(Locale.ROOT).contains("mac") ? "⌘" : "Ctrl";
  }

  /** The caps of a key, modifiers first: {@code Ctrl}, {@code Shift}, {@code C}. */
  public static List<String> of(KeyCombination key) {
    return of(key.getName());
  }

  /** The caps of the key of this name. */
  public static List<String> of(String name) {
    List<String> parts = new ArrayList<>(Arrays.asList(name.split("\\+")));
    // The name puts Shift before Shortcut; on paper it is the other way round.
    if (parts.remove("Shortcut")) {
      parts.add(0, "Shortcut");
    }
    return parts.stream().map(part -> Texts.of(SIGNS.getOrDefault(part, part))).toList();
  }

  /** The key in a line of text: {@code Ctrl Shift C}. */
  public static String text(KeyCombination key) {
    return String.join(" ", of(key));
  }
}
