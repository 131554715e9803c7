package eifexplorer.session;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.Confusions;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.Sample;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.job.JobContext;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An opened data set with a model: features, confused pairs and the estimator that explains them. Immutable.
 *
 * @param name for people
 * @param workspace the folder it was opened from; empty for an embedding bundle
 * @param dataset samples in the order of the features' rows
 * @param bundle features, labels, head and proxies
 * @param loss what the model was trained with
 * @param modelTitle for people, such as {@code ProxyNCA++ · MobileNet-V2 · epoch 10}
 * @param confusions the nearest neighbour of every test sample, and the confused pairs
 * @param estimator explains a pair, class pair or group
 */
public record ExplorerSession(
    String name,
    Optional<Workspace> workspace,
    ImageDataset dataset,
    EmbeddingBundle bundle,
    LossSpec loss,
    String modelTitle,
    Confusions confusions,
    InfluenceEstimator estimator)
    implements AutoCloseable {
  /** Every confused pair, by ascending test index. */
  public List<ConfusionPair> pairs() {
    return confusions.pairs();
  }

  /** A training sample. */
  public Sample trainSample(int trainIndex) {
    return dataset.train().get(trainIndex);
  }

  /** A test sample. */
  public Sample testSample(int testIndex) {
    return dataset.test().get(testIndex);
  }

  /** The image file of a sample; empty for a bundle without images. */
  public Optional<Path> image(Sample sample) {
    return dataset.file(sample);
  }

  /** The name of a sample's class, for people. */
  public String className(int label) {
    return dataset.classOf(label).displayName();
  }

  /** Share of the test images searched for whose nearest neighbour has their class, 0..1. */
  public double recallAt1() {
    return confusions.recallAt1();
  }

  /** How many test images are measured with, such as {@code 1,487 test images} or {@code 1,485 of 1,487 test images, 2 left out}. */
  public String measuredOn() {
    int measured = confusions.queryCount();
    int leftOut = leftOut().size();
    String images = isInGallery() ? "queries" : "test images";
    return leftOut == 0
        ? String.format(Locale.ROOT, "%,d %s", measured, images)
        : String.format(
            Locale.ROOT,
            "%,d of %,d %s, %d left out",
            measured,
            measured + leftOut,
            images,
            leftOut);
  }

  /** The test images that the labels leave out of measuring. */
  public List<LabelChange> leftOut() {
    return dataset.corrections().testLeftOut();
  }

  /** True if queries were looked for in the gallery only (In-Shop), rather than among all test images. */
  public boolean isInGallery() {
    return confusions.queryCount() > 0 && confusions.queryCount() < confusions.sampleCount();
  }

  /** A job's context that also lets those go first who ask this session's estimator, and what {@link PairSurveyor#rest} is for. */
  public JobContext givingWay(JobContext context) {
    return estimator instanceof InteractiveEstimator own
        ? context.givingWayAt(own.gate())
        : context;
  }

  /** It is not shown any more: gives back what its estimators keep, which is computed again if one of them is asked after all. */
  @Override
  public void close() {
    if (estimator instanceof InteractiveEstimator own) {
      own.kept().close();
    }
  }

  /** The same session with other confusions of its test samples. */
  ExplorerSession withConfusions(Confusions other) {
    return new ExplorerSession(
        name, workspace, dataset, bundle, loss, modelTitle, other, estimator);
  }

  /** The same session with another estimator. */
  public ExplorerSession withEstimator(InfluenceEstimator other) {
    return new ExplorerSession(
        name, workspace, dataset, bundle, loss, modelTitle, confusions, other);
  }
}
