package eifexplorer.benchmark;

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
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.projection.Layout;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.LossSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A made-up session for maps: Gaussian clusters, one a class, half of the images for training. */
public final class MapSession {
  private static final int CLASSES = 200;
  private static final int COLUMNS = 64;
  private static final int FEW_COLUMNS = 2;
  private static final double SPREAD = 0.35;
  private static final int PAIRS = 1000;

  private MapSession() {}

  /** A session without images; one that is not laid out has features of two columns only. */
  public static ExplorerSession of(MapSize size) {
    int columns = size.layOut() ? COLUMNS : FEW_COLUMNS;
    int train = size.points() / 2;
    int test = size.points() - train;
    Random random = new Random(1);
    float[] centres = gaussian(random, CLASSES * columns, 1);
    ImageDataset dataset = dataset(train, test);
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            clusters(random, centres, train, columns),
            dataset.trainLabels(),
            clusters(random, centres, test, columns),
            dataset.testLabels(),
            new EmbeddingHead(identity(columns), new float[columns]),
            new Proxies(centres, columns, 1),
            List.of(),
            List.of());
    return new ExplorerSession(
        "made up",
        Optional.empty(),
        dataset,
        bundle,
        LossSpec.PROXY_NCA,
        "made-up clusters",
        confusions(dataset.testLabels()),
        new EifEstimator(bundle, LossSpec.PROXY_NCA, EifParameters.DEFAULT));
  }

  /** Made-up places for such a session. */
  public static Layout places(ExplorerSession session) {
    int train = session.dataset().train().size();
    int test = session.dataset().test().size();
    float[] places = new float[2 * (train + test)];
    session.bundle().trainFeatures().copyRows(0, train, places, 0);
    session.bundle().testFeatures().copyRows(0, test, places, 2 * train);
    return new Layout(places, train);
  }

  private static ImageDataset dataset(int train, int test) {
    List<ClassLabel> classes = new ArrayList<>();
    for (int label = 0; label < CLASSES; label++) {
      classes.add(new ClassLabel(label, label + 1, "Class " + (label + 1)));
    }
    return new ImageDataset(
        "made up",
        Optional.empty(),
        classes,
        CLASSES,
        samples(train, Split.TRAIN),
        samples(test, Split.TEST),
        List.of(),
        Optional.empty());
  }

  private static List<Sample> samples(int count, Split split) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Sample(split + "/" + i, i % CLASSES, split))
        .toList();
  }

  private static HeapFeatures clusters(Random random, float[] centres, int rows, int columns) {
    float[] values = gaussian(random, Math.multiplyExact(rows, columns), SPREAD);
    for (int i = 0; i < values.length; i++) {
      values[i] += centres[i / columns % CLASSES * columns + i % columns];
    }
    return new HeapFeatures(values, rows, columns);
  }

  private static float[] gaussian(Random random, int count, double deviation) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  private static float[] identity(int n) {
    float[] identity = new float[n * n];
    for (int i = 0; i < n; i++) {
      identity[i * n + i] = 1;
    }
    return identity;
  }

  private static Confusions confusions(int[] labels) {
    int[] nearest = new int[labels.length];
    Arrays.setAll(nearest, i -> (i + CLASSES) % labels.length);
    List<ConfusionPair> pairs = new ArrayList<>();
    for (int i = 0; i < Math.min(PAIRS, labels.length - 1); i++) {
      nearest[i] = i + 1;
      pairs.add(new ConfusionPair(i, i + 1, labels[i], labels[i + 1], 0.5));
    }
    return new Confusions(labels, nearest, pairs);
  }
}
