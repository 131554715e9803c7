package eifexplorer.ui.kit;

import java.util.Arrays;
import java.util.Set;
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
  COMPARE_ESTIMATORS(Group.STRIPS, "another estimator on the same pair", "C"),
  CLASS_HARM(Group.STRIPS, "harm of all pairs by class", "H"),
  RELABEL(Group.STRIPS, "relabel it, in Review", "R"),
  EXCLUDE(Group.STRIPS, "exclude it from training", "D"),
  COPY_PATH(Group.STRIPS, "copy its path", "Shortcut+Shift+C"),
  REVEAL(Group.STRIPS, "show it in the file manager", "Shortcut+R"),
  OPEN_IMAGE(Group.STRIPS, "open it in the system's viewer", "O"),
  SAMPLE_PANEL(Group.STRIPS, "its panel, in a small window", "I"),

  QUEUE_RUN(Group.TRAINING, "queue a run of the plan", "Shortcut+Enter"),
  PAUSE_RUN(Group.TRAINING, "pause the run, or let it go on", "Shortcut+P"),

  CHOOSE_FIRST(Group.REVIEW, "it is the first class", "1"),
  CHOOSE_SECOND(Group.REVIEW, "the second class", "2"),
  CHOOSE_THIRD(Group.REVIEW, "the third class", "3"),
  CHOOSE_FOURTH(Group.REVIEW, "the fourth class", "4"),
  CHOOSE_FIFTH(Group.REVIEW, "the fifth class", "5"),
  TYPE_CLASS(Group.REVIEW, "another class, by its name", "C"),
  KEEP_LABEL(Group.REVIEW, "the given label is right", "0"),
  UNSURE(Group.REVIEW, "unsure", "X"),
  EXCLUDE_IMAGE(Group.REVIEW, "exclude the image from training", "D"),
  UNDO(Group.REVIEW, "undo the last decision", "U"),
  UNDO_TOO(Group.REVIEW, "undo, as elsewhere", "Shortcut+Z"),
  REDO(Group.REVIEW, "redo what was undone", "Shortcut+Shift+Z"),
  PREVIOUS_IMAGE(Group.REVIEW, "look at the image before", "Left"),
  NEXT_IMAGE(Group.REVIEW, "look at the next image", "Right"),
  BATCH(Group.REVIEW, "many of a class, or one by one", "B"),
  CHOOSE_IN_BATCH(Group.REVIEW, "choose one of the many, or not", "Space"),
  SELECT_ALL(Group.REVIEW, "choose all of them", "Shortcut+A"),
  REASONS(Group.REVIEW, "its reasons, in a small window", "I"),
  DIFF(Group.REVIEW, "what is staged", "V"),
  COMMIT(Group.REVIEW, "commit what is staged", "Shortcut+Enter"),
  COMPARE(Group.REVIEW, "retrain, before and after", "M"),

  SEARCH(Group.WINDOW, "search classes, files and pairs", "Shortcut+K"),
  OPEN_WORKSPACE(Group.WINDOW, "open a workspace", "Shortcut+O"),
  NEW_DATA_SET(Group.WINDOW, "open a data set", "Shortcut+N"),
  EXPLORE_PAGE(Group.WINDOW, "Explore", "Shortcut+1"),
  WORKSPACE_PAGE(Group.WINDOW, "Workspace", "Shortcut+2"),
  TRAIN_PAGE(Group.WINDOW, "Train", "Shortcut+3"),
  REVIEW_PAGE(Group.WINDOW, "Review", "Shortcut+4"),
  EXPERIMENTS_PAGE(Group.WINDOW, "Experiments", "Shortcut+5"),
  JOBS(Group.WINDOW, "all jobs", "Shortcut+J"),
  THEME(Group.WINDOW, "dark, light", "Shortcut+D"),
  HELP(Group.WINDOW, "this sheet", "F1");

  /** Where the command works, as the sheet of keys heads it. */
  public enum Group {
    PAIRS("Pairs", Screen.EXPLORE),
    PHOTOGRAPHS("Photographs", Screen.EXPLORE),
    STRIPS("Strips", Screen.EXPLORE),
    TRAINING("Training", Screen.TRAIN),
    REVIEW("Review", Screen.REVIEW),
    WINDOW("Window", Screen.EVERY);

    private final String title;
    private final Screen screen;

    Group(String title, Screen screen) {
      this.title = title;
      this.screen = screen;
    }

    /** The screen it works on. */
    public Screen screen() {
      return screen;
    }

    /** The heading. */
    public String title() {
      return title;
    }
  }

  /** Which screens a command works on. */
  public enum Screen {
    EVERY("Window"),
    EXPLORE("Explore"),
    REVIEW("Review"),
    TRAIN("Train");

    private final String title;

    Screen(String title) {
      this.title = title;
    }

    /** Its name on the sheet of keys. */
    public String title() {
      return title;
    }
  }

  /** Commands of the photographs that work wherever there is one. */
  private static final Set<String> ZOOM = Set.of("ACTUAL_SIZE", "ZOOM_IN", "ZOOM_OUT");

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

  /** Whether it works on a screen. */
  public boolean worksOn(Screen screen) {
    return group.screen() == Screen.EVERY
        || group.screen() == screen
        || (screen == Screen.REVIEW && ZOOM.contains(name()));
  }

  /** Whether there is a screen on which both work, so that they need different keys. */
  boolean meets(KeyCommand other) {
    return Arrays.stream(Screen.values())
        .anyMatch(screen -> worksOn(screen) && other.worksOn(screen));
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
