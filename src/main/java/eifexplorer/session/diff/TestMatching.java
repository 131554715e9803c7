package eifexplorer.session.diff;

import eifexplorer.confusion.Confusions;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.model.ImageContent;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which test images of two data sets are the same: those of the same path below their roots, and of the others those whose
 * files have the same content. Immutable.
 */
public final class TestMatching {
  private static final int UNKNOWN = Confusions.NONE;

  private final int[] after;
  private final int[] before;
  private final int byContent;
  private final int byRow;
  private final int otherClass;

  private TestMatching(int[] after, int afterCount, int byContent, int byRow, int otherClass) {
    this.after = after;
    this.before = new int[afterCount];
    Arrays.fill(before, UNKNOWN);
    for (int i = 0; i < after.length; i++) {
      if (after[i] != UNKNOWN) {
        before[after[i]] = i;
      }
    }
    this.byContent = byContent;
    this.byRow = byRow;
    this.otherClass = otherClass;
  }

  /**
   * Matches the test images of two data sets; reads files only where neither has the path of an image of the other.
   *
   * @throws ProblemException if no image is in both, or if the classes of those that are have nothing to do with each other
   */
  public static TestMatching of(ImageDataset before, ImageDataset after, JobContext context) {
    int[] partners = byPath(before.test(), after.test());
    int[] found = partners.clone();
    addByContent(before, after, found, context);
    int byPath = count(partners);
    int matched = count(found);
    if (matched == 0) {
      throw new ProblemException(
          "The two models have no test image in common: of "
              + before.test().size()
              + " and "
              + after.test().size()
              + " none has the same path or the same content",
          "",
          "Compare models that were measured on the same test images.");
    }
    int otherClass = otherClass(before.test(), after.test(), found);
    if (2 * otherClass > matched) {
      throw new ProblemException(
          otherClass
              + " of the "
              + matched
              + " test images that have the same path or content have another class in the other"
              + " data set",
          "",
          "Compare models that were measured on the same test images.");
    }
    int byRow = byRow(before.test(), partners);
    return new TestMatching(found, after.test().size(), matched - byPath, byRow, otherClass);
  }

  private static int count(int[] partners) {
    return (int) Arrays.stream(partners).filter(p -> p != UNKNOWN).count();
  }

  /** Bundles that do not name their images give them names such as {@code test 19}. */
  private static int byRow(List<Sample> before, int[] partners) {
    return (int)
        IntStream.range(0, partners.length)
            .filter(i -> partners[i] != UNKNOWN && before.get(i).path().matches("test \\d+"))
            .count();
  }

