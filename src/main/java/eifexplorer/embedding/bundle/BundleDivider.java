package eifexplorer.embedding.bundle;

import eifexplorer.dataset.format.NaturalOrder;
import eifexplorer.embedding.Proxies;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.embedding.bundle.BundleDivision.Rows;
import eifexplorer.problem.BadValueException;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the samples of a bundle their parts and dense labels. */
final class BundleDivider {
  private static final int MOST_CLASSES = 1_000_000;

  /** How often as large as all that could be counted a label may be: a part of a large data set keeps its numbers. */
  private static final int FAR = 100;

  private final GivenBundle given;

  BundleDivider(GivenBundle given) {
    this.given = given;
  }

  DividedBundle divide(String wish) {
    GivenPart train = given.train();
    if (given.test().isPresent()) {
      requireNoWish(wish);
      GivenPart test = given.test().get();
      return labelled(
          new Chosen(train, all(train)), new Chosen(test, all(test)), "as the file divides", 0);
    }
    Rows rows = rows(train, wish);
    if (rows.train().length == 0 || rows.test().length == 0) {
      throw new ProblemException(
          "There are no " + (rows.train().length == 0 ? "training" : "test") + " samples",
          given.path().toString(),
          "Divide the samples another way: by halves of the classes, by images, or by naming the"
              + " classes trained on.");
    }
    return labelled(
        new Chosen(train, rows.train()),
        new Chosen(train, rows.test()),
        rows.how(),
        rows.leftOut());
  }

  private Rows rows(GivenPart whole, String wish) {
    try {
      return new BundleDivision(whole, sorted(whole.labels()), wish).rows();
    } catch (BadValueException e) {
      throw e; // the wish's
    } catch (ProblemException e) {
      throw e.orAt(given.path().toString());
    }
  }

  /** Rows of a part that are trained on or tested. */
  private record Chosen(GivenPart part, int[] rows) {
    List<String> labels() {
      return of(part.labels());
    }

    List<String> of(List<String> values) {
      return Arrays.stream(rows).mapToObj(values::get).toList();
    }
  }

  private void requireNoWish(String wish) {
    if (!wish.isBlank()) {
      throw new ProblemException(
          "The bundle has training and test samples of its own",
          given.path().toString(),
          "Leave out how to divide it (" + wish + ").");
    }
  }

  private static int[] all(GivenPart part) {
    return IntStream.range(0, part.features().rows()).toArray();
  }

  private static List<String> sorted(List<String> labels) {
    TreeSet<String> sorted = new TreeSet<>(new NaturalOrder());
    sorted.addAll(labels);
    return List.copyOf(sorted);
  }

  private DividedBundle labelled(Chosen train, Chosen test, String how, int leftOut) {
    List<String> classes = new ArrayList<>(trainClasses(train.labels()));
    requirePlausible(test.labels(), classes.size(), train.rows().length);
    int trained = classes.size();
    Set<String> known = new HashSet<>(classes);
    sorted(test.labels()).stream().filter(label -> !known.contains(label)).forEach(classes::add);
    if (classes.size() > MOST_CLASSES) {
      throw new ProblemException(
          "There are more than " + MOST_CLASSES + " classes", given.path().toString(), "");
    }
    Map<String, Integer> positions = new HashMap<>();
    classes.forEach(label -> positions.put(label, positions.size()));
    Set<String> paths = new HashSet<>();
    SamplePath plain =
        SamplePath.among(
            Stream.concat(Stream.of(train.part()), Stream.of(test.part()))
                .flatMap(part -> part.paths().stream())
                .toList());
    return new DividedBundle(
        given,
        part(train, positions, trained, paths, plain, "train "),
        part(test, positions, trained, paths, plain, "test "),
        new BundleClassNames(given).of(classes),
        trained,
        how,
        leftOut);
  }

  /** The labels of the training classes in order: rows of the proxies where there are some, else those that are there. */
  private List<String> trainClasses(List<String> labels) {
    List<String> present = sorted(labels);
    int proxies = given.proxies().map(Proxies::classCount).orElse(present.size());
    if (given.proxies().isEmpty() || present.stream().noneMatch(BundleDivider::isNumber)) {
      if (proxies != present.size()) {
        throw unfit(proxies, present.size() + " training classes");
      }
      return present;
    }
    for (String label : present) {
      if (!isNumber(label) || Long.parseLong(label) >= proxies) {
        throw unfit(proxies, "a training sample of label " + label);
      }
    }
    return IntStream.range(0, proxies).mapToObj(Integer::toString).toList();
  }

  private static boolean isNumber(String label) {
    return label.matches("\\d{1,9}");
  }

  /**
   * Where labels number the rows of the proxies, those of test classes go on from there. A number far beyond all classes and
   * samples is damage that measurements would hide: its sample would merely match nothing.
   */
  private void requirePlausible(List<String> test, int classes, int trainSamples) {
    if (given.proxies().isEmpty()) {
      return; // labels may be anything, such as numbers of articles
    }
    long limit = (long) FAR * (classes + trainSamples + test.size());
    for (int i = 0; i < test.size(); i++) {
      String label = test.get(i);
      boolean far = isNumber(label) ? Long.parseLong(label) > limit : label.matches("\\d+");
      if (far) {
        throw new ProblemException(
            "Test sample " + i + " has label " + label + ", far from those of the other classes",
            given.path().toString(),
            "Labels number the rows of the proxies and go on from there: the file may be damaged."
                + " If labels are other numbers, leave out the proxies.");
      }
    }
  }

  private ProblemException unfit(int proxies, String instead) {
    return new ProblemException(
        "There are proxies for " + proxies + " classes, but " + instead,
        given.path().toString(),
        "Number the training classes from 0 to " + (proxies - 1) + ", or leave out the proxies.");
  }

  private static DividedBundle.Part part(
      Chosen chosen,
      Map<String, Integer> positions,
      int trained,
      Set<String> taken,
      SamplePath plain,
      String name) {
    GivenPart part = chosen.part();
    int[] labels =
        chosen.labels().stream()
            .mapToInt(label -> Objects.requireNonNull(positions.get(label)))
            .toArray();
    List<String> paths = part.paths().isEmpty() ? List.of() : chosen.of(part.paths());
    List<String> distinct = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      distinct.add(distinct(paths.isEmpty() ? name + i : plain.of(paths.get(i)), taken));
    }
    Stream<String> truths =
        part.trueLabels().isEmpty()
            ? Arrays.stream(labels).mapToObj(label -> "")
            : chosen.of(part.trueLabels()).stream();
    return new DividedBundle.Part(
        SelectedRows.of(part.features(), chosen.rows()),
        labels,
        distinct,
        truths.map(truth -> truth(positions.get(truth), trained)).toList());
  }

  private static OptionalInt truth(@Nullable Integer label, int trained) {
    return label != null && label < trained ? OptionalInt.of(label) : OptionalInt.empty();
  }

  /** A path that no sample has yet: decisions and features are kept by it. */
  private static String distinct(String path, Set<String> taken) {
    String free = path;
    for (int n = 2; !taken.add(free); n++) {
      free = path + " (" + n + ")";
    }
    return free;
  }
}
