package eifexplorer.experiment;

import eifexplorer.confusion.Confusions;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.engine.MatrixMath;
import eifexplorer.training.LossSpec;

/**
 * What experiments run on: a model with its data set. Immutable.
 *
 * @param dataset samples in the order of the features' rows
 * @param bundle features, labels, head and proxies
 * @param loss what the model was trained with
 * @param confusions the nearest neighbour of every test sample, and the confused pairs
 * @param math for large products
 */
public record ExperimentInputs(
    ImageDataset dataset,
    EmbeddingBundle bundle,
    LossSpec loss,
    Confusions confusions,
    MatrixMath math) {
  /** The name of a class, for people. */
  public String className(int label) {
    return dataset.classOf(label).displayName();
  }

  /** N. */
  public int trainCount() {
    return bundle.trainLabels().length;
  }
}
