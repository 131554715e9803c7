package eifexplorer.ui.screen;

import eifexplorer.ui.kit.PictureLoader;
import java.nio.file.Path;
import java.util.Optional;

/** Something the middle of the window can show: a {@link Screen}, or a form that is opened on the way and left again. */
public interface Page {
  /** Names it where it is remembered; lower case, never changed. */
  String id();

  /** Makes its nodes; called once, on the JavaFX thread, when it is first shown. */
  PageView view(PictureLoader pictures);

  /** What dropping a file on it would do, in words; empty if that is the window's to decide. */
  default Optional<String> dropInvitation(Path file) {
    return Optional.empty();
  }

  /** Takes a file that was dropped on it after an invitation. */
  default void drop(Path file) {}
}
