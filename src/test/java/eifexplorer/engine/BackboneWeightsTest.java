package eifexplorer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackboneWeightsTest {
  private static final Architecture SMALL = Architecture.parse("basic-1-1-1-1-w4");
  private final StateDict weights = BackboneWeights.random(SMALL, 7);

  @Test
  void missingMisshapenAndUnknownWeightsAreNamed() {
    StateDict wrong =
        weights
            .filtered(name -> !name.equals("bn1.bias"))
            .plus(tensor("conv1.weight", 2))
            .plus(tensor("layer5.weight", 1));
    ProblemException problem =
        assertThrows(ProblemException.class, () -> BackboneWeights.require(SMALL, wrong, "w.pth"));
    assertEquals(
        "The weights are not those of basic-1-1-1-1-w4; missing: bn1.bias; wrong shape:"
            + " conv1.weight [4, 3, 7, 7] (is [2]); unknown: layer5.weight: w.pth. Choose the"
            + " architecture they were trained with.",
        problem.getMessage());
  }

  @Test
  void theClassifierAndAbsentCountersDoNotMatter() {
    StateDict given =
        weights
            .filtered(name -> !name.endsWith("num_batches_tracked"))
            .plus(tensor("fc.weight", 10))
            .plus(tensor("classifier.1.bias", 10));
    assertEquals(weights, BackboneWeights.require(SMALL, given, ""));
  }

  @Test
  void theSeedDecides() {
    assertEquals(weights, BackboneWeights.random(SMALL, 7));
    assertNotEquals(weights, BackboneWeights.random(SMALL, 8));
  }

  @Test
  void kernelsHaveHesVariance() {
    StateDict large = BackboneWeights.random(ResidualNetwork.RESNET18, 1);
    float[] kernel = large.get("layer4.1.conv2.weight").floats();
    double squares = 0;
    for (float value : kernel) {
      squares += value * value;
    }
    assertEquals(2.0 / (512 * 9), squares / kernel.length, 1e-5);
  }

  private static StateDict tensor(String name, int size) {
    return StateDict.of(Map.of(name, WeightTensor.of(new float[size], size)));
  }
}
