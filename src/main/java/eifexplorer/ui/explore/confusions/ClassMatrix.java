package eifexplorer.ui.explore.confusions;

import eifexplorer.confusion.ClassSummary;
import eifexplorer.confusion.ConfusionTable;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How often the classes with most wrong images are confused with each other: a row per class of the image, a column per
 * class of its nearest neighbour, in the same order. Immutable.
 */
public final class ClassMatrix {
  /** Classes in a row at most. */
  public static final int LARGEST = 30;

  private final List<ClassSummary> classes;
  private final List<String> names;
  private final int[][] counts;
  private final int pairs;

  private ClassMatrix(List<ClassSummary> classes, List<String> names, int[][] counts, int pairs) {
    this.classes = classes;
    this.names = names;
    this.counts = counts;
    this.pairs = pairs;
  }

  /** The matrix of a table. */
  static ClassMatrix of(ConfusionTable table, IntFunction<String> className) {
    List<ClassSummary> classes = table.wrongClasses(LARGEST);
    int[][] counts =
        classes.stream()
            .map(
                row ->
                    classes.stream()
                        .mapToInt(column -> table.count(row.label(), column.label()))
                        .toArray())
            .toArray(int[][]::new);
    List<String> names = classes.stream().map(summary -> className.apply(summary.label())).toList();
    int pairs = table.classPairs().stream().mapToInt(pair -> pair.count()).sum();
    return new ClassMatrix(classes, names, counts, pairs);
  }

  /** Number of rows, and of columns. */
  public int size() {
    return classes.size();
  }

  /** Label of a row's class, which is the column's too. */
  public int label(int at) {
    return classes.get(at).label();
  }

  /** Name of a row's class. */
  public String name(int at) {
    return names.get(at);
  }

  /** Wrong images of a row's class, whatever they are confused with. */
  public int wrong(int row) {
    return classes.get(row).wrong();
  }

  /** Pairs of a cell. */
  public int count(int row, int column) {
    return counts[row][column];
  }

  /** Share of the row's wrong images that the cell holds, 0..1. */
  public double share(int row, int column) {
    return (double) count(row, column) / wrong(row);
  }

  /** Pairs in all cells together. */
  public int shownPairs() {
    return IntStream.range(0, size()).map(row -> IntStream.of(counts[row]).sum()).sum();
  }

  /** Pairs there are, in the matrix or not. */
  public int allPairs() {
    return pairs;
  }
}
