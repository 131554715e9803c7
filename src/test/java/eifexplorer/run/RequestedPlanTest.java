package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.model.BackboneChoice;
import eifexplorer.model.BackboneSource;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestedPlanTest {
  /** Principal directions of 64 features are 64 at most; a head of random weights, a plan that was named and features nobody knows yet may have more. */
  @ParameterizedTest
  @CsvSource({
    "basic-1-1-1-1-w8, true, , 64, 64",
    "basic-1-1-1-1-w8, false, , 64, 512",
    "basic-1-1-1-1-w8, true, cub_frozen_SoftTriple, 64, 512",
    "torchscript, true, , 0, 512",
    "torchscript, true, , 48, 48"
  })
  void aPresetsEmbeddingsFitTheFeatures(
      String network, boolean frozen, Path config, int features, int expected) {
    TrainRequest request =
        new TrainRequest(
            Path.of("ws"),
            DatasetReference.clean("cub", "images", "1-3", "4-6"),
            Optional.empty(),
            new BackboneChoice(Optional.empty(), Optional.empty()),
            OptionalInt.empty(),
            OptionalInt.empty(),
            frozen,
            Optional.empty(),
            Optional.ofNullable(config),
            0);
    TrainingPlan usual = RequestedPlan.read(request);

    TrainingPlan plan =
        RequestedPlan.complete(
            request,
            usual,
            new BackboneSource(
                BackboneSpec.parse(network + "/average/plain"),
                StateDict.of(Map.of()),
                Optional.empty(),
                Optional.empty()),
            features,
            TrainingChecksTest.dataset(4, 4, 4));

    assertEquals(expected, plan.network().embeddingSize());
  }
}
