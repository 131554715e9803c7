package eifexplorer.ui.review;

import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Texts;

/** Commands of the Review screen. */
public enum ReviewCommand implements KeyCommand {
  CHOOSE_FIRST(Texts.of("it is the first class"), "1"),
  CHOOSE_SECOND(Texts.of("the second class"), "2"),
  CHOOSE_THIRD(Texts.of("the third class"), "3"),
  CHOOSE_FOURTH(Texts.of("the fourth class"), "4"),
  CHOOSE_FIFTH(Texts.of("the fifth class"), "5"),
  TYPE_CLASS(Texts.of("another class, by its name"), "C"),
  NONE_OF_THESE(Texts.of("none of the classes"), "Shift+X"),
  WRITE_NOTE(Texts.of("a note on the image"), "N"),
  KEEP_LABEL(Texts.of("the given label is right"), "0"),
  UNSURE(Texts.of("unsure"), "X"),
  EXCLUDE_IMAGE(Texts.of("exclude the image from training"), "D"),
  UNDO(Texts.of("undo the last decision"), "U"),
  UNDO_TOO(Texts.of("undo, as elsewhere"), "Shortcut+Z"),
  REDO(Texts.of("redo what was undone"), "Shortcut+Shift+Z"),
  PREVIOUS_IMAGE(Texts.of("look at the image before"), "Left"),
  NEXT_IMAGE(Texts.of("look at the next image"), "Right"),
  SIDE_BY_SIDE(Texts.of("beside typical images of a class, and alone"), "E"),
  NEXT_CLASS(Texts.of("beside the next class"), "Down"),
  PREVIOUS_CLASS(Texts.of("beside the class before"), "Up"),
  BATCH(Texts.of("many of a class, or one by one"), "B"),
  CHOOSE_IN_BATCH(Texts.of("choose one of the many, or not"), "Space"),
  SELECT_ALL(Texts.of("choose all of them"), "Shortcut+A"),
  ACCEPT_LIKELY(Texts.of("accept the most certain labels together"), "T"),
  FILTER_QUEUE(Texts.of("which images are listed"), "Q"),
  LOCATE_IMAGE(Texts.of("the image on the map"), "L"),
  ORDER_QUEUE(Texts.of("what they are ordered by"), "S"),
  NAME_ANNOTATOR(Texts.of("who decides"), "A"),
  BLIND_PASS(Texts.of("given labels hidden, or shown"), "H"),
  REVISIONS(Texts.of("label revisions"), "R"),
  REASONS(Texts.of("its reasons, in a small window"), "I"),
  DIFF(Texts.of("what is staged"), "V"),
  COMMIT(Texts.of("commit what is staged"), "Shortcut+Enter"),
  COMPARE(Texts.of("retrain, before and after"), "M");

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
