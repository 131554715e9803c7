package eifexplorer.ui.screen;

import java.util.List;

/** Finds things of one session by words. */
public interface Finder {
  /** Everything whose name holds every word of a text, a few of each kind; called from a job. */
  List<SearchHit> find(String text);

  /** What a text means in what the screen lists at the moment, such as a number in its list; called on the JavaFX thread. */
  default List<SearchHit> findListed(String text) {
    return List.of();
  }
}
