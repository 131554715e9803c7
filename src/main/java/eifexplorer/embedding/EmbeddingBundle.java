package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * Everything influence needs of a model and a data set: features, labels, last layer and proxies.
 *
 * @param trainFeatures [N,F]
 * @param trainLabels [N], in 0..C-1 (rows of the proxies)
 * @param testFeatures [M,F]
 * @param testLabels [M]
 * @param head the last linear layer, W [E,F] and b [E]
 * @param proxies [C*K,E]
 * @param trainPaths one a training sample; empty when not known
 * @param testPaths one a test sample; empty when not known
 * @param trainStages averages of the network's stages for the training samples, which detectors look at besides the features;
 *     empty when not known
 */
@RecordBuilder
public record EmbeddingBundle(
    FeatureMatrix trainFeatures,
    int[] trainLabels,
    FeatureMatrix testFeatures,
    int[] testLabels,
    EmbeddingHead head,
    Proxies proxies,
    List<String> trainPaths,
    List<String> testPaths,
    Optional<StageAverages> trainStages)
    implements EmbeddingBundleBuilder.With {
  /** Checks that sizes fit. Throws {@link ProblemException} naming what does not. */
  public EmbeddingBundle {
    trainPaths = List.copyOf(trainPaths);
    testPaths = List.copyOf(testPaths);
    same("training features and weight (columns)", trainFeatures.columns(), head.featureSize());
    same("test features and weight (columns)", testFeatures.columns(), head.featureSize());
    same("training labels and features", trainLabels.length, trainFeatures.rows());
    same("test labels and features", testLabels.length, testFeatures.rows());
    if (trainStages.isPresent()) {
      same("training stages and features", trainStages.get().rows().rows(), trainFeatures.rows());
    }
    same("proxies and bias", proxies.embeddingSize(), head.embeddingSize());
    for (int i = 0; i < trainLabels.length; i++) {
      if (trainLabels[i] < 0 || trainLabels[i] >= proxies.classCount()) {
        throw new ProblemException(
            "Training sample " + i + " has label " + trainLabels[i] + " without a proxy",
            "",
            "There are proxies for labels 0 to " + (proxies.classCount() - 1) + ".");
      }
    }
  }

  /** Without averages of stages. */
  public EmbeddingBundle(
      FeatureMatrix trainFeatures,
      int[] trainLabels,
      FeatureMatrix testFeatures,
      int[] testLabels,
      EmbeddingHead head,
      Proxies proxies,
      List<String> trainPaths,
      List<String> testPaths) {
    this(
        trainFeatures,
        trainLabels,
        testFeatures,
        testLabels,
        head,
        proxies,
        trainPaths,
        testPaths,
        Optional.empty());
  }

  private static void same(String what, int a, int b) {
    if (a != b) {
      throw new ProblemException("The sizes of " + what + " differ: " + a + " and " + b, "", "");
    }
  }
}
