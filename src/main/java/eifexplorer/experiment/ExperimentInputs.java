package eifexplorer.experiment;

import eifexplorer.confusion.Confusions;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.InjectedNoise;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.dataset.Sample;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.math.MatrixMath;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What experiments run on: a model with its data set. Immutable.
 *
 * @param dataset samples in the order of the features' rows
 * @param bundle features, labels, head and proxies
 * @param loss what the model was trained with
 * @param confusions the nearest neighbour of every test sample, and the confused pairs
 * @param math for large products
 * @param estimators those there are
 * @param history where the epochs of the model's own run are kept, for estimators that trace them
 */
public record ExperimentInputs(
    ImageDataset dataset,
    EmbeddingBundle bundle,
    LossSpec loss,
    Confusions confusions,
    MatrixMath math,
    InfluenceEstimators estimators,
    Optional<Path> history) {
  /**
   * An estimator of the model.
   *
   * @param options its settings by name; those not given have their standard values
   * @throws eifexplorer.problem.ProblemException for an unknown name, setting or value
   */
  public InfluenceEstimator estimator(String id, Map<String, String> options) {
    return estimators.create(
        id,
        bundle,
        loss,
        EstimatorOption.withHistory(estimators.byId(id).options(), options, history));
  }

  /**
   * The estimators a parameter names. The standard ones stand for those of them that the model allows; any others are meant.
   *
   * @param parameter its name; without settings where it has its standard value
   */
  public FittingEstimators estimators(ParameterValues values, String parameter) {
    List<String> named = values.names(parameter);
    return values.isStandard(parameter) ? fitting(named) : FittingEstimators.all(named);
  }

  /** Those of some estimators that the model allows, with their standard settings. */
  public FittingEstimators fitting(List<String> ids) {
    return FittingEstimators.of(estimators, ids, id -> estimator(id, Map.of()));
  }

  /** The name of a class, for people. */
  public String className(int label) {
    return dataset.classOf(label).displayName();
  }

  /** N. */
  public int trainCount() {
    return bundle.trainLabels().length;
  }

  /** The same with the training labels that are known to be wrong set right; this object if none is. */
  public ExperimentInputs withTrueLabels() {
    Map<Integer, Integer> truth = dataset.noise().map(InjectedNoise::trueLabels).orElse(Map.of());
    if (truth.isEmpty()) {
      return this;
    }
    List<Sample> train = new ArrayList<>(dataset.train());
    truth.forEach(
        (index, label) -> {
          Sample given = train.get(index);
          train.set(index, new Sample(given.path(), label, given.split()));
        });
    ImageDataset right =
        dataset.with(
            corrected ->
                corrected.train(train).noise(Optional.empty()).corrections(LabelCorrections.NONE));
    return new ExperimentInputs(
        right,
        bundle.withTrainLabels(right.trainLabels()),
        loss,
        confusions,
        math,
        estimators,
        history);
  }
}
