package eifexplorer.ui.kit;

import javafx.scene.input.KeyCombination;

/** What a key can do; the key itself is the {@link KeyMap}'s, and may be changed. */
public enum KeyCommand {
  PREVIOUS_PAIR(Group.PAIRS, "previous pair", "Left"),
  NEXT_PAIR(Group.PAIRS, "next pair", "Right"),
  MARK_REVIEWED(Group.PAIRS, "mark the pair as reviewed, or not", "Space"),
  FILTER(Group.PAIRS, "filter the list", "Shortcut+F"),
  PAIRS_LIST(Group.PAIRS, "list of pairs", "Alt+1"),
  CLASS_PAIRS_LIST(Group.PAIRS, "list of class pairs", "Alt+2"),
  CLASSES_LIST(Group.PAIRS, "list of classes", "Alt+3"),

  ACTUAL_SIZE(Group.PHOTOGRAPHS, "100 % and whole", "Z"),
  ZOOM_IN(Group.PHOTOGRAPHS, "larger", "Plus"),
  ZOOM_OUT(Group.PHOTOGRAPHS, "smaller", "Minus"),
  PIN(Group.PHOTOGRAPHS, "pin one photograph, walk the other's neighbours", "P"),
  NEARER_NEIGHBOUR(Group.PHOTOGRAPHS, "nearer neighbour", "Up"),
  FARTHER_NEIGHBOUR(Group.PHOTOGRAPHS, "farther neighbour", "Down"),
  EXEMPLARS(Group.PHOTOGRAPHS, "typical images of both classes", "E"),

  NEXT_SCOPE(Group.STRIPS, "pair, class pair, group", "G"),
  ALL_TILES(Group.STRIPS, "all training images of a kind", "A"),
  PARAMETERS(Group.STRIPS, "estimator and its parameters", "T"),
  FLAG(Group.STRIPS, "flag the training image", "F"),
  PICK(Group.STRIPS, "pick it for what if, or drop it", "Q"),
  WHAT_IF(Group.STRIPS, "what if training images were changed", "W"),
  COMPARE(Group.STRIPS, "another estimator on the same pair", "C"),
  CLASS_HARM(Group.STRIPS, "harm of all pairs by class", "H"),
  COPY_PATH(Group.STRIPS, "copy its path", "Shortcut+Shift+C"),
  REVEAL(Group.STRIPS, "show it in the file manager", "Shortcut+R"),
  OPEN_IMAGE(Group.STRIPS, "open it in the system's viewer", "O"),
  SAMPLE_PANEL(Group.STRIPS, "its panel, in a small window", "I"),

  QUEUE_RUN(Group.TRAINING, "queue a run of the plan", "Shortcut+Enter"),
  PAUSE_RUN(Group.TRAINING, "pause the run, or let it go on", "Shortcut+P"),

  SEARCH(Group.WINDOW, "search classes, files and pairs", "Shortcut+K"),
  OPEN_WORKSPACE(Group.WINDOW, "open a workspace", "Shortcut+O"),
  NEW_DATA_SET(Group.WINDOW, "open a data set", "Shortcut+N"),
  EXPLORE_PAGE(Group.WINDOW, "Explore", "Shortcut+1"),
  WORKSPACE_PAGE(Group.WINDOW, "Workspace", "Shortcut+2"),
  TRAIN_PAGE(Group.WINDOW, "Train", "Shortcut+3"),
  JOBS(Group.WINDOW, "all jobs", "Shortcut+J"),
  THEME(Group.WINDOW, "dark, light", "Shortcut+D"),
  HELP(Group.WINDOW, "this sheet", "F1");

  /** Where the command works, as the sheet of keys heads it. */
  public enum Group {
    PAIRS("Pairs"),
    PHOTOGRAPHS("Photographs"),
    STRIPS("Strips"),
    TRAINING("Training"),
    WINDOW("Window");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /** The heading. */
    public String title() {
      return title;
    }
  }

  private final Group group;
  private final String does;
  private final KeyCombination usual;

  KeyCommand(Group group, String does, String usual) {
    this.group = group;
    this.does = does;
    this.usual = KeyCombination.valueOf(usual);
  }

  /** Where it works. */
  public Group group() {
    return group;
  }

  /** What it does, in a few words. */
  public String does() {
    return does;
  }

  /** The key it has before anybody changed it. */
  public KeyCombination usual() {
    return usual;
  }
}
