package eifexplorer.ui.testing;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.Confusions;
import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.dataset.Split;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A small session: four training and four test classes, sixteen images each, every third test image confused. */
public final class SampleSession {
  /** Names as CUB writes them. */
  static final List<String> CLASSES =
      List.of(
          "001.Amber_Tern",
          "002.Blue-throated_Kingfisher",
          "003.Coral_Finch",
          "004.Dusky_Warbler",
          "005.Elegant_Swift",
          "006.Fork-tailed_Flycatcher",
          "007.Golden_Oriole",
          "008.Hooded_Yellow-rumped_Warbler");

  /** Images per class. */
  public static final int PER_CLASS = 16;

  private static final int TRAIN_CLASSES = 4;

  private SampleSession() {}

  /** Number of training samples. */
  public static int trainSize() {
    return TRAIN_CLASSES * PER_CLASS;
  }

  /** A session whose images lie in a folder, or without images. */
  public static ExplorerSession of(Optional<Path> images) {
    return of(images, new SeededEstimator(trainSize()));
  }

  /** The same with another estimator. */
  public static ExplorerSession of(Optional<Path> images, InfluenceEstimator estimator) {
    ImageDataset dataset = dataset(images);
    return new ExplorerSession(
        images.isPresent() ? "aviary-8" : "bundle",
        Optional.empty(),
        dataset,
        bundle(dataset),
        LossSpec.PROXY_NCA,
        "ProxyNCA++ · MobileNet-V2 · epoch 10",
        confusions(dataset, pairs(dataset)),
        estimator);
  }

  /** A session of a workspace, whose images lie in a folder. */
  public static ExplorerSession in(Workspace workspace, Path images) {
    ExplorerSession bare = of(Optional.of(images));
    return new ExplorerSession(
        bare.name(),
        Optional.of(workspace),
        bare.dataset(),
        bare.bundle(),
        bare.loss(),
        bare.modelTitle(),
        bare.confusions(),
        bare.estimator());
  }

  /** A session in which nothing is confused. */
  public static ExplorerSession withoutPairs() {
    ImageDataset dataset = dataset(Optional.empty());
    return new ExplorerSession(
        "perfect",
        Optional.empty(),
        dataset,
        bundle(dataset),
        LossSpec.SOFT_TRIPLE,
        "SoftTriple · ResNet-50",
        confusions(dataset, List.of()),
        new SeededEstimator(trainSize()));
  }

  private static ImageDataset dataset(Optional<Path> images) {
    List<ClassLabel> classes = new ArrayList<>();
    List<Sample> train = new ArrayList<>();
    List<Sample> test = new ArrayList<>();
    for (int label = 0; label < CLASSES.size(); label++) {
      classes.add(new ClassLabel(label, label + 1, CLASSES.get(label)));
      boolean training = label < TRAIN_CLASSES;
      for (int i = 0; i < PER_CLASS; i++) {
        String path =
            CLASSES.get(label) + "/%s_%04d.png".formatted(CLASSES.get(label).substring(4), i);
        (training ? train : test).add(new Sample(path, label, training ? Split.TRAIN : Split.TEST));
      }
    }
    return new ImageDataset(
        "aviary",
        images,
        classes,
        TRAIN_CLASSES,
        train,
        test,
        List.of(
            new SkippedSample("003.Coral_Finch/Coral_Finch_0099.png", "The picture is cut short."),
            new SkippedSample("007.Golden_Oriole/Golden_Oriole_0107.png", "The file is empty.")),
        Optional.empty());
  }

  private static Confusions confusions(ImageDataset dataset, List<ConfusionPair> pairs) {
    int[] labels = dataset.testLabels();
    int[] nearest = IntStream.range(0, labels.length).map(i -> another(i, labels)).toArray();
    pairs.forEach(pair -> nearest[pair.wrong()] = pair.confusedWith());
    return new Confusions(labels, nearest, pairs);
  }

  /** Another sample of the same class. */
  private static int another(int sample, int[] labels) {
    return IntStream.range(0, labels.length)
        .filter(i -> i != sample && labels[i] == labels[sample])
        .findFirst()
        .orElse(Confusions.NONE);
  }

  private static List<ConfusionPair> pairs(ImageDataset dataset) {
    int[] labels = dataset.testLabels();
    Random random = new Random(7);
    return IntStream.range(0, labels.length)
        .filter(i -> i % 3 == 0)
        .mapToObj(
            i -> {
              int other = (i + PER_CLASS + i % 5) % labels.length;
              return new ConfusionPair(
                  i, other, labels[i], labels[other], 0.1 + 0.6 * random.nextDouble());
            })
        .filter(pair -> pair.wrongLabel() != pair.confusedLabel())
        .toList();
  }

  private static EmbeddingBundle bundle(ImageDataset dataset) {
    Random random = new Random(3);
    int features = 6;
    int embedding = 3;
    return new EmbeddingBundle(
        features(random, dataset.train().size(), features),
        dataset.trainLabels(),
        features(random, dataset.test().size(), features),
        dataset.testLabels(),
        new EmbeddingHead(values(random, embedding * features), values(random, embedding)),
        new Proxies(values(random, TRAIN_CLASSES * embedding), embedding, 1),
        List.of(),
        List.of());
  }

  private static HeapFeatures features(Random random, int rows, int columns) {
    return new HeapFeatures(values(random, rows * columns), rows, columns);
  }

  private static float[] values(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }
}
