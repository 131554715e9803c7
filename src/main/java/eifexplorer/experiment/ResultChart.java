package eifexplorer.experiment;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Lines or points against two axes; immutable.
 *
 * @param id name of its file
 * @param title for people
 * @param kind how series are drawn
 * @param x title of the horizontal axis
 * @param y title of the vertical axis
 * @param series in the order of the legend
 */
public record ResultChart(
    String id, String title, Kind kind, String x, String y, List<Series> series) {
  /** How series are drawn. */
  public enum Kind {
    /** A line through the points. */
    LINES,
    /** Points alone, with a line where x = y. */
    BEFORE_AFTER
  }

  /**
   * One series.
   *
   * @param name in the legend
   * @param x [n]
   * @param y [n]
   * @param targets what each point opens; empty if they open nothing
   */
  public record Series(String name, List<Double> x, List<Double> y, List<Target> targets) {
    /** Copies the lists. Throws {@link IllegalArgumentException} if their lengths differ. */
    public Series {
      x = List.copyOf(x);
      y = List.copyOf(y);
      targets = List.copyOf(targets);
      if (x.size() != y.size() || (!targets.isEmpty() && targets.size() != x.size())) {
        throw new IllegalArgumentException(
            name + ": " + x.size() + " and " + y.size() + " values, " + targets.size());
      }
    }
  }

  /** Copies the list. */
  public ResultChart {
    series = List.copyOf(series);
  }

  /** The same in another language. */
  ResultChart in(UnaryOperator<String> words) {
    return new ResultChart(
        id,
        words.apply(title),
        kind,
        words.apply(x),
        words.apply(y),
        series.stream()
            .map(one -> new Series(words.apply(one.name()), one.x(), one.y(), one.targets()))
            .toList());
  }
}
