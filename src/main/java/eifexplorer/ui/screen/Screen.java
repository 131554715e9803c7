package eifexplorer.ui.screen;

import eifexplorer.session.ExplorerSession;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.kit.ChipMenu;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;

/**
 * A page with a place in the rail, which is shown every session that is opened. Unless it says otherwise a method is called
 * on the JavaFX thread. A screen is made without touching a node, so that it can be tried without a toolkit.
 */
public interface Screen extends Page {
  /** Its name in the rail and on the sheet of keys. */
  String title();

  /** Its sign in the rail. */
  Ikon icon();

  /**
   * Makes ready what showing a session takes; called from the job that opens it.
   *
   * @return shows it, on the JavaFX thread; not called if the session is not wanted any more
   */
  Runnable prepare(ExplorerSession session);

  /** True if there is nothing on it without a model; the window then says so in its place. */
  default boolean needsModel() {
    return true;
  }

  /** A workspace without a model is open now; what is shown of a session, and held of it, is out of date. */
  default void showUntrained(UntrainedWorkspace untrained) {}

  /** It is in sight with what is open: somebody turned to it, or something else was shown on it. */
  default void enter() {}

  /** Somebody turns to another page. */
  default void leave() {}

  /**
   * What a later run needs to go on here, as text by name. All screens write into one map for each workspace: names begin
   * with the screen's id and a dot, but for those older than this rule.
   */
  default Map<String, String> state() {
    return Map.of();
  }

  /** Goes on where {@link #state} was taken; what is not understood or no longer there is passed over. */
  default void restore(Map<String, String> state) {}

  /** What the keyboard does here. */
  default ScreenKeys keys() {
    return ScreenKeys.NONE;
  }

  /** What it has to say in the top bar; made once. */
  default List<ChipMenu> chips() {
    return List.of();
  }

  /** Finds things of the session for the search of the top bar; stays good for that session. */
  default Optional<Finder> finder() {
    return Optional.empty();
  }

  /** Does what another screen or the window asks for; false if that is another screen's to do. */
  default boolean serve(Request request) {
    return false;
  }

  /** Somebody uses mouse or keyboard: what goes on in the background should make way. */
  default void userAtWork() {}

  /** The window is left: lets go of what it holds. */
  default void close() {}
}
