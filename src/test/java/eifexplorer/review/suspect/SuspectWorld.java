package eifexplorer.review.suspect;

import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.confusion.Confusions;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.embedding.StageAverages;
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.job.JobContext;
import eifexplorer.testing.NaiveMatrixMath;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Well-separated classes around random centres, with the labels of chosen samples made wrong. */
final class SuspectWorld {
  static final int CLASSES = 4;
  static final int PER_CLASS = 12;
  static final int FEATURES = 8;

  private final int[] truth = new int[CLASSES * PER_CLASS];
  private final int[] labels;
  private EmbeddingBundle bundle;
  private List<Optional<Path>> images;

  /** Samples {@code wrong} get the label after their own. */
  SuspectWorld(int... wrong) {
    this(1f, wrong);
  }

  /** The same with features in another unit, which the head undoes. */
  SuspectWorld(float unit, int... wrong) {
    Random random = new Random(5);
    float[][] centres = new float[CLASSES][FEATURES];
    for (float[] centre : centres) {
      for (int j = 0; j < FEATURES; j++) {
        centre[j] = (float) random.nextGaussian();
      }
    }
    float[] features = new float[truth.length * FEATURES];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = i / PER_CLASS;
      for (int j = 0; j < FEATURES; j++) {
        features[i * FEATURES + j] =
            unit * (centres[truth[i]][j] + .2f * (float) random.nextGaussian());
      }
    }
    labels = truth.clone();
    for (int i : wrong) {
      labels[i] = (truth[i] + 1) % CLASSES;
    }
    float[] identity = new float[FEATURES * FEATURES];
    for (int j = 0; j < FEATURES; j++) {
      identity[j * FEATURES + j] = 1 / unit;
    }
    float[] proxies = new float[CLASSES * FEATURES];
    for (int c = 0; c < CLASSES; c++) {
      System.arraycopy(centres[c], 0, proxies, c * FEATURES, FEATURES);
    }
    HeapFeatures matrix = new HeapFeatures(features, truth.length, FEATURES);
    bundle =
        new EmbeddingBundle(
            matrix,
            labels,
            matrix,
            labels,
            new EmbeddingHead(identity, new float[FEATURES]),
            new Proxies(proxies, FEATURES, 1),
            List.of(),
            List.of());
    images = IntStream.range(0, truth.length).mapToObj(i -> Optional.<Path>empty()).toList();
  }

  SuspectWorld withImage(int sample, Path file) {
    List<Optional<Path>> changed = new ArrayList<>(images);
    changed.set(sample, Optional.of(file));
    images = changed;
    return this;
  }

  /** The same with averages of the network's stages, a row for each sample. */
  SuspectWorld withStages(StageAverages stages) {
    bundle = bundle.with(made -> made.trainStages(Optional.of(stages)));
    return this;
  }

  /** The same with other training features. */
  SuspectWorld withFeatures(FeatureMatrix features) {
    bundle = bundle.withTrainFeatures(features);
    return this;
  }

  EmbeddingBundle bundle() {
    return bundle;
  }

  int[] truth() {
    return truth.clone();
  }

  SuspectInputs inputs() {
    Confusions confusions =
        new ConfusionFinder(new NaiveMatrixMath()).find(bundle, JobContext.unattended());
    EifEstimator estimator = new EifEstimator(bundle, LossSpec.PROXY_NCA, EifParameters.DEFAULT);
    return new SuspectInputs(
        bundle,
        LossSpec.PROXY_NCA,
        confusions,
        estimator,
        images,
        job -> HarmCount.of(confusions, estimator, truth.length, job),
        new NaiveMatrixMath(),
        ScoreKeeper.NONE);
  }

  boolean[] wrong() {
    boolean[] wrong = new boolean[truth.length];
    for (int i = 0; i < wrong.length; i++) {
      wrong[i] = labels[i] != truth[i];
    }
    return wrong;
  }
}
