package eifexplorer.spark;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Json;
import java.io.Serializable;
import java.util.List;

/**
 * A model on its way to the executors.
 *
 * @param head the last layer
 * @param proxies [C*K,E]
 * @param centresPerClass K
 * @param loss as JSON
 */
record SurveyModel(HeadValues head, float[] proxies, int centresPerClass, String loss)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static SurveyModel of(EmbeddingBundle bundle, LossSpec loss) {
    return new SurveyModel(
        HeadValues.of(bundle.head()),
        bundle.proxies().values(),
        bundle.proxies().centresPerClass(),
        Json.line(loss));
  }

  LossSpec lossSpec() {
    return Json.parse(loss, LossSpec.class, "the driver's loss");
  }

  /** The model with some training samples and the test samples of some pairs. */
  EmbeddingBundle bundle(FeatureMatrix train, int[] labels, HeapFeatures test) {
    return new EmbeddingBundle(
        train,
        labels,
        test,
        new int[test.rows()],
        head.head(),
        new Proxies(proxies, head.bias().length, centresPerClass),
        List.of(),
        List.of());
  }
}
