package eifexplorer.ui.explore.inspector;

import eifexplorer.ui.kit.Picture;
import java.util.List;

/**
 * Typical test images of a class.
 *
 * @param title such as {@code Typical Shiny Cowbird}
 * @param pictures the most typical first
 */
public record Exemplars(String title, List<Picture> pictures) {
  /** Copies the list. */
  public Exemplars {
    pictures = List.copyOf(pictures);
  }
}
