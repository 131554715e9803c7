package eifexplorer.ui.map;

import eifexplorer.projection.CentreLabels;
import eifexplorer.projection.Layout;
import eifexplorer.projection.PlaneTree;

/**
 * A layout ready to be shown; made in a job.
 *
 * @param layout the places
 * @param tree finds points by place
 * @param centres where the names of classes go
 * @param finished whether it is more than a frame on the way
 * @param searchable whether the tree is of these very places
 */
public record ShownMap(
    Layout layout, PlaneTree tree, CentreLabels centres, boolean finished, boolean searchable) {
  static ShownMap of(Layout layout, int[] labels, boolean finished) {
    return new ShownMap(
        layout, new PlaneTree(layout), CentreLabels.of(layout, labels), finished, true);
  }

  /** On the way to another map of the same points: this one at 0, the other at 1. */
  ShownMap towards(ShownMap other, double share) {
    if (share <= 0) {
      return this;
    }
    return share >= 1
        ? other
        : new ShownMap(layout.blended(other.layout, share), tree, centres, true, false);
  }
}
