package eifexplorer.ui.map;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.projection.Layout;
import eifexplorer.projection.PlaneView;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All pairs of two classes, whichever way round: where their lines meet.
 *
 * @param first the smaller label
 * @param second the larger label
 * @param x mean place of the pairs' middles
 * @param y the same, upwards
 * @param pairs the pairs
 * @param count how many of them Explore lists: two images that are confused with each other are one
 */
public record Knot(
    int first, int second, double x, double y, List<ConfusionPair> pairs, int count) {
  /** Copies the list. */
  public Knot {
    pairs = List.copyOf(pairs);
  }

  /** How large a disc stands for it, in pixels. */
  double radius() {
    return Math.min(16, 3 + 2 * Math.sqrt(count));
  }

  /**
   * Those of several pairs that have a disc in a view: one whose disc would lie in that of a larger knot has none until
   * somebody looks closer.
   *
   * @param knots those of many pairs first, as is what is returned
   */
  static List<Knot> withDisc(List<Knot> knots, PlaneView view) {
    List<Knot> seen = new ArrayList<>();
    for (Knot knot : knots) {
      if (knot.count > 1
          && view.shows(knot.x, knot.y, knot.radius())
          && seen.stream().noneMatch(larger -> larger.covers(knot, view))) {
        seen.add(knot);
      }
    }
    return seen;
  }

  private boolean covers(Knot other, PlaneView view) {
    return Math.hypot(x - other.x, y - other.y) * view.scale() < radius();
  }

  /** The knots of all pairs, those of many pairs first. */
  static List<Knot> of(MapImages images, Layout layout) {
    Map<Long, List<ConfusionPair>> bundles = new TreeMap<>();
    for (ConfusionPair pair : images.pairs()) {
      int low = Math.min(pair.wrongLabel(), pair.confusedLabel());
      int high = Math.max(pair.wrongLabel(), pair.confusedLabel());
      bundles.computeIfAbsent((long) low << 32 | high, key -> new ArrayList<>()).add(pair);
    }
    List<Knot> knots = new ArrayList<>();
    bundles.forEach(
        (key, pairs) -> knots.add(of((int) (key >>> 32), (int) (long) key, pairs, images, layout)));
    knots.sort(Comparator.comparingInt((Knot knot) -> knot.count).reversed());
    return knots;
  }

  /** On the way to the knots of the same pairs in another layout: these at 0, the others at 1. */
  static List<Knot> blended(List<Knot> from, List<Knot> to, double share) {
    List<Knot> between = new ArrayList<>();
    for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
      Knot a = from.get(i);
      Knot b = to.get(i);
      between.add(
          new Knot(
              a.first,
              a.second,
              a.x + share * (b.x - a.x),
              a.y + share * (b.y - a.y),
              a.pairs,
              a.count));
    }
    return between;
  }

  private static Knot of(
      int first, int second, List<ConfusionPair> pairs, MapImages images, Layout layout) {
    double x = 0;
    double y = 0;
    for (ConfusionPair pair : pairs) {
      int a = images.test(pair.wrong());
      int b = images.test(pair.confusedWith());
      x += (layout.x(a) + layout.x(b)) / 2.0;
      y += (layout.y(a) + layout.y(b)) / 2.0;
    }
    return new Knot(first, second, x / pairs.size(), y / pairs.size(), pairs, count(pairs));
  }

  private static int count(List<ConfusionPair> pairs) {
    return (int)
        pairs.stream()
            .mapToLong(
                pair ->
                    (long) Math.min(pair.wrong(), pair.confusedWith()) << 32
                        | Math.max(pair.wrong(), pair.confusedWith()))
            .distinct()
            .count();
  }

  /** What is said of it, of these images. */
  String text(MapImages of) {
    return Texts.of(
        "{0} and {1} · {2} · a click lists them",
        of.className(first), of.className(second), Texts.count(count(), "pair", "pairs"));
  }
}
