package eifexplorer.ui.testing;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.Confusions;
import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A session of as many test classes as wanted. A test image is confused, if it is, mostly with the next class, seldom with
 * a class anywhere; later classes fare better.
 */
public final class ManyConfusions {
  private static final List<String> COLOURS =
      List.of("Amber", "Blue-throated", "Coral", "Dusky", "Elegant", "Fork-tailed", "Golden");
  private static final List<String> BIRDS =
      List.of("Tern", "Kingfisher", "Finch", "Warbler", "Swift", "Flycatcher", "Yellow Oriole");
  private static final int TRAIN_CLASSES = 4;

  private ManyConfusions() {}

  /** A session of {@code classes} test classes of {@code perClass} images in a folder, or without images. */
  public static ExplorerSession of(int classes, int perClass, Optional<Path> images) {
    ImageDataset dataset = dataset(TRAIN_CLASSES + classes, perClass, images);
    return session(dataset, classes, confusions(dataset.testLabels(), classes, perClass));
  }

  /**
   * A session of four test classes without images: in the first two the images of the same number are each other's nearest
   * neighbour, those of the third are confused with the first, those of the fourth are right.
   */
  public static ExplorerSession mutual(int perClass) {
    ImageDataset dataset = dataset(TRAIN_CLASSES + 4, perClass, Optional.empty());
    int[] labels = dataset.testLabels();
    int[] nearest = new int[labels.length];
    List<ConfusionPair> pairs = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      int number = i % perClass;
      int[] of = {perClass + number, number, number, 3 * perClass + (number + 1) % perClass};
      nearest[i] = of[i / perClass];
      if (labels[i] != labels[nearest[i]]) {
        double distance = i < 2 * perClass ? 0.2 + 0.01 * number : 0.5 + 0.01 * number;
        pairs.add(new ConfusionPair(i, nearest[i], labels[i], labels[nearest[i]], distance));
      }
    }
    return session(dataset, 4, new Confusions(labels, nearest, pairs));
  }

  private static ExplorerSession session(ImageDataset dataset, int classes, Confusions confusions) {
    int train = dataset.train().size();
    int test = dataset.test().size();
    return new ExplorerSession(
        "aviary-" + classes,
        Optional.empty(),
        dataset,
        new EmbeddingBundle(
            new HeapFeatures(new float[train], train, 1),
            dataset.trainLabels(),
            new HeapFeatures(new float[test], test, 1),
            dataset.testLabels(),
            new EmbeddingHead(new float[] {1}, new float[] {0}),
            new Proxies(new float[TRAIN_CLASSES], 1, 1),
            List.of(),
            List.of()),
        LossSpec.PROXY_NCA,
        "ProxyNCA++ · MobileNet-V2 · epoch 10",
        confusions,
        new SeededEstimator(train));
  }

  private static ImageDataset dataset(int classes, int perClass, Optional<Path> images) {
    List<ClassLabel> labels = new ArrayList<>();
    List<Sample> train = new ArrayList<>();
    List<Sample> test = new ArrayList<>();
    for (int label = 0; label < classes; label++) {
      String name = name(label);
      labels.add(new ClassLabel(label, label + 1, name));
      for (int i = 0; i < perClass; i++) {
        boolean training = label < TRAIN_CLASSES;
        (training ? train : test)
            .add(
                new Sample(
                    name + "/image_%04d.png".formatted(i),
                    label,
                    training ? Split.TRAIN : Split.TEST));
      }
    }
    return new ImageDataset(
        "aviary", images, labels, TRAIN_CLASSES, train, test, List.of(), Optional.empty());
  }

  private static String name(int label) {
    String colour = COLOURS.get(label % COLOURS.size());
    String bird = BIRDS.get(label / COLOURS.size() % BIRDS.size());
    int round = label / (COLOURS.size() * BIRDS.size());
    return (colour + " " + bird + (round == 0 ? "" : " " + (round + 1))).replace(' ', '_');
  }

  private static Confusions confusions(int[] labels, int classes, int perClass) {
    Random random = new Random(11);
    int[] nearest = new int[labels.length];
    List<ConfusionPair> pairs = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      int at = i / perClass;
      int other = at;
      if (random.nextDouble() < 0.9 - 0.7 * at / classes) {
        int step = random.nextDouble() < 0.6 ? 1 : 1 + random.nextInt(classes - 1);
        other = (at + step) % classes;
      }
      nearest[i] = other * perClass + (i + 1) % perClass;
      if (other != at) {
        double distance = 0.1 + 0.8 * random.nextDouble();
        pairs.add(new ConfusionPair(i, nearest[i], labels[i], labels[nearest[i]], distance));
      }
    }
    return new Confusions(labels, nearest, pairs);
  }

  /** The first {@code explained} pairs of a session, by test index, as if they had been explained. */
  public static FakeSurvey survey(ExplorerSession session, int explained) {
    return new FakeSurvey(
        IntStream.range(0, explained).mapToObj(session.pairs()::get).toList(),
        session.pairs().size());
  }
}
