package eifexplorer.ui.screen;

import eifexplorer.job.Job;
import eifexplorer.session.ExplorerSession;
import java.nio.file.Path;

/**
 * What a screen can ask of the window: other pages and other sessions. Opening runs as a job; what is open stays until the
 * new session is there, and stays if that fails. For use on the JavaFX thread.
 */
public interface Navigation {
  /** Turns to a page. */
  void turnTo(Page page);

  /** Turns to the first screen. */
  void home();

  /** Turns from a form to the screen that was shown before. */
  void back();

  /** Has the first screen that can do something do it; false if none can. */
  boolean ask(Request request);

  /** Opens the open workspace again, with the labels and the model that are current now. */
  void reopen();

  /** Opens the open workspace again, with the labels that are current now and the model that is open. */
  void refresh();

  /** Opens a workspace. */
  void openWorkspace(Path folder);

  /** Opens the open workspace with another of its models, with which it opens from then on. */
  void openModel(String modelId);

  /**
   * Opens the workspace that a job makes or changes. A form that asks for it stays until it shows, and with what was typed if
   * it does not.
   *
   * @param title says what the job does
   * @param shown is told that it shows
   * @param notShown is told that it will not: it failed, which a notice says, or something else was asked for
   */
  void openMade(
      String title, Path folder, Job<ExplorerSession> job, Runnable shown, Runnable notShown);
}
