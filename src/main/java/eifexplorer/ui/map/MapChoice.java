package eifexplorer.ui.map;

import eifexplorer.projection.MapCard;

/** What a session's map can be compared with. */
public sealed interface MapChoice {
  /** For people. */
  String title();

  /**
   * A map that is kept.
   *
   * @param card what is said of it
   */
  record Kept(String title, MapCard card) implements MapChoice {}

  /**
   * Another model of the workspace, laid out first if it is not yet.
   *
   * @param id the model's
   */
  record OfModel(String title, String id) implements MapChoice {}

  /**
   * An earlier epoch of the run that trained the session's model, laid out first if it is not yet.
   *
   * @param epoch counted from 1
   */
  record OfEpoch(String title, int epoch) implements MapChoice {}
}
