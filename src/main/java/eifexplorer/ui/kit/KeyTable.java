package eifexplorer.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The commands there are, and where they work: everywhere, or on screens, by these' ids. Immutable. */
public final class KeyTable {
  private final Set<KeyCommand> everywhere;
  private final Map<String, Set<KeyCommand>> onScreens = new LinkedHashMap<>();
  private final List<KeyCommand> all;

  /**
   * A table of commands; several screens may have the same one.
   *
   * @throws IllegalArgumentException if two commands have the same name
   */
  public KeyTable(
      List<? extends KeyCommand> everywhere,
      Map<String, ? extends List<? extends KeyCommand>> onScreens) {
    this.everywhere = new LinkedHashSet<>(everywhere);
    Set<KeyCommand> found = new LinkedHashSet<>();
    onScreens.forEach(
        (screen, commands) -> {
          this.onScreens.put(screen, new LinkedHashSet<>(commands));
          found.addAll(commands);
        });
    found.addAll(everywhere);
    all = List.copyOf(found);
    Map<String, KeyCommand> names = new HashMap<>();
    for (KeyCommand command : all) {
      if (names.put(command.name(), command) != null) {
        throw new IllegalArgumentException("Two commands have the name " + command.name());
      }
    }
  }

  /** Every command once. */
  public List<KeyCommand> all() {
    return all;
  }

  /** The commands that work on a screen; on a page that is none of the screens, those that work everywhere. */
  public List<KeyCommand> on(String screen) {
    List<KeyCommand> commands = new ArrayList<>(onScreens.getOrDefault(screen, Set.of()));
    commands.addAll(everywhere);
    return commands;
  }

  /** Whether there is a place where both work, so that they need different keys. */
  boolean meet(KeyCommand one, KeyCommand other) {
    return everywhere.contains(one)
        || everywhere.contains(other)
        || onScreens.values().stream().anyMatch(s -> s.contains(one) && s.contains(other));
  }
}
