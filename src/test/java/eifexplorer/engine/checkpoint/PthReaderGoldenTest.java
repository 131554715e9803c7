package eifexplorer.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npy;
import eifexplorer.array.Npz;
import eifexplorer.testing.GoldenFiles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden case 11_ckpt_small: every array exact. */
class PthReaderGoldenTest {

  @ParameterizedTest
  @ValueSource(strings = {"linear_legacy.pth", "linear_zip.pth", "linear_zip_cuda0.pth"})
  void linearLayer(String file) {
    StateDict expected = golden("module.1.weight", "module.1.bias");
    assertEquals(expected, read(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.pth", "proxy_cuda0.pth"})
  void proxies(String file) {
    assertEquals(golden("proxies"), read(file));
  }

  @Test
  void stridedViewsAndHalfPrecision() {
    StateDict expected = golden("view", "transposed", "half");
    assertEquals(expected, read("views_dtypes.pth").filtered(expected::contains));
  }

  @Test
  void wholeNumbersAndBooleans() {
    StateDict actual = read("views_dtypes.pth");
    assertEquals(
        List.of(3, 2, false, false),
        List.of(
            actual.get("int").size(),
            actual.get("bool").size(),
            actual.get("int").isFloat(),
            actual.get("bool").isFloat()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"testing_embeddings", "testing_labels", "testing_nn_labels"})
  void tensorsSavedAlone(String name) {
    assertEquals(golden(name).only(), read(name + ".pth").only());
  }

  @Test
  void neighbourIndices() {
    try (Npz npz = GoldenFiles.open("11_ckpt_small.npz")) {
      assertArrayEquals(
          npz.array("testing_nn_indices").ints(),
          Npy.read(GoldenFiles.file("checkpoints/testing_nn_indices.npy")).ints());
    }
  }

  private static StateDict read(String file) {
    return Checkpoints.read(GoldenFiles.file("checkpoints/" + file));
  }

  private static StateDict golden(String... names) {
    try (Npz npz = GoldenFiles.open("11_ckpt_small.npz")) {
      Map<String, WeightTensor> tensors = new LinkedHashMap<>();
      for (String name : names) {
        NdArray array = npz.array(name);
        int[] shape = Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
        tensors.put(name, WeightTensor.of(array.floats(), shape));
      }
      return StateDict.of(tensors);
    }
  }
}
