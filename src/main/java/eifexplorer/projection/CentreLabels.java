package eifexplorer.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Where the names of classes go in a picture: at the middle of their points, those that would overlap a larger one's left out. */
public final class CentreLabels {
  /** No names. */
  public static final CentreLabels NONE = new CentreLabels(List.of());

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
    int classes = Arrays.stream(labels).max().orElse(-1) + 1;
    int[] counts = new int[Math.max(0, classes)];
    for (int label : labels) {
      if (label >= 0) {
        counts[label]++;
      }
    }
    List<Centre> centres = new ArrayList<>();
    float[][] xs = new float[counts.length][];
    float[][] ys = new float[counts.length][];
    for (int label = 0; label < counts.length; label++) {
      xs[label] = new float[counts[label]];
      ys[label] = new float[counts[label]];
    }
    int[] filled = new int[counts.length];
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i];
      if (label >= 0) {
        xs[label][filled[label]] = layout.x(i);
        ys[label][filled[label]++] = layout.y(i);
      }
    }
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] > 0) {
        centres.add(new Centre(label, median(xs[label]), median(ys[label]), counts[label]));
      }
    }
    centres.sort(Comparator.comparingInt(Centre::count).reversed().thenComparing(Centre::label));
    return new CentreLabels(centres);
  }

  private static double median(float[] values) {
    Arrays.sort(values);
    return ((double) values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  /** On the way to the middles of the same classes in another layout: these at 0, the others at 1. */
  public CentreLabels blended(CentreLabels other, double share) {
    List<Centre> between = new ArrayList<>();
    for (int i = 0; i < Math.min(centres.size(), other.centres.size()); i++) {
      Centre from = centres.get(i);
      Centre to = other.centres.get(i);
      between.add(
          new Centre(
              from.label,
              from.x + share * (to.x - from.x),
              from.y + share * (to.y - from.y),
              from.count));
    }
    return new CentreLabels(between);
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
