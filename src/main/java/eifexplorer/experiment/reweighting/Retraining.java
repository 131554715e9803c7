package eifexplorer.experiment.reweighting;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.influence.PairDistance;
import eifexplorer.job.JobContext;
import eifexplorer.training.BatchSampler;
import eifexplorer.training.ReweightPlan;
import eifexplorer.training.ReweightedRetraining;
import eifexplorer.training.SampleWeights;
import eifexplorer.training.TrainingPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets a model's last layer learn on with re-weighted samples, and looks what that does to a case. */
final class Retraining {
  private final ExperimentInputs inputs;
  private final double helpfulWeight;
  private final double harmfulWeight;
  private final TrainingPlan plan;
  private final double[][] weightBefore;
  private final Map<Integer, List<int[]>> batches = new HashMap<>();

  Retraining(ExperimentInputs inputs, double helpfulWeight, double harmfulWeight) {
    this.inputs = inputs;
    this.helpfulWeight = helpfulWeight;
    this.harmfulWeight = harmfulWeight;
    this.plan =
        ReweightPlan.of(
            inputs.dataset().name(),
            inputs.loss(),
            inputs.dataset().trainClassCount(),
            inputs.trainCount());
    this.weightBefore = rows(inputs.bundle().head());
  }

  /** One pass over the training samples with these sets; the pairs' distance before and after. */
  Trial run(ConfusedCase of, SampleSets sets, double rate, int seed, JobContext context) {
    EmbeddingBundle bundle = inputs.bundle();
    EmbeddingHead after =
        new ReweightedRetraining(inputs.math(), rate, plan.optimiser().clip())
            .run(
                bundle.head(),
                bundle.proxies(),
                inputs.loss(),
                bundle.trainFeatures(),
                bundle.trainLabels(),
                SampleWeights.of(
                    inputs.trainCount(),
                    sets.helpful(),
                    helpfulWeight,
                    sets.harmful(),
                    harmfulWeight),
                batches.computeIfAbsent(seed, this::draw),
                context)
            .head();
    PairDistance distance = new PairDistance(bundle, of.query());
    return new Trial(distance.distance(weightBefore), distance.distance(rows(after)));
  }

  private List<int[]> draw(int seed) {
    BatchSampler sampler = plan.batches().sampler(inputs.bundle().trainLabels(), seed);
    List<int[]> drawn = new ArrayList<>();
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      drawn.addAll(sampler.nextEpoch());
    }
    return drawn;
  }

  private static double[][] rows(EmbeddingHead head) {
    float[] weight = head.weight();
    double[][] rows = new double[head.embeddingSize()][head.featureSize()];
    for (int i = 0; i < weight.length; i++) {
      rows[i / head.featureSize()][i % head.featureSize()] = weight[i];
    }
    return rows;
  }
}