  private static int[] byPath(List<Sample> before, List<Sample> after) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < after.size(); i++) {
      places.putIfAbsent(after.get(i).path(), i);
    }
    return before.stream()
        .mapToInt(
            sample -> Optional.ofNullable(places.remove(sample.path())).orElse(UNKNOWN).intValue())
        .toArray();
  }

  private static void addByContent(
      ImageDataset before, ImageDataset after, int[] partners, JobContext context) {
    boolean[] taken = new boolean[after.test().size()];
    Arrays.stream(partners).filter(p -> p != UNKNOWN).forEach(p -> taken[p] = true);
    int[] left = IntStream.range(0, partners.length).filter(i -> partners[i] == UNKNOWN).toArray();
    int[] right = IntStream.range(0, taken.length).filter(i -> !taken[i]).toArray();
    long[] leftSizes = sizes(before, left, context);
    long[] rightSizes = sizes(after, right, context);
    String[] leftContent = contents(before, left, leftSizes, set(rightSizes), context);
    String[] rightContent = contents(after, right, rightSizes, set(leftSizes), context);
    Map<String, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < right.length; i++) {
      if (!rightContent[i].equals(ImageContent.UNREADABLE)) {
        places.computeIfAbsent(rightContent[i], content -> new ArrayDeque<>()).add(right[i]);
      }
    }
    for (int i = 0; i < left.length; i++) {
      Deque<Integer> same = places.get(leftContent[i]);
      if (same != null && !same.isEmpty()) {
        partners[left[i]] = same.remove();
      }
    }
  }

  private static Set<Long> set(long[] sizes) {
    return Arrays.stream(sizes).filter(size -> size > 0).boxed().collect(Collectors.toSet());
  }

  private static long[] sizes(ImageDataset dataset, int[] indices, JobContext context) {
    long[] sizes = new long[indices.length];
    ComputePool.shared()
        .forEach(
            indices.length,
            i -> {
              context.checkCancelled();
              sizes[i] =
                  dataset.file(dataset.test().get(indices[i])).map(TestMatching::size).orElse(0L);
            });
    return sizes;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // such a file matches nothing
    }
  }

  private static String[] contents(
      ImageDataset dataset, int[] indices, long[] sizes, Set<Long> others, JobContext context) {
    String[] contents = new String[indices.length];
    ComputePool.shared()
        .forEach(
            indices.length,
            i -> {
              context.checkCancelled();
              contents[i] =
                  others.contains(sizes[i])
                      ? dataset
                          .file(dataset.test().get(indices[i]))
                          .map(ImageContent::digits)
                          .orElse(ImageContent.UNREADABLE)
                      : ImageContent.UNREADABLE;
            });
    return contents;
  }

  /** Classes may have other names and numbers there: the one that most images of a class have is the same class. */
  private static int otherClass(List<Sample> before, List<Sample> after, int[] partners) {
    Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] != UNKNOWN) {
        counts
            .computeIfAbsent(before.get(i).label(), label -> new HashMap<>())
            .merge(after.get(partners[i]).label(), 1, Integer::sum);
      }
    }
    return counts.values().stream()
        .mapToInt(
            there ->
                there.values().stream().mapToInt(Integer::intValue).sum()
                    - there.values().stream().mapToInt(Integer::intValue).max().orElse(0))
        .sum();
  }

  /** Test index after of a test index before; {@link Confusions#NONE} if it is not in both. */
  public int after(int testBefore) {
    return testBefore == UNKNOWN ? UNKNOWN : after[testBefore];
  }

  /** Test index before of a test index after; {@link Confusions#NONE} if it is not in both. */
  public int before(int testAfter) {
    return testAfter == UNKNOWN ? UNKNOWN : before[testAfter];
  }

  /** Test indices after [M before], a copy. */
  int[] indices() {
    return after.clone();
  }

  /** How many images are in both. */
  public int matched() {
    return count(after);
  }

  /** How many of these were known by their content, having another path. */
  public int byContent() {
    return byContent;
  }

  /** How many of these are known by their row in the files alone, which do not name their images. */
  public int byRow() {
    return byRow;
  }

  /** How many of these have another class in the other data set. */
  public int otherClass() {
    return otherClass;
  }

  /** Test images of the first data set. */
  public int beforeCount() {
    return after.length;
  }

  /** Test images of the second data set. */
  public int afterCount() {
    return before.length;
  }

  /** True if every test image of each is in both. */
  public boolean isComplete() {
    int matched = matched();
    return matched == after.length && matched == before.length;
  }

  /** How many are compared: {@code All 1,487 test images are in both.} or what is missing. */
  public String sentence() {
    int matched = matched();
    String text =
        isComplete()
            ? "All " + number(matched) + " test images are in both"
            : number(matched)
                + " test images are in both, of "
                + number(after.length)
                + " before and "
                + number(before.length)
                + " after; each is searched for among its own model's";
    return text
        + (byContent == 0
            ? ""
            : byContent == 1
                ? "; 1 has another path and the same content"
                : "; " + number(byContent) + " have another path and the same content")
        + (byRow == 0
            ? ""
            : "; "
                + number(byRow)
                + " are known by their row alone, since the images have no names")
        + (otherClass == 0
            ? ""
            : otherClass == 1
                ? "; 1 has another class there"
                : "; " + number(otherClass) + " have another class there")
        + ".";
  }

  private static String number(int count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }
}
