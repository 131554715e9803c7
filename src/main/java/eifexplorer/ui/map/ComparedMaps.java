package eifexplorer.ui.map;

import eifexplorer.projection.KeptMap;
import eifexplorer.projection.Layout;
import eifexplorer.projection.LayoutMovement;
import eifexplorer.session.diff.OtherModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Two layouts of the same points.
 *
 * @param title of what was before, for people
 * @param titleAfter of the session's own model, with what tells it apart
 * @param before where they were, turned onto {@code after}; those that were not there are where they are
 * @param after where they are
 * @param moved those that moved farthest, the farthest first
 * @param mean distance of all that are in both, in spreads of the map; 0 if there are none
 * @param common how many are in both
 */
public record ComparedMaps(
    String title,
    String titleAfter,
    ShownMap before,
    ShownMap after,
    List<Moved> moved,
    double mean,
    int common) {
  private static final int MOST_LISTED = 500;

  /** Copies the list. */
  public ComparedMaps {
    moved = List.copyOf(moved);
  }

  /**
   * An image and how far it moved.
   *
   * @param point its point
   * @param distance in spreads of the map
   * @param relabelled what its label was and is, in words; empty if it is the same or not known
   */
  public record Moved(int point, double distance, String relabelled) {}

  /**
   * A session's own map after another one; for use in jobs.
   *
   * @param relabelled what labels of training images were and are, by path
   */
  static ComparedMaps of(
      String title, MapImages images, KeptMap now, KeptMap other, Map<String, String> relabelled) {
    // Turned onto this session's map, so that blending shows what moved and not how it was turned.
    LayoutMovement movement =
        LayoutMovement.between(now.layout(), other.layout(), now.partners(other.ids()));
    KeptMap aligned = new KeptMap(other.card(), movement.aligned(), other.ids());
    Layout after = now.layout();
    float[] before = aligned.places(now.ids());
    List<Moved> moved = new ArrayList<>();
    double unit = Math.max(after.spread(), Float.MIN_NORMAL);
    for (int i = 0; i < after.size(); i++) {
      if (Float.isNaN(before[2 * i])) {
        before[2 * i] = after.x(i);
        before[2 * i + 1] = after.y(i);
      } else {
        double dx = before[2 * i] - after.x(i);
        double dy = before[2 * i + 1] - after.y(i);
        String label =
            images.isTrain(i) ? relabelled.getOrDefault(images.sample(i).path(), "") : "";
        moved.add(new Moved(i, Math.hypot(dx, dy) / unit, label));
      }
    }
    moved.sort(Comparator.comparingDouble(Moved::distance).reversed());
    return new ComparedMaps(
        title,
        OtherModels.title(images.session()),
        ShownMap.of(new Layout(before, images.trainCount()), images),
        ShownMap.of(after, images),
        moved.subList(0, Math.min(MOST_LISTED, moved.size())),
        moved.stream().mapToDouble(Moved::distance).average().orElse(0),
        moved.size());
  }
}
