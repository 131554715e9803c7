package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.model.BackboneChoice;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestedPlanTest {
  /** Principal directions of 64 features are 64 at most; a head of random weights, or a plan that was named, may have more. */
  @ParameterizedTest
  @CsvSource({"true, , 64", "false, , 512", "true, cub_frozen_SoftTriple, 512"})
  void aPresetsEmbeddingsFitTheFeatures(boolean frozen, Path config, int expected) {
    TrainRequest request =
        new TrainRequest(
            Path.of("ws"),
            DatasetReference.clean("cub", "images", "1-3", "4-6"),
            Optional.empty(),
            new BackboneChoice(Optional.of("basic-1-1-1-1-w8"), Optional.empty()),
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
            RequestedPlan.backbone(request, usual),
            TrainingChecksTest.dataset(4, 4, 4));

    assertEquals(expected, plan.network().embeddingSize());
  }
}
