package eifexplorer.ui.review;

import eifexplorer.ui.kit.KeyCommand;

/** Commands of the Review screen. */
public enum ReviewCommand implements KeyCommand {
  CHOOSE_FIRST("it is the first class", "1"),
  CHOOSE_SECOND("the second class", "2"),
  CHOOSE_THIRD("the third class", "3"),
  CHOOSE_FOURTH("the fourth class", "4"),
  CHOOSE_FIFTH("the fifth class", "5"),
  TYPE_CLASS("another class, by its name", "C"),
  NONE_OF_THESE("none of the classes", "Shift+X"),
  WRITE_NOTE("a note on the image", "N"),
  KEEP_LABEL("the given label is right", "0"),
  UNSURE("unsure", "X"),
  EXCLUDE_IMAGE("exclude the image from training", "D"),
  UNDO("undo the last decision", "U"),
  UNDO_TOO("undo, as elsewhere", "Shortcut+Z"),
  REDO("redo what was undone", "Shortcut+Shift+Z"),
  PREVIOUS_IMAGE("look at the image before", "Left"),
  NEXT_IMAGE("look at the next image", "Right"),
  SIDE_BY_SIDE("beside typical images of a class, and alone", "E"),
  NEXT_CLASS("beside the next class", "Down"),
  PREVIOUS_CLASS("beside the class before", "Up"),
  BATCH("many of a class, or one by one", "B"),
  CHOOSE_IN_BATCH("choose one of the many, or not", "Space"),
  SELECT_ALL("choose all of them", "Shortcut+A"),
  ACCEPT_LIKELY("accept the most certain labels together", "T"),
  FILTER_QUEUE("which images are listed", "Q"),
  LOCATE_IMAGE("the image on the map", "L"),
  ORDER_QUEUE("what they are ordered by", "S"),
  NAME_ANNOTATOR("who decides", "A"),
  BLIND_PASS("given labels hidden, or shown", "H"),
  REVISIONS("label revisions", "R"),
  REASONS("its reasons, in a small window", "I"),
  DIFF("what is staged", "V"),
  COMMIT("commit what is staged", "Shortcut+Enter"),
  COMPARE("retrain, before and after", "M");

  private final String does;
  private final String usualKey;

  ReviewCommand(String does, String usualKey) {
    this.does = does;
    this.usualKey = usualKey;
  }

  @Override
  public String does() {
    return does;
  }

  @Override
  public String usualKey() {
    return usualKey;
  }

  @Override
  public boolean repeats() {
    return switch (this) {
      case PREVIOUS_IMAGE, NEXT_IMAGE, NEXT_CLASS, PREVIOUS_CLASS, UNDO_TOO, REDO -> true;
      default -> false;
    };
  }
}
