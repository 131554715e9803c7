package eifexplorer.ui.map;

import eifexplorer.projection.ClassColours;
import java.util.Arrays;
import java.util.Set;

/** How the points of a map look at a moment: their colours, and which are on the map. Unchanging, so that jobs can ask it. */
final class PointColours {
  private static final int GREY_DARK = 0xff3d444d;
  private static final int GREY_LIGHT = 0xffc8ced5;
  private static final int TRAIN_DARK = 0xff58a6ff;
  private static final int TRAIN_LIGHT = 0xff0969da;
  private static final int TEST_DARK = 0xffe3b341;
  private static final int TEST_LIGHT = 0xff9a6700;

  private final MapImages images;
  private final Colouring by;
  private final ShownSplit split;
  private final boolean dark;
  private final boolean[] hidden;
  private final boolean[] chosen;
  private final boolean anyChosen;
  private final double[] values;
  private final Picked picked;
  private int[] colours = {};

  /**
   * Copies the sets.
   *
   * @param hidden classes that are not on the map
   * @param chosen classes that keep their colour while all others are grey; all do if it is empty
   * @param values of the points, for colourings that have them, 0..1; NaN, or none at all, where they are not known
   * @param picked keep their colour while all others are grey; all do if it is empty
   */
  PointColours(
      MapImages images,
      Colouring by,
      ShownSplit split,
      boolean dark,
      Set<Integer> hidden,
      Set<Integer> chosen,
      double[] values,
      Picked picked) {
    this.images = images;
    this.by = by;
    this.split = split;
    this.dark = dark;
    int classes = images.classes().stream().mapToInt(ClassEntry::label).max().orElse(-1) + 1;
    this.hidden = flags(hidden, classes);
    this.chosen = flags(chosen, classes);
    this.anyChosen = !chosen.isEmpty();
    this.values = values;
    this.picked = picked;
  }

  private static boolean[] flags(Set<Integer> labels, int classes) {
    boolean[] flags = new boolean[classes];
    labels.stream().filter(label -> label < classes).forEach(label -> flags[label] = true);
    return flags;
  }

  /** How many points there are. */
  int size() {
    return images.size();
  }

  /** Whether a point is on the map. */
  boolean isShown(int point) {
    return split.shows(images.isTrain(point)) && !hidden[images.label(point)];
  }

  /** The colours of all points [n], 0xAARRGGBB; 0 for those that are not on the map. Not to be changed. */
  synchronized int[] colours() {
    if (colours.length != images.size()) {
      int[] all = new int[images.size()];
      if (picked.isEmpty()) {
        Arrays.setAll(all, point -> isShown(point) ? colour(point) : 0);
      } else {
        int grey = grey(dark);
        Arrays.setAll(all, point -> isShown(point) ? grey : 0);
        picked.points().filter(this::isShown).forEach(point -> all[point] = colour(point));
      }
      colours = all;
    }
    return colours;
  }

  private int colour(int point) {
    int label = images.label(point);
    if (anyChosen && !chosen[label]) {
      return grey(dark);
    }
    return switch (by) {
      case CLASS -> ClassColours.of(label, dark);
      case SPLIT -> split(images.isTrain(point), dark);
      default -> {
        double value = point < values.length ? values[point] : Double.NaN;
        if (Double.isNaN(value) || (by == Colouring.REVISION && value == 0)) {
          yield grey(dark);
        }
        yield by == Colouring.REVISION ? split(false, dark) : scale(value, dark);
      }
    };
  }

  private static int grey(boolean dark) {
    return dark ? GREY_DARK : GREY_LIGHT;
  }

  /** The colour of a split. */
  static int split(boolean train, boolean dark) {
    if (train) {
      return dark ? TRAIN_DARK : TRAIN_LIGHT;
    }
    return dark ? TEST_DARK : TEST_LIGHT;
  }

  /** The colour of a value from 0 to 1; its high end stands out from the ground. */
  static int scale(double share, boolean dark) {
    return ClassColours.scale(dark ? 0.15 + 0.85 * share : 0.92 * (1 - share));
  }
}
