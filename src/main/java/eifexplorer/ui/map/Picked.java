package eifexplorer.ui.map;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Points that were picked out of the map, and how many there are of each class; immutable. */
public final class Picked {
  /** Nothing. */
  static final Picked NONE = new Picked(new int[0], 0, List.of());

  private final int[] points;
  private final int trainCount;
  private final List<ClassEntry> classes;

  private Picked(int[] points, int trainCount, List<ClassEntry> classes) {
    this.points = points;
    this.trainCount = trainCount;
    this.classes = List.copyOf(classes);
  }

  /** Of these points, which are in order. */
  static Picked of(MapImages images, int[] points) {
    int[] counts =
        new int[images.classes().stream().mapToInt(ClassEntry::label).max().orElse(-1) + 1];
    for (int point : points) {
      counts[images.label(point)]++;
    }
    List<ClassEntry> classes =
        ClassEntry.largestFirst(
            images.classes().stream()
                .filter(entry -> counts[entry.label()] > 0)
                .map(entry -> new ClassEntry(entry.label(), entry.name(), counts[entry.label()])));
    int place = Arrays.binarySearch(points, images.trainCount());
    return new Picked(points.clone(), place < 0 ? -place - 1 : place, classes);
  }

  /** How many points. */
  public int size() {
    return points.length;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return points.length == 0;
  }

  /** How many of them are training images. */
  public int trainCount() {
    return trainCount;
  }

  /** The i-th point, in order. */
  public int point(int i) {
    return points[i];
  }

  /** All points, in order. */
  public IntStream points() {
    return Arrays.stream(points);
  }

  /** Those that are training images, in order. */
  public IntStream training() {
    return Arrays.stream(points, 0, trainCount);
  }

  /** How many there are of each class, the most first. */
  public List<ClassEntry> classes() {
    return classes;
  }
}
