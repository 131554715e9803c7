package eifexplorer.ui.map;

import eifexplorer.projection.CentreLabels;
import eifexplorer.projection.Layout;
import eifexplorer.projection.PlaneTree;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A layout ready to be shown; made in a job.
 *
 * @param layout the places
 * @param tree finds points by place; empty while it is made
 * @param centres where the names of classes go
 * @param knots where the lines of class pairs meet, those of many pairs first
 */
public record ShownMap(
    Layout layout, Optional<PlaneTree> tree, CentreLabels centres, List<Knot> knots) {
  /** Copies the list. */
  public ShownMap {
    knots = List.copyOf(knots);
  }

  /** The places alone, to be seen before all else is known. */
  static ShownMap unnamed(Layout layout) {
    return new ShownMap(layout, Optional.empty(), CentreLabels.NONE, List.of());
  }

  /** A layout with its names, its knots and a tree to find its points. */
  static ShownMap of(Layout layout, MapImages images) {
    return new ShownMap(
        layout,
        Optional.of(new PlaneTree(layout)),
        CentreLabels.of(layout, images.labels()),
        Knot.of(images, layout));
  }

  /** The point nearest to a place, at most {@code radius} away; {@link PlaneTree#NONE} if there is none or it is not known yet. */
  int nearest(double x, double y, double radius, IntPredicate wanted) {
    return tree.map(t -> t.nearest(x, y, radius, wanted)).orElse(PlaneTree.NONE);
  }

  /** On the way to another map of the same points: this one at 0, the other at 1; points can't be found on it. */
  ShownMap towards(ShownMap other, double share) {
    if (share <= 0) {
      return this;
    }
    return share >= 1
        ? other
        : new ShownMap(
            layout.blended(other.layout, share),
            Optional.empty(),
            centres.blended(other.centres, share),
            Knot.blended(knots, other.knots, share));
  }

  /** The same with a tree to find its points. */
  ShownMap searchable() {
    return new ShownMap(layout, Optional.of(new PlaneTree(layout)), centres, knots);
  }
}
