package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.Architecture;
import eifexplorer.engine.AuthorsCheckpoint;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Layer;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.Stage;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.checkpoint.Checkpoints;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.GoldenFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DjlBackboneTest {
  private static final BackboneSpec SMALL =
      new BackboneSpec(Architecture.parse("basic-1-1-1-1-w8"), Pooling.AVERAGE, false);

  private static DjlEngine engine;

  @BeforeAll
  static void load() {
    engine = Reference.engine();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mobilenet_v2/average/layernorm",
        "basic-1-2-1-1-w16/max/plain",
        "bottleneck-1-1-1-1-w16-g32/max/layernorm"
      })
  void fusedAndPlainProgramsAgree(String description) {
    BackboneSpec spec = BackboneSpec.parse(description);
    StateDict weights = RandomStatistics.in(BackboneWeights.random(spec.architecture(), 3), 4);
    float[] images = images(2, 64, 96);
    try (DjlRuntime runtime = DjlRuntime.load(EngineSettings.defaults());
        Backbone fused = new DjlBackbone(runtime, spec, weights, runtime.canFuse());
        Backbone plain = new DjlBackbone(runtime, spec, weights, false)) {
      float[] expected = plain.features(images, 2, 64, 96);
      assertArrayEquals(expected, fused.features(images, 2, 64, 96), 1e-4f * largest(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void featuresAreThePooledFeatureMaps(boolean fuse) {
    for (String text :
        List.of("mobilenet_v2/average/plain", "bottleneck-1-1-1-1-w16-g32/max/plain")) {
      BackboneSpec spec = BackboneSpec.parse(text);
      StateDict weights = RandomStatistics.in(BackboneWeights.random(spec.architecture(), 3), 4);
      float[] images = images(2, 64, 96);
      try (DjlRuntime runtime = DjlRuntime.load(EngineSettings.defaults());
          Backbone backbone = new DjlBackbone(runtime, spec, weights, fuse && runtime.canFuse())) {
        float[] features = backbone.features(images, 2, 64, 96);
        FeatureMaps maps = backbone.featureMaps(images, 2, 64, 96);

        assertEquals(List.of(2, 3), List.of(maps.rows(), maps.columns()));
        assertArrayEquals(features, pooled(maps, spec.pooling()), 1e-4f * largest(features));
      }
    }
  }

  /** The network's first layers alone, as far as the end of a stage. */
  private record Beginning(Architecture whole, Stage end) implements Architecture {
    @Override
    public String name() {
      return whole.name();
    }

    @Override
    public int featureSize() {
      return end.channels();
    }

    @Override
    public List<Layer> layers() {
      return whole.layers().subList(0, end.layers());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void averagesOfStagesAreTheFeaturesOfTheNetworkUpToThere(boolean fuse) {
    BackboneSpec spec = BackboneSpec.parse("mobilenet_v2/average/layernorm");
    StateDict weights = RandomStatistics.in(BackboneWeights.random(spec.architecture(), 3), 4);
    float[] images = images(2, 64, 96);
    try (DjlRuntime runtime = DjlRuntime.load(EngineSettings.defaults());
        Backbone backbone = new DjlBackbone(runtime, spec, weights, fuse && runtime.canFuse())) {
      float[] rows = backbone.featuresAndStages(images, 2, 64, 96);

      assertEquals(
          List.of(32, 64, 96, 160, 320), backbone.stages().stream().map(Stage::channels).toList());
      int from = same(backbone.features(images, 2, 64, 96), rows, 0);
      for (Stage stage : backbone.stages()) {
        BackboneSpec beginning =
            new BackboneSpec(new Beginning(spec.architecture(), stage), Pooling.AVERAGE, false);
        try (Backbone shorter = new DjlBackbone(runtime, beginning, weights, false)) {
          from = same(shorter.features(images, 2, 64, 96), rows, from);
        }
      }
      assertEquals(rows.length, 2 * from);
    }
  }

  /** Checks columns of two rows from {@code from} on, and gives the column after them. */
  private static int same(float[] expected, float[] rows, int from) {
    int size = expected.length / 2;
    float[] columns = Arrays.copyOfRange(rows, from, from + 2 * size);
    System.arraycopy(rows, rows.length / 2 + from, columns, size, size);
    assertArrayEquals(expected, columns, 1e-4f * largest(expected));
    return from + size;
  }

  private static float[] pooled(FeatureMaps maps, Pooling pooling) {
    float[] pooled = new float[maps.count() * maps.channels()];
    for (int i = 0; i < pooled.length; i++) {
      double sum = 0;
      float most = Float.NEGATIVE_INFINITY;
      for (int place = 0; place < maps.places(); place++) {
        float value = maps.at(i / maps.channels(), i % maps.channels(), place);
        sum += value;
        most = Math.max(most, value);
      }
      pooled[i] = pooling == Pooling.MAX ? most : (float) (sum / maps.places());
    }
    return pooled;
  }

  @Test
  void anImageHasTheSameFeaturesInAnyBatch() {
    float[] images = images(3, 50, 70);
    float[] second = Arrays.copyOfRange(images, 3 * 50 * 70, 2 * 3 * 50 * 70);
    try (Backbone backbone = engine.newBackbone(SMALL, 1)) {
      float[] all = backbone.features(images, 3, 50, 70);
      float[] alone = backbone.features(second, 1, 50, 70);
      assertArrayEquals(
          Arrays.copyOfRange(all, alone.length, 2 * alone.length), alone, 1e-5f * largest(alone));
    }
  }

  @Test
  void theSeedDecidesTheFeatures() {
    float[] images = images(1, 32, 32);
    try (Backbone first = engine.newBackbone(SMALL, 5);
        Backbone same = engine.newBackbone(SMALL, 5)) {
      assertArrayEquals(first.features(images, 1, 32, 32), same.features(images, 1, 32, 32));
    }
  }

  @Test
  void noImagesGiveNoFeatures() {
    try (Backbone backbone = engine.newBackbone(SMALL, 1)) {
      assertEquals(0, backbone.features(new float[0], 0, 32, 32).length);
    }
  }

  @Test
  void imagesShorterThanTheirSizesAreRefused() {
    try (Backbone backbone = engine.newBackbone(SMALL, 1)) {
      assertThrows(
          IllegalArgumentException.class, () -> backbone.features(new float[10], 1, 32, 32));
    }
  }

  @Test
  void weightsComeBackAsGiven() {
    StateDict weights = BackboneWeights.random(SMALL.architecture(), 2);
    try (Backbone backbone = engine.openBackbone(SMALL, weights)) {
      assertEquals(weights, backbone.weights());
    }
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() {
    StateDict other = BackboneWeights.random(Architecture.parse("basic-1-1-1-1-w16"), 2);
    ProblemException problem =
        assertThrows(ProblemException.class, () -> engine.openBackbone(SMALL, other));
    assertTrue(problem.getMessage().contains("conv1.weight [8, 3, 7, 7] (is [16, 3, 7, 7])"));
  }

  @Test
  void aTorchScriptProgramIsNotMadeOfWeights() {
    BackboneSpec spec = new BackboneSpec(new TorchScriptNetwork(0), Pooling.MAX, false);
    assertThrows(ProblemException.class, () -> engine.openBackbone(spec, StateDict.of(Map.of())));
  }

  @Test
  void imageNetWeightsOfMobileNet() {
    Path file = GoldenFiles.shared("data/weights/mobilenet_v2_imagenet.pth");
    AuthorsCheckpoint checkpoint = AuthorsCheckpoint.of(Checkpoints.read(file), "");
    BackboneSpec spec = new BackboneSpec(checkpoint.architecture(), Pooling.AVERAGE, true);
    try (Backbone backbone = engine.openBackbone(spec, checkpoint.backbone())) {
      float[] features = backbone.features(images(2, 224, 224), 2, 224, 224);
      assertEquals(2 * 1280, features.length);
      for (float feature : features) {
        assertTrue(Float.isFinite(feature));
      }
    }
  }

  private static float[] images(int n, int height, int width) {
    Random random = new Random(n * 31L + height);
    float[] images = new float[n * 3 * height * width];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) random.nextGaussian();
    }
    return images;
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
