package eifexplorer.training;

/**
 * What a batch is made of.
 *
 * @param sampler how its samples are drawn
 * @param classes classes a batch, 1 to 10,000 (8)
 * @param samplesPerClass samples of each, 1 to 1,000 (4); a random batch has classes times samples, whatever they are
 * @param accumulate batches whose gradients are averaged to one step, 1 to 1,000 (1); batch normalisation still sees one
 *     batch at a time
 */
public record BatchPlan(Sampler sampler, int classes, int samplesPerClass, int accumulate) {
  /** How samples are drawn. */
  public enum Sampler {
    /** {@link BalancedBatchSampler}. */
    BALANCED,
    /** {@link RandomBatchSampler}. */
    RANDOM
  }

  /** Checks the ranges. Throws {@link eifexplorer.problem.ProblemException} naming the field. */
  public BatchPlan {
    Range.whole("classes", classes, 1, 10_000);
    Range.whole("samplesPerClass", samplesPerClass, 1, 1_000);
    Range.whole("accumulate", accumulate, 1, 1_000);
  }

  /** A step a batch. */
  public BatchPlan(Sampler sampler, int classes, int samplesPerClass) {
    this(sampler, classes, samplesPerClass, 1);
  }

  /** Samples a batch. */
  public int size() {
    return classes * samplesPerClass;
  }

  /**
   * A sampler for training labels [N].
   *
   * @throws eifexplorer.problem.ProblemException if the labels are too few, or of too few classes
   */
  public BatchSampler sampler(int[] labels, long seed) {
    return switch (sampler) {
      case BALANCED -> new BalancedBatchSampler(labels, classes, samplesPerClass, seed);
      case RANDOM -> new RandomBatchSampler(labels.length, size(), seed);
    };
  }

  /**
   * The same with batches that leave at least one over, as a balanced epoch needs.
   *
   * @param samples that are trained on, at least 2
   * @param ofClasses classes among them, at least 1
   */
  public BatchPlan fitting(int samples, int ofClasses) {
    int most = Math.max(1, samples - 1);
    int fewer = Math.min(most, Math.min(classes, ofClasses));
    int perClass = Math.max(1, Math.min(samplesPerClass, most / fewer));
    return new BatchPlan(sampler, fewer, perClass, accumulate);
  }
}
