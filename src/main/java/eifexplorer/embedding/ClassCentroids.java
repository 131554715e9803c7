package eifexplorer.embedding;

import eifexplorer.math.IndexOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The mean direction of each class's embeddings, and how single ones lie to them: sums mu_c of the unit rows u of a class
 * c. Immutable, safe for use from any thread.
 */
public final class ClassCentroids {
  private final FeatureMatrix rows;
  private final int[] labels;
  private final Map<Integer, double[]> sums = new TreeMap<>();

  /**
   * Sums the unit rows of every class.
   *
   * @param rows raw embeddings [n,E]
   * @param labels [n]
   */
  public ClassCentroids(FeatureMatrix rows, int[] labels) {
    this.rows = rows;
    this.labels = labels.clone();
    for (int i = 0; i < labels.length; i++) {
      double[] sum = sums.computeIfAbsent(labels[i], label -> new double[rows.columns()]);
      double[] unit = unit(i);
      for (int c = 0; c < sum.length; c++) {
        sum[c] += unit[c];
      }
    }
  }

  private double[] unit(int row) {
    float[] values = rows.row(row);
    double length = Math.max(Embeddings.norm(values, 0, values.length), Embeddings.SMALLEST_NORM);
    double[] unit = new double[values.length];
    for (int c = 0; c < unit.length; c++) {
      unit[c] = values[c] / length;
    }
    return unit;
  }

  /**
   * By how much a row is nearer to its own class, without itself, than to the best other one: {@code u · n(mu_y - u) - max
   * over c != y of u · n(mu_c)}, -2..2. NaN for the only row of its class, or if there is no other class.
   */
  public double margin(int row) {
    double[] unit = unit(row);
    int own = labels[row];
    double[] others = Objects.requireNonNull(sums.get(own)).clone();
    for (int c = 0; c < others.length; c++) {
      others[c] -= unit[c];
    }
    double best =
        sums.entrySet().stream()
            .filter(entry -> entry.getKey() != own)
            .mapToDouble(entry -> cosine(unit, entry.getValue()))
            .max()
            .orElse(Double.NaN);
    return alone(own) ? Double.NaN : cosine(unit, others) - best;
  }

  private boolean alone(int label) {
    return Arrays.stream(labels).filter(l -> l == label).limit(2).count() == 1;
  }

  /** Rows of a class by falling cosine to its mean direction; ties by index. None if it has no rows. */
  public List<Integer> typical(int label) {
    double[] sum = sums.get(label);
    if (sum == null) {
      return List.of();
    }
    int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
    double[] cosines = IntStream.of(members).mapToDouble(i -> cosine(unit(i), sum)).toArray();
    return IntStream.of(IndexOrder.descending(cosines)).mapToObj(m -> members[m]).toList();
  }

  private static double cosine(double[] unit, double[] direction) {
    double dot = 0;
    double squares = 0;
    for (int c = 0; c < unit.length; c++) {
      dot += unit[c] * direction[c];
      squares += direction[c] * direction[c];
    }
    return dot / Math.max(Math.sqrt(squares), Embeddings.SMALLEST_NORM);
  }
}
