package eifexplorer.ui.screen;

import eifexplorer.ui.kit.Picture;
import java.util.List;

/**
 * Something a search found.
 *
 * @param group the heading it stands under
 * @param title what it is
 * @param detail more about it
 * @param pictures its pictures, at most two
 * @param open goes there
 */
public record SearchHit(
    String group, String title, String detail, List<Picture> pictures, Runnable open) {
  /** Copies the list. */
  public SearchHit {
    pictures = List.copyOf(pictures);
  }
}
