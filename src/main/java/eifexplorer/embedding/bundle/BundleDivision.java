package eifexplorer.embedding.bundle;

import eifexplorer.dataset.ClassRanges;
import eifexplorer.dataset.format.SplitWord;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which samples of an undivided bundle are trained on and which are tested. */
final class BundleDivision {
  /** The word for half of the classes, the zero-shot protocol of deep metric learning. */
  static final String CLASSES = "classes";

  /** The word for every second image of each class. */
  static final String IMAGES = "images";

  /** With fewer classes half of them would not be enough to train on. */
  private static final int FEWEST_CLASSES = 4;

  private final GivenPart whole;
  private final List<String> classes;
  private final String wish;

  /**
   * A division.
   *
   * @param classes in order
   * @param wish {@code classes}, {@code images}, class ranges trained on, or empty for the usual way
   */
  BundleDivision(GivenPart whole, List<String> classes, String wish) {
    this.whole = whole;
    this.classes = classes;
    this.wish = wish.strip();
  }

  /**
   * Rows of a bundle.
   *
   * @param train rows trained on
   * @param test rows tested
   * @param how in words
   * @param leftOut rows that are in neither
   */
  record Rows(int[] train, int[] test, String how, int leftOut) {}

  Rows rows() {
    if (!whole.splits().isEmpty() && wish.isEmpty()) {
      return bySplit();
    }
    boolean few = wish.isEmpty() && classes.size() < FEWEST_CLASSES;
    if (few || wish.equals(IMAGES)) {
      return byImage();
    }
    Set<Integer> train = new HashSet<>();
    if (wish.isEmpty() || wish.equals(CLASSES)) {
      for (int c = 0; c < (classes.size() + 1) / 2; c++) {
        train.add(c);
      }
      return byClass(train, "the first half of the classes is trained on, the second is tested");
    }
    return byClass(ClassRanges.parse(wish, classes), "classes " + wish + " are trained on");
  }

  private Rows bySplit() {
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    List<SplitWord> words = new ArrayList<>();
    for (String text : whole.splits()) {
      words.add(SplitWord.of(text).orElseThrow(() -> unknown(words.size(), text)));
    }
    boolean tested = words.stream().anyMatch(SplitWord::isTest);
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).isTraining()) {
        train.add(i);
      } else if (words.get(i).isTest() || !tested) {
        test.add(i);
      }
    }
    return rows(train, test, "divided as the file says");
  }

  private static ProblemException unknown(int sample, String text) {
    return new ProblemException(
        "The split of sample " + sample + " is \"" + text + "\"",
        "",
        "Allowed: train, test, val, query, gallery.");
  }

  private Rows byImage() {
    Map<String, Integer> seen = new HashMap<>();
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int i = 0; i < whole.labels().size(); i++) {
      int before = seen.merge(whole.labels().get(i), 1, Integer::sum);
      (before % 2 == 1 ? train : test).add(i);
    }
    return rows(train, test, "every second image of each class is tested");
  }

  private Rows byClass(Set<Integer> trained, String how) {
    Map<String, Integer> positions = new HashMap<>();
    classes.forEach(name -> positions.put(name, positions.size()));
    List<Integer> train = new ArrayList<>();
    List<Integer> test = new ArrayList<>();
    for (int i = 0; i < whole.labels().size(); i++) {
      (trained.contains(positions.get(whole.labels().get(i))) ? train : test).add(i);
    }
    return rows(train, test, how);
  }

  private Rows rows(List<Integer> train, List<Integer> test, String how) {
    return new Rows(
        train.stream().mapToInt(i -> i).toArray(),
        test.stream().mapToInt(i -> i).toArray(),
        how,
        whole.labels().size() - train.size() - test.size());
  }
}
