package eifexplorer.review.copies;

import static java.util.Objects.requireNonNull;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The photographs that a data set holds more than once, with the labels its images have now. Immutable. */
public final class Copies {
  /** There are none, or nobody looked. */
  public static final Copies NONE = new Copies(List.of());

  private final List<CopyGroup> groups;
  private final Map<Integer, CopyGroup> byTrain = new HashMap<>();
  private final Map<Integer, CopyGroup> byTest = new HashMap<>();

  private Copies(List<CopyGroup> groups) {
    this.groups = List.copyOf(groups);
    for (CopyGroup group : groups) {
      for (CopiedImage image : group.images()) {
        (image.test() ? byTest : byTrain).put(image.index(), group);
      }
    }
  }

  /**
   * Puts links together: images that are linked, be it over others, are one group.
   *
   * @param links between rows of the training images, then the test images
   */
  public static Copies of(ImageDataset dataset, List<CopyLink> links) {
    Map<Integer, Integer> leaders = new TreeMap<>();
    links.forEach(
        link -> {
          int first = leader(leaders, link.first());
          int second = leader(leaders, link.second());
          leaders.put(Math.max(first, second), Math.min(first, second));
        });
    Map<Integer, List<CopiedImage>> images = new TreeMap<>();
    for (int row : leaders.keySet().stream().sorted().toList()) {
      images
          .computeIfAbsent(leader(leaders, row), leader -> new ArrayList<>())
          .add(image(dataset, row));
    }
    Map<Integer, CopyLink> weakest = new HashMap<>();
    for (CopyLink link : links) {
      weakest.merge(leader(leaders, link.first()), link, Copies::weaker);
    }
    List<CopyGroup> groups = new ArrayList<>();
    images.forEach(
        (leader, of) -> {
          CopyLink link = requireNonNull(weakest.get(leader));
          groups.add(new CopyGroup(of, link.kind(), link.likeness()));
        });
    groups.sort(
        Comparator.comparing(CopyGroup::isUnderTwoLabels)
            .reversed()
            .thenComparing(group -> !group.isWithinTest())
            .thenComparing(CopyGroup::kind)
            .thenComparing(group -> -group.likeness()));
    return new Copies(groups);
  }

  private static CopyLink weaker(CopyLink a, CopyLink b) {
    int kinds = a.kind().compareTo(b.kind());
    return kinds > 0 || (kinds == 0 && a.likeness() <= b.likeness()) ? a : b;
  }

  private static int leader(Map<Integer, Integer> leaders, int row) {
    int at = row;
    for (int next = leaders.getOrDefault(at, at); next != at; next = leaders.getOrDefault(at, at)) {
      at = next;
    }
    leaders.put(row, at);
    return at;
  }

  private static CopiedImage image(ImageDataset dataset, int row) {
    int train = dataset.train().size();
    boolean test = row >= train;
    Sample sample = test ? dataset.test().get(row - train) : dataset.train().get(row);
    return new CopiedImage(test, test ? row - train : row, sample);
  }

  /** All groups: those under several labels first, and among them those of test images. */
  public List<CopyGroup> groups() {
    return groups;
  }

  /** The groups whose images have several labels. */
  public List<CopyGroup> underTwoLabels() {
    return groups.stream().filter(CopyGroup::isUnderTwoLabels).toList();
  }

  /** The group a training image is in. */
  public Optional<CopyGroup> ofTrain(int trainIndex) {
    return Optional.ofNullable(byTrain.get(trainIndex));
  }

  /** The group a test image is in. */
  public Optional<CopyGroup> ofTest(int testIndex) {
    return Optional.ofNullable(byTest.get(testIndex));
  }

  /** The group that both images of a pair are in: they are one photograph under two labels. */
  public Optional<CopyGroup> of(ConfusionPair pair) {
    return ofTest(pair.wrong())
        .filter(group -> ofTest(pair.confusedWith()).filter(group::equals).isPresent());
  }

  /**
   * The groups as the same data set has them with other labels: without images that are not in it, and without groups of
   * which one image or none is left.
   *
   * @param dataset with images that are known by their paths
   */
  public List<CopyGroup> in(ImageDataset dataset) {
    Map<String, Sample> samples = new HashMap<>();
    dataset.train().forEach(sample -> samples.put(sample.path(), sample));
    dataset.test().forEach(sample -> samples.put(sample.path(), sample));
    return groups.stream()
        .map(group -> group.with(samples))
        .filter(group -> group.images().size() > 1)
        .sorted(Comparator.comparing(CopyGroup::isUnderTwoLabels).reversed())
        .toList();
  }

  /** Paths of the training images that are there more than once. */
  public Set<String> trainingPaths() {
    return byTrain.values().stream()
        .flatMap(group -> group.images().stream())
        .filter(image -> !image.test())
        .map(image -> image.sample().path())
        .collect(Collectors.toSet());
  }

  /** How many of some pairs are one photograph, a pair that is there twice counted once. */
  public int count(List<ConfusionPair> pairs) {
    return (int)
        pairs.stream()
            .filter(pair -> of(pair).isPresent())
            .map(
                pair ->
                    Math.min(pair.wrong(), pair.confusedWith())
                        + " "
                        + Math.max(pair.wrong(), pair.confusedWith()))
            .distinct()
            .count();
  }
}
