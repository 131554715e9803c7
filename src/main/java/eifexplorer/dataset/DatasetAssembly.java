package eifexplorer.dataset;

import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes an {@link ImageDataset} of a listing and the classes chosen from it.
 *
 * <p>Labels are dense: classes that have training images come first, in the order of the class list, then the classes
 * that only have test images. Samples keep the listing's order; queries come before the gallery.
 */
public final class DatasetAssembly {
  private final DatasetListing listing;
  private final ClassSelection selection;
  private final Function<ListedImage, Optional<String>> absence;
  private final List<SkippedSample> skipped;
  private final List<Chosen> chosen = new ArrayList<>();

  /**
   * Prepares an assembly.
   *
   * @param absence why an image can't be used, or empty; asked for chosen images only
   */
  public DatasetAssembly(
      DatasetListing listing,
      ClassSelection selection,
      Function<ListedImage, Optional<String>> absence) {
    this.listing = listing;
    this.selection = selection;
    this.absence = absence;
    this.skipped = new ArrayList<>(listing.skipped());
  }

  /** A listed image and the split it belongs to. */
  private record Chosen(ListedImage image, Split split) {}

  /**
   * The data set.
   *
   * @throws ProblemException if training or testing is left without an image, or a class is unknown or chosen
   *     for both
   */
  public ImageDataset assemble() {
    requireKnownClasses();
    requireDisjointClasses();
    TreeSet<Integer> wantedTrain = new TreeSet<>(selection.train());
    TreeSet<Integer> wantedTest = new TreeSet<>(selection.test());
    for (ListedImage image : listing.images()) {
      splitOf(image)
          .ifPresentOrElse(
              split -> {
                (split.isTest() ? wantedTest : wantedTrain).add(image.classIndex());
                choose(image, split);
              },
              () -> leaveOut(image));
    }
    skipLostTruths();
    List<Chosen> train = part(false);
    List<Chosen> test = part(true);
    requireImages(train, "training");
    requireImages(test, "test");
    noteEmptyClasses(wantedTrain, train, "training");
    noteEmptyClasses(wantedTest, test, "test");
    return build(train, test);
  }

  private void requireKnownClasses() {
    int count = listing.classNames().size();
    Stream.of(selection.train(), selection.test())
        .flatMap(Set::stream)
        .filter(index -> index < 0 || index >= count)
        .findFirst()
        .ifPresent(
            index -> {
              throw new ProblemException(
                  "Class " + (index + 1) + " is chosen, but there are " + count,
                  listing.root().toString(),
                  "The data set may have changed: choose its classes again.");
            });
  }

  private void requireDisjointClasses() {
    TreeSet<Integer> both = new TreeSet<>(selection.train());
    both.retainAll(selection.test());
    if (selection.kind() == ClassSelection.Kind.BY_CLASS && !both.isEmpty()) {
      String some =
          both.stream()
              .limit(3)
              .map(index -> (index + 1) + " (" + listing.classNames().get(index) + ")")
              .collect(Collectors.joining(", "));
      throw new ProblemException(
          "Classes are chosen both for training and for testing",
          some + (both.size() > 3 ? " and " + (both.size() - 3) + " more" : ""),
          "Only the official split may test classes it trains on: separate the ranges.");
    }
  }

  private Optional<Split> splitOf(ListedImage image) {
    if (selection.kind() == ClassSelection.Kind.OFFICIAL) {
      return image.split();
    }
    if (selection.train().contains(image.classIndex())) {
      return Optional.of(Split.TRAIN);
    }
    return selection.test().contains(image.classIndex())
        ? Optional.of(image.split().filter(Split::isTest).orElse(Split.TEST))
        : Optional.empty();
  }

  /** Whoever chooses classes knows that the others are left out; of a split nobody knows it without being told. */
  private void leaveOut(ListedImage image) {
    if (selection.kind() == ClassSelection.Kind.OFFICIAL) {
      skipped.add(
          new SkippedSample(
              image.path(), "By its split it is neither for training nor for testing"));
    }
  }

  private void choose(ListedImage image, Split split) {
    absence
        .apply(image)
        .ifPresentOrElse(
            reason -> skipped.add(new SkippedSample(image.path(), reason)),
            () -> chosen.add(new Chosen(image, split)));
  }

  /** Leaves out training images whose true class is not trained on: no label could say what they show. */
  private void skipLostTruths() {
    boolean again = true;
    while (again) {
      Set<Integer> trained = classesOf(part(false));
      again = chosen.removeIf(candidate -> skipIfTruthLost(candidate, trained));
    }
  }

