package eifexplorer.session.diff;

import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The orders that the images of a comparison can be listed in; ties go by test index. */
public enum DiffOrder {
  /** The surest mistakes first: nearest in the model that makes them. */
  WORST("Worst first"),
  /** The pairs that came apart or together most; those not in both come last. */
  MOVED("Moved most"),
  /** By the names of the image's classes. */
  CLASS("Class name"),
  /** By test index. */
  INDEX("Test index");

  private final String title;

  DiffOrder(String title) {
    this.title = title;
  }

  /** The order of this name on the command line. Throws {@link ProblemException} for another. */
  public static DiffOrder named(String name) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badValue(
                    "--order",
                    name,
                    Arrays.stream(values())
                        .map(DiffOrder::word)
                        .collect(Collectors.joining(", "))));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words in the list of orders. */
  public String title() {
    return title;
  }

  /** Sorts images of a comparison whose first session this is. */
  public List<DiffImage> sorted(List<DiffImage> images, ExplorerSession before) {
    Comparator<DiffImage> order =
        switch (this) {
          case WORST -> Comparator.comparingDouble(DiffImage::wrongDistance);
          case MOVED ->
              Comparator.comparingDouble(
                  image -> image.isInBoth() ? -Math.abs(image.change()) : Double.MAX_VALUE);
          case CLASS ->
              Comparator.comparing(
                  image -> before.className(before.testSample(image.before()).label()));
          case INDEX -> Comparator.comparingInt(DiffImage::before);
        };
    return images.stream().sorted(order.thenComparingInt(DiffImage::before)).toList();
  }

  @Override
  public String toString() {
    return title;
  }
}
