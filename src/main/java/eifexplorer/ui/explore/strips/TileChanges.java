package eifexplorer.ui.explore.strips;

import javafx.collections.SetChangeListener;

/** Everything that makes tiles look different while they show the same images. */
final class TileChanges {
  private TileChanges() {}

  /** Calls the listener whenever more is known, a mark is set, or another image is chosen or picked. */
  static void on(StripsViewModel strips, Runnable listener) {
    strips.labels().versionProperty().addListener((value, old, now) -> listener.run());
    strips.survey().surveyProperty().addListener((value, old, now) -> listener.run());
    strips.stability().knownProperty().addListener((value, old, now) -> listener.run());
    strips.estimators().appliedProperty().addListener((value, old, now) -> listener.run());
    strips.chosenProperty().addListener((value, old, now) -> listener.run());
    strips.marks().flagChangesProperty().addListener((value, old, now) -> listener.run());
    strips.marks().copiesProperty().addListener((value, old, now) -> listener.run());
    strips.marks().excluded().addListener((SetChangeListener<String>) change -> listener.run());
    strips.picked().addListener((SetChangeListener<Integer>) change -> listener.run());
  }
}