  private boolean skipIfTruthLost(Chosen candidate, Set<Integer> trained) {
    ListedImage image = candidate.image();
    int truth = image.trueClassIndex().orElse(image.classIndex());
    boolean lost = !candidate.split().isTest() && !trained.contains(truth);
    if (lost) {
      String reason =
          "Its true class \"" + listing.classNames().get(truth) + "\" is not trained on";
      skipped.add(new SkippedSample(image.path(), reason));
    }
    return lost;
  }

  private List<Chosen> part(boolean test) {
    return chosen.stream()
        .filter(c -> c.split().isTest() == test)
        .sorted(Comparator.comparing(Chosen::split))
        .toList();
  }

  private void requireImages(List<Chosen> part, String name) {
    if (!part.isEmpty()) {
      return;
    }
    String where = listing.root().toString();
    if (listing.images().isEmpty() && skipped.isEmpty()) {
      throw new ProblemException(
          "The data set lists no image", where, "Get its lists again, or choose another folder.");
    }
    String first = skipped.isEmpty() ? "" : describe(skipped.get(0));
    if (chosen.isEmpty() && !skipped.isEmpty()) {
      throw new ProblemException(
          "None of the " + skipped.size() + " images chosen can be used",
          where,
          "The first, " + first + ". Check that this is the folder the images lie in.");
    }
    String rest =
        skipped.isEmpty()
            ? chosen.size() == 1
                ? "The image chosen is of the other part"
                : String.format(
                    Locale.ROOT, "All %d images chosen are of the other part", chosen.size())
            : skipped.size() == 1
                ? String.format(
                    Locale.ROOT,
                    "Of %d images of %d classes 1 is left out (%s)",
                    listing.images().size(),
                    listing.classNames().size(),
                    first)
                : String.format(
                    Locale.ROOT,
                    "Of %d images of %d classes %d are left out (the first, %s)",
                    listing.images().size(),
                    listing.classNames().size(),
                    skipped.size(),
                    first);
    throw new ProblemException(
        "The data set has no " + name + " image",
        where,
        rest + ". Choose other classes or another split.");
  }

  private static String describe(SkippedSample sample) {
    return sample.path() + ": " + sample.reason();
  }

  private void noteEmptyClasses(Set<Integer> wanted, Collection<Chosen> part, String name) {
    Set<Integer> present = classesOf(part);
    wanted.stream()
        .filter(index -> !present.contains(index))
        .forEach(
            index ->
                skipped.add(
                    new SkippedSample(
                        listing.classNames().get(index),
                        "No " + name + " image of this class is left",
                        0)));
  }

  private static SortedSet<Integer> classesOf(Collection<Chosen> part) {
    return part.stream()
        .map(c -> c.image().classIndex())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private ImageDataset build(List<Chosen> train, List<Chosen> test) {
    Map<Integer, Integer> labels = new HashMap<>();
    List<ClassLabel> classes = new ArrayList<>();
    SortedSet<Integer> trained = classesOf(train);
    SortedSet<Integer> testOnly = classesOf(test);
    testOnly.removeAll(trained);
    for (SortedSet<Integer> group : List.of(trained, testOnly)) {
      for (int index : group) {
        labels.put(index, classes.size());
        classes.add(new ClassLabel(classes.size(), index + 1, listing.classNames().get(index)));
      }
    }
    return new ImageDataset(
        listing.format(),
        Optional.of(listing.root()),
        classes,
        trained.size(),
        samples(train, labels),
        samples(test, labels),
        skipped,
        givenNoise(train, labels),
        LabelCorrections.NONE,
        boxes(train, test),
        Map.of());
  }

  private static Map<String, SubjectBox> boxes(List<Chosen> train, List<Chosen> test) {
    Map<String, SubjectBox> boxes = new HashMap<>();
    Stream.of(train, test)
        .flatMap(List::stream)
        .map(Chosen::image)
        .forEach(image -> image.box().ifPresent(box -> boxes.put(image.path(), box)));
    return boxes;
  }

  private static List<Sample> samples(List<Chosen> part, Map<Integer, Integer> labels) {
    return part.stream()
        .map(
            c ->
                new Sample(
                    c.image().path(),
                    Objects.requireNonNull(labels.get(c.image().classIndex())),
                    c.split()))
        .toList();
  }

  private static Optional<InjectedNoise> givenNoise(
      List<Chosen> train, Map<Integer, Integer> labels) {
    Map<Integer, Integer> truth = new HashMap<>();
    for (int i = 0; i < train.size(); i++) {
      ListedImage image = train.get(i).image();
      int right = image.trueClassIndex().orElse(image.classIndex());
      if (right != image.classIndex()) {
        truth.put(i, labels.get(right));
      }
    }
    double fraction = (double) truth.size() / train.size();
    return truth.isEmpty()
        ? Optional.empty()
        : Optional.of(new InjectedNoise("given", fraction, 0, truth));
  }
}
