package eifexplorer.spark;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.MovedWeights;
import eifexplorer.influence.TrainingPasses;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.session.SurveyPlan;
import eifexplorer.training.LossSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some blocks of pairs on their way to the executors, with all that depends on test samples: theirs need not be seen there.
 *
 * @param blocks numbers of the blocks
 * @param pairs those of each block
 * @param features of the pairs' test samples [m,F], by ascending test index
 * @param samples m
 * @param moved weights that EIF moved to, of each block's pairs
 */
record PairGroup(
    int[] blocks,
    List<List<TestPair>> pairs,
    float[] features,
    int samples,
    List<List<MovedWeights>> moved)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Moves the weights for blocks of a survey; looks at no training sample. */
  static PairGroup of(
      SurveyPlan plan, int[] blocks, EmbeddingBundle bundle, LossSpec loss, JobContext context) {
    List<List<TestPair>> pairs =
        IntStream.of(blocks).mapToObj(b -> List.copyOf(plan.block(b))).toList();
    int[] samples =
        pairs.stream()
            .flatMap(List::stream)
            .flatMapToInt(pair -> IntStream.of(pair.first(), pair.second()))
            .distinct()
            .sorted()
            .toArray();
    float[] features = bundle.testFeatures().gather(samples);
    EmbeddingBundle few =
        bundle.with(
            kept ->
                kept.testFeatures(
                        new HeapFeatures(features, samples.length, bundle.testFeatures().columns()))
                    .testLabels(new int[samples.length])
                    .testPaths(List.of()));
    EifEstimator estimator =
        new EifEstimator(
            new TrainingPasses(new JavaMatrixMath(), few, loss, 0), EifParameters.DEFAULT);
    List<List<MovedWeights>> moved = new ArrayList<>();
    for (List<TestPair> block : pairs) {
      moved.add(
          new ArrayList<>(
              ComputePool.shared()
                  .map(
                      block.size(),
                      p -> estimator.move(renumbered(block.get(p), samples), context))));
    }
    return new PairGroup(blocks, new ArrayList<>(pairs), features, samples.length, moved);
  }

  /** Places keep the order of the indices, so that nothing is summed in another one. */
  private static InfluenceQuery renumbered(TestPair pair, int[] samples) {
    return InfluenceQuery.pair(
        Arrays.binarySearch(samples, pair.first()), Arrays.binarySearch(samples, pair.second()));
  }

  /** All pairs, block by block. */
  Stream<TestPair> all() {
    return pairs.stream().flatMap(List::stream);
  }

  HeapFeatures test() {
    return new HeapFeatures(features, samples, features.length / samples);
  }
}
