package eifexplorer.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.Architecture;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldedNormTest {
  @Test
  void neutralStatisticsBesideLearntShiftsAreFolded() {
    assertTrue(FoldedNorm.isIn(weights(0, .99999f, .3f)));
    assertFalse(FoldedNorm.isIn(weights(.1f, 1, .3f)));
    assertFalse(FoldedNorm.isIn(weights(0, 2, .3f)));
  }

  @Test
  void randomWeightsAreNot() {
    assertFalse(FoldedNorm.isIn(BackboneWeights.random(Architecture.parse("basic-1-1-1-1-w8"), 1)));
  }

  private static StateDict weights(float mean, float variance, float bias) {
    return StateDict.of(
        Map.of(
            "bn1.running_mean", WeightTensor.of(new float[] {0, mean}, 2),
            "bn1.running_var", WeightTensor.of(new float[] {1, variance}, 2),
            "bn1.bias", WeightTensor.of(new float[] {0, bias}, 2)));
  }
}
