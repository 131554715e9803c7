package eifexplorer.ui.map;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.dataset.Sample;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the points of a session's map are: training images, then test images; immutable. */
public final class MapImages {
  private final ExplorerSession session;
  private final int trainCount;
  private final int[] labels;
  private final List<ClassEntry> classes;
  private final Map<Integer, ConfusionPair> pairs = new HashMap<>();

  /** The images of a session. */
  public MapImages(ExplorerSession session) {
    this.session = session;
    trainCount = session.dataset().train().size();
    labels =
        IntStream.concat(
                IntStream.of(session.bundle().trainLabels()),
                IntStream.of(session.bundle().testLabels()))
            .toArray();
    classes = classes(session, labels);
    session.pairs().forEach(pair -> pairs.put(pair.wrong(), pair));
  }

  private static List<ClassEntry> classes(ExplorerSession session, int[] labels) {
    int[] counts = new int[IntStream.of(labels).max().orElse(-1) + 1];
    for (int label : labels) {
      counts[label]++;
    }
    return ClassEntry.largestFirst(
        IntStream.range(0, counts.length)
            .filter(label -> counts[label] > 0)
            .mapToObj(label -> new ClassEntry(label, session.className(label), counts[label])));
  }

  /** The session they are of. */
  public ExplorerSession session() {
    return session;
  }

  /** How many points there are. */
  public int size() {
    return labels.length;
  }

  /** How many of them are training images. */
  public int trainCount() {
    return trainCount;
  }

  /** Whether a point is a training image. */
  public boolean isTrain(int point) {
    return point < trainCount;
  }

  /** Its index in its split. */
  public int index(int point) {
    return isTrain(point) ? point : point - trainCount;
  }

  /** The point of a test image. */
  public int test(int index) {
    return trainCount + index;
  }

  /** The class of a point. */
  public int label(int point) {
    return labels[point];
  }

  /** The classes of all points [n], a copy. */
  public int[] labels() {
    return labels.clone();
  }

  /** The classes, those with most points first. */
  public List<ClassEntry> classes() {
    return classes;
  }

  /** A class's name. */
  public String className(int label) {
    return session.className(label);
  }

  /** The image of a point. */
  public Sample sample(int point) {
    return isTrain(point) ? session.trainSample(point) : session.testSample(point - trainCount);
  }

  /** Where its file is; empty without images. */
  public Optional<Path> file(int point) {
    return session.image(sample(point));
  }

  /** It as a picture. */
  public Picture picture(int point) {
    return new Picture(file(point), name(point), className(label(point)));
  }

  /** Split and index, such as {@code train 12}. */
  public String name(int point) {
    return (isTrain(point) ? Texts.of("train ") : Texts.of("test ")) + index(point);
  }

  /** The confused pair of a point; empty for training images and for test images that are not confused. */
  public Optional<ConfusionPair> pair(int point) {
    return isTrain(point) ? Optional.empty() : Optional.ofNullable(pairs.get(index(point)));
  }

  /** All confused pairs, by test index. */
  public List<ConfusionPair> pairs() {
    return session.pairs();
  }

  /** A pair as other screens name it. */
  static TestPair asked(ConfusionPair pair) {
    return new TestPair(pair.wrong(), pair.confusedWith());
  }
}
