package eifexplorer.ui.screen;

import eifexplorer.ui.kit.KeyCommand;
import java.util.List;

/**
 * What the keyboard does on a screen.
 *
 * @param groups the commands that have a key, as the sheet of keys lists them
 * @param fixed the keys that can't be changed, since a control gives them their meaning
 * @param hints what the status bar says of them in a large window
 */
public record ScreenKeys(List<Group> groups, List<Fixed> fixed, List<Hint> hints) {
  /** Only the keys of the window. */
  public static final ScreenKeys NONE = new ScreenKeys(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public ScreenKeys {
    groups = List.copyOf(groups);
    fixed = List.copyOf(fixed);
    hints = List.copyOf(hints);
  }

  /** Commands under a heading. */
  public record Group(String title, List<KeyCommand> commands) {
    /** Copies the list. */
    public Group {
      commands = List.copyOf(commands);
    }
  }

  /** A key by what stands on it, or several. */
  public record Fixed(List<String> caps, String does) {
    /** Copies the list. */
    public Fixed {
      caps = List.copyOf(caps);
    }
  }

  /** A part of the line of hints. */
  public sealed interface Hint {
    /** What the keys do, in a word or two. */
    String does();
  }

  /** A hint at commands, on whichever keys they are. */
  public record Of(String does, List<KeyCommand> commands) implements Hint {
    /** A hint at these commands. */
    public Of(String does, KeyCommand... commands) {
      this(does, List.of(commands));
    }

    /** Copies the list. */
    public Of {
      commands = List.copyOf(commands);
    }
  }

  /** A hint at a row of commands, by its ends. */
  public record Range(String does, KeyCommand first, KeyCommand last) implements Hint {}

  /** A hint at a key that can't be changed. */
  public record On(String does, String cap) implements Hint {}

  /** All commands of the groups. */
  public List<KeyCommand> commands() {
    return groups.stream().flatMap(group -> group.commands().stream()).toList();
  }
}
