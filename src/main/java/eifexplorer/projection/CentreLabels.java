package eifexplorer.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** Where the names of classes go in a picture: at the middle of their points, those that would overlap a larger one's left out. */
public final class CentreLabels {
  private static final double GAP = 3;

  private final List<Centre> centres;

  /**
   * The middle of a class.
   *
   * @param label the class
   * @param x median place of its points
   * @param y the same, upwards
   * @param count how many points
   */
  public record Centre(int label, double x, double y, int count) {}

  /** A name in a picture, by its middle, in pixels. */
  public record Placed(int label, double px, double py) {}

  private CentreLabels(List<Centre> centres) {
    this.centres = List.copyOf(centres);
  }

  /**
   * The middles of classes.
   *
   * @param labels one a point; negative for points that don't count
   */
  public static CentreLabels of(Layout layout, int[] labels) {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        members.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
      }
    }
    List<Centre> centres = new ArrayList<>();
    members.forEach(
        (label, points) ->
            centres.add(
                new Centre(
                    label,
                    median(points.stream().mapToDouble(layout::x).toArray()),
                    median(points.stream().mapToDouble(layout::y).toArray()),
                    points.size())));
    centres.sort(Comparator.comparingInt(Centre::count).reversed().thenComparing(Centre::label));
    return new CentreLabels(centres);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  /** All middles, those of large classes first. */
  public List<Centre> centres() {
    return centres;
  }

  /**
   * Names that are in a view whole and don't overlap.
   *
   * @param width of a class's name, in pixels
   * @param height of a line, in pixels
   */
  public List<Placed> place(PlaneView view, IntToDoubleFunction width, double height) {
    List<Placed> placed = new ArrayList<>();
    List<double[]> boxes = new ArrayList<>();
    for (Centre centre : centres) {
      double half = width.applyAsDouble(centre.label) / 2;
      double px = view.px(centre.x);
      double py = view.py(centre.y);
      double[] box = {px - half, py - height / 2, px + half, py + height / 2};
      boolean inside =
          box[0] >= 0 && box[1] >= 0 && box[2] <= view.width() && box[3] <= view.height();
      if (inside && boxes.stream().noneMatch(other -> overlap(box, other))) {
        boxes.add(box);
        placed.add(new Placed(centre.label, px, py));
      }
    }
    return placed;
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[2] + GAP && b[0] < a[2] + GAP && a[1] < b[3] + GAP && b[1] < a[3] + GAP;
  }
}
