package eifexplorer.ui.screen;

import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.marks.OpenPairViewModel;

/**
 * What a window shares with its screens.
 *
 * @param jobs runs what takes its time, with the outcome on the JavaFX thread
 * @param notices messages on the screen
 * @param marks flags and reviewed pairs of what is open
 * @param preferences what this user chose
 * @param navigation other pages and other sessions
 * @param openPair the pair that is looked at
 */
public record ScreenContext(
    FxJobs jobs,
    NoticesViewModel notices,
    MarksViewModel marks,
    Preferences preferences,
    Navigation navigation,
    OpenPairViewModel openPair) {
  /** With a pair of its own to look at. */
  public ScreenContext(
      FxJobs jobs,
      NoticesViewModel notices,
      MarksViewModel marks,
      Preferences preferences,
      Navigation navigation) {
    this(jobs, notices, marks, preferences, navigation, new OpenPairViewModel());
  }
}
