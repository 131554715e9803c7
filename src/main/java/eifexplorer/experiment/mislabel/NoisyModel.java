package eifexplorer.experiment.mislabel;

import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.confusion.Confusions;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelNoise;
import eifexplorer.dataset.NoiseSpec;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.embedding.SimilarClasses;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.PairSummary;
import eifexplorer.influence.PairSurvey;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.JobContext;
import eifexplorer.review.NeighbourVote;
import eifexplorer.review.suspect.RelabelAccuracy;
import eifexplorer.review.suspect.RelabelSuggestions;
import eifexplorer.review.suspect.ScoreKeeper;
import eifexplorer.review.suspect.SuspectInputs;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.LossSpec;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A head trained on labels of which some are wrong, and what detectors look at. */
final class NoisyModel {
  private static final int PAIRS_AT_ONCE = 32;
  private static final int KEPT = 20;

  private final ExperimentInputs clean;
  private final ImageDataset dataset;
  private final EmbeddingBundle bundle;
  private final SuspectInputs inputs;

  private NoisyModel(
      ExperimentInputs clean, ImageDataset dataset, EmbeddingBundle bundle, SuspectInputs inputs) {
    this.clean = clean;
    this.dataset = dataset;
    this.bundle = bundle;
    this.inputs = inputs;
  }

  /**
   * Makes labels wrong, or takes those that are, and trains on them.
   *
   * @param given the data set as it is
   * @param clean the same with all labels right
   */
  static NoisyModel train(
      ExperimentInputs given, ExperimentInputs clean, Scenario scenario, JobContext context) {
    ImageDataset dataset =
        scenario.noise().equals(Scenario.GIVEN)
            ? given.dataset()
            : clean
                .dataset()
                .withNoise(new NoiseSpec(noise(clean, scenario), scenario.rate(), scenario.seed()));
    int[] labels = dataset.trainLabels();
    EmbeddingBundle old = clean.bundle();
    LossSpec loss = LossSpec.named(scenario.loss());
    TrainedHead trained =
        new HeadTrainer(clean.math())
            .train(
                old.trainFeatures(),
                labels,
                FrozenHeadPlan.fitting(
                    loss, labels, old.trainFeatures().columns(), scenario.seed()),
                TrainingObserver.NONE,
                context);
    EmbeddingBundle bundle =
        old.with(
            noisy -> noisy.trainLabels(labels).head(trained.head()).proxies(trained.proxies()));
    Confusions confusions = new ConfusionFinder(clean.math()).find(bundle, context);
    EifEstimator estimator =
        new EifEstimator(new TrainingPasses(clean.math(), bundle, loss), EifParameters.DEFAULT);
    return new NoisyModel(
        clean,
        dataset,
        bundle,
        new SuspectInputs(
            bundle,
            loss,
            confusions,
            estimator,
            dataset.train().stream().map(dataset::file).toList(),
            job -> survey(estimator, confusions, labels.length, job)::pairsHarmed,
            clean.math(),
            ScoreKeeper.NONE));
  }

  private static LabelNoise noise(ExperimentInputs clean, Scenario scenario) {
    return scenario.noise().equals(LabelNoise.CONFUSION)
        ? LabelNoise.confusion(
            SimilarClasses.mostSimilar(
                clean.bundle().trainFeatures(),
                clean.bundle().trainLabels(),
                clean.dataset().trainClassCount()))
        : LabelNoise.byId(scenario.noise());
  }

  private static PairSurvey survey(
      EifEstimator estimator, Confusions confusions, int count, JobContext context) {
    List<TestPair> pairs =
        confusions.pairs().stream()
            .map(pair -> new TestPair(pair.wrong(), pair.confusedWith()))
            .toList();
    List<PairSummary> summaries = new ArrayList<>();
    double[] harm = new double[count];
    for (int from = 0; from < pairs.size(); from += PAIRS_AT_ONCE) {
      List<TestPair> batch = pairs.subList(from, Math.min(pairs.size(), from + PAIRS_AT_ONCE));
      List<InfluenceScores> scores =
          estimator.estimateAll(
              batch.stream().map(p -> InfluenceQuery.pair(p.first(), p.second())).toList(),
              context);
      for (int p = 0; p < batch.size(); p++) {
        PairSurvey.addHarm(scores.get(p), harm);
        summaries.add(PairSummary.of(batch.get(p), scores.get(p), KEPT));
      }
    }
    return new PairSurvey(summaries, harm, pairs.size());
  }

  SuspectInputs inputs() {
    return inputs;
  }

  private Map<Integer, Integer> truth() {
    return dataset.noise().orElseThrow().trueLabels();
  }

  /** Which labels are wrong [N]. */
  boolean[] wrong() {
    boolean[] wrong = new boolean[bundle.trainLabels().length];
    truth().forEach((index, label) -> wrong[index] = bundle.trainLabels()[index] != label);
    return wrong;
  }

  /** How often the true label is suggested. */
  Map<String, Double> relabelAccuracy(JobContext context) {
    return RelabelAccuracy.of(RelabelSuggestions.of(inputs, context), truth());
  }

  /**
   * The reference's count.
   *
   * @param influence on the group of the most confused class; positive is harmful
   */
  ReferenceRelabelling referenceRelabelling(SuspectScores influence, JobContext context) {
    boolean[] wrong = wrong();
    int[] harmful =
        IntStream.range(0, wrong.length).filter(i -> influence.value(i) > 0 && wrong[i]).toArray();
    NeighbourVote vote =
        new NeighbourVote(
            new NeighbourIndex(
                Embeddings.of(bundle.trainFeatures(), bundle.head(), clean.math(), context)),
            bundle.trainLabels());
    return ReferenceRelabelling.of(
        vote.of(harmful, context),
        IntStream.of(harmful).map(i -> bundle.trainLabels()[i]).toArray(),
        IntStream.of(harmful).map(i -> truth().get(i)).toArray());
  }
}
