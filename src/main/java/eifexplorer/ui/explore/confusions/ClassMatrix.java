package eifexplorer.ui.explore.confusions;

import static java.util.Objects.requireNonNull;

import eifexplorer.confusion.ClassSummary;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.confusion.LookAlikeOrder;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How often the classes are confused with each other: a row per class of the image, a column per class of its nearest
 * neighbour, in the same order. Of more classes than {@link #LARGEST} those with most wrong images are shown. Immutable.
 */
public final class ClassMatrix {
  /** Classes in a row at most. */
  public static final int LARGEST = 400;

  private final List<ClassSummary> classes;
  private final List<String> names;
  private final int[][] counts;
  private final PairCount all;
  private final Map<MatrixOrder, List<Integer>> orders;

  private ClassMatrix(
      List<ClassSummary> classes,
      List<String> names,
      int[][] counts,
      PairCount all,
      Map<MatrixOrder, List<Integer>> orders) {
    this.classes = classes;
    this.names = names;
    this.counts = counts;
    this.all = all;
    this.orders = orders;
  }

  /**
   * The matrix of a table, with look-alikes together.
   *
   * @param distinct pairs there are if those of the same two images are counted once
   */
  static ClassMatrix of(ConfusionTable table, IntFunction<String> className, int distinct) {
    List<ClassSummary> classes = table.confusedClasses(LARGEST);
    int[][] counts =
        classes.stream()
            .map(
                row ->
                    classes.stream()
                        .mapToInt(column -> table.count(row.label(), column.label()))
                        .toArray())
            .toArray(int[][]::new);
    List<String> names = classes.stream().map(summary -> className.apply(summary.label())).toList();
    int wrong = table.classPairs().stream().mapToInt(pair -> pair.count()).sum();
    PairCount all = new PairCount(distinct, wrong, distinct, wrong);
    return new ClassMatrix(classes, names, counts, all, orders(classes, names, counts))
        .in(MatrixOrder.LOOK_ALIKES);
  }

  private static Map<MatrixOrder, List<Integer>> orders(
      List<ClassSummary> classes, List<String> names, int[][] counts) {
    int size = classes.size();
    double[][] alike = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        alike[i][j] =
            (double) counts[i][j] / classes.get(i).samples()
                + (double) counts[j][i] / classes.get(j).samples();
      }
    }
    Map<MatrixOrder, List<Integer>> orders = new EnumMap<>(MatrixOrder.class);
    orders.put(MatrixOrder.LOOK_ALIKES, LookAlikeOrder.of(alike));
    orders.put(MatrixOrder.MOST_WRONG, IntStream.range(0, size).boxed().toList());
    orders.put(
        MatrixOrder.NAME,
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparing(names::get, String.CASE_INSENSITIVE_ORDER))
            .toList());
    return orders;
  }

  /** The same matrix in another order. */
  public ClassMatrix in(MatrixOrder order) {
    List<Integer> from = requireNonNull(orders.get(order));
    Map<MatrixOrder, List<Integer>> moved = new EnumMap<>(MatrixOrder.class);
    int[] placeOf = new int[from.size()];
    IntStream.range(0, placeOf.length).forEach(place -> placeOf[from.get(place)] = place);
    orders.forEach((o, list) -> moved.put(o, list.stream().map(i -> placeOf[i]).toList()));
    return new ClassMatrix(
        from.stream().map(classes::get).toList(),
        from.stream().map(names::get).toList(),
        from.stream()
            .map(row -> from.stream().mapToInt(column -> counts[row][column]).toArray())
            .toArray(int[][]::new),
        all,
        moved);
  }

  /** Number of rows, and of columns. */
  public int size() {
    return classes.size();
  }

  /** Label of a row's class, which is the column's too. */
  public int label(int at) {
    return classes.get(at).label();
  }

  /** Row of the class with this label, which is its column too; -1 if it is not shown. */
  int indexOf(int label) {
    return IntStream.range(0, size()).filter(i -> label(i) == label).findFirst().orElse(-1);
  }

  /** Name of a row's class. */
  public String name(int at) {
    return names.get(at);
  }

  /** Names of all rows. */
  List<String> names() {
    return names;
  }

  /** Images of a row's class. */
  public int images(int row) {
    return classes.get(row).samples();
  }

  /** Wrong images of a row's class, whatever they are confused with. */
  public int wrong(int row) {
    return classes.get(row).wrong();
  }

  /** Pairs of a cell. */
  public int count(int row, int column) {
    return counts[row][column];
  }

  /** Share of the row's images that the cell holds, 0..1. */
  public double share(int row, int column) {
    return (double) count(row, column) / images(row);
  }

  /** The largest share of any cell; 0 if there is no pair. */
  public double largestShare() {
    return IntStream.range(0, size())
        .mapToDouble(row -> (double) IntStream.of(counts[row]).max().orElse(0) / images(row))
        .max()
        .orElse(0);
  }

  /** Wrong images in all cells together. */
  int shownImages() {
    return IntStream.range(0, size()).map(row -> IntStream.of(counts[row]).sum()).sum();
  }

  /** Pairs and wrong images there are, in the matrix or not. */
  PairCount all() {
    return all;
  }
}
