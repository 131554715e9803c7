package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.OnnxNetwork;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.OnnxFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is run needs the profile {@code onnx}; without it, only the refusal is tested. */
class OnnxBackboneTest {
  /** Two images of 2×2: the channels of a pixel are 1, 2, 3 times its number, which goes on in the second image. */
  private static final float[] IMAGES = {
    1, 2, 3, 4, 2, 4, 6, 8, 3, 6, 9, 12, 5, 6, 7, 8, 10, 12, 14, 16, 15, 18, 21, 24
  };

  /** W is (1, 2, 3) and (-1, 0, 1): 14 times and twice a pixel's number. */
  private static final float[] MAPS = {14, 28, 42, 56, 2, 4, 6, 8, 70, 84, 98, 112, 10, 12, 14, 16};

  @TempDir Path folder;

  private static void requireRuntime() {
    assumeTrue(OnnxNetwork.canRun(), "ONNX Runtime is in builds with -Ponnx only");
  }

  private static Backbone open(Path file, String spec) {
    return OnnxBackbone.open(file, BackboneSpec.parse(spec), 1);
  }

  @ParameterizedTest
  @CsvSource({"false,1,2", "true,1,2", "false,2,-1", "true,-1,-1", "false,3,2"})
  void mapsAndFeaturesAreThoseOfTheNetwork(boolean channelsLast, long batch, long side) {
    requireRuntime();
    Path file = OnnxFiles.convolution(folder, channelsLast, batch, side);

    try (Backbone network = open(file, "onnx/max/plain")) {
      assertEquals("onnx-2/max/plain", network.spec().describe());
      assertArrayEquals(MAPS, network.featureMaps(IMAGES, 2, 2, 2).values(), 1e-5f);
      assertArrayEquals(new float[] {56, 8, 112, 16}, network.features(IMAGES, 2, 2, 2), 1e-5f);
    }
    try (Backbone network = open(file, "onnx-o1/average/layernorm")) {
      assertEquals("onnx-2-o1/average/layernorm", network.spec().describe());
      assertArrayEquals(new float[] {1, -1, 1, -1}, network.features(IMAGES, 2, 2, 2), 1e-5f);
      assertThrows(ProblemException.class, () -> network.featureMaps(IMAGES, 2, 2, 2));
    }
  }

  @Test
  void imagesOfAnotherSizeAreRefused() {
    requireRuntime();
    Path file = OnnxFiles.convolution(folder, false, 1, 2);
    try (Backbone network = open(file, "onnx/average/plain")) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> network.features(IMAGES, 1, 1, 2));
      assertTrue(refused.getMessage().contains("2×2 pixels alone"), refused.getMessage());
    }
  }

  @Test
  void aBuildWithoutTheRuntimeSaysWhatToDo() {
    assumeFalse(OnnxNetwork.canRun(), "This build has ONNX Runtime");
    Path file = OnnxFiles.convolution(folder, false, 1, 2);
    assertEquals(
        "This build can't run ONNX networks: " + file + ". " + OnnxNetwork.HOW_TO_RUN,
        assertThrows(ProblemException.class, () -> open(file, "onnx/average/plain")).getMessage());
  }
}
