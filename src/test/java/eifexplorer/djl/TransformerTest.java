package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.Architecture;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Layer;
import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.AveragePooling;
import eifexplorer.engine.Layer.BatchNorm;
import eifexplorer.engine.Layer.Concatenation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.MaxPooling;
import eifexplorer.engine.Layer.SqueezeExcitation;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small transformers and their kin: against numbers by PyTorch, and the ways of computing them against each other. */
class TransformerTest {
  private static final String VIT = "vit-2-w48-h3-p8-g4-m96-r2-s1";
  private static final String SWIN = "swin-1-2-1-1-w8-h1-n4/average/plain";
  private static final String CONVNEXT = "convnext-1-1-2-1-w8/average/plain";
  private static final int EMBEDDING = 3;
  private static DjlRuntime runtime;

  @BeforeAll
  static void load() {
    runtime = DjlRuntime.load(EngineSettings.defaults());
  }

  @AfterAll
  static void close() {
    runtime.close();
  }

  private static StateDict weights(BackboneSpec spec) {
    return FormulaWeights.of(spec.architecture().weights(), 1).all();
  }

  private static float[] features(BackboneSpec spec, boolean fuse, int n, int height, int width) {
    try (Backbone backbone = new DjlBackbone(runtime, spec, weights(spec), fuse)) {
      return backbone.features(FormulaWeights.images(n, height, width), n, height, width);
    }
  }

  /**
   * The first, the eighth and the last feature of two images, computed by PyTorch 1.13 in double precision: torchvision's
   * SwinTransformer and ConvNeXt; DINOv2's forward pass written out, its positions by torch.nn.functional.interpolate.
   */
  @ParameterizedTest
  @CsvSource({
    VIT + "-timm/token/plain,40,24,-0.965488,1.497443,-1.362686,-0.980738,0.705829,-0.678757",
    VIT + "-timm/average/plain,40,24,0.095621,0.385590,-0.355275,-0.157089,-0.223725,-0.116177",
    VIT + "-timm/max/plain,40,24,2.622639,2.319924,2.725903,1.032723,2.302545,1.636323",
    VIT + "-dino/token/plain,40,24,-0.968838,1.495643,-1.361767,-0.983431,0.703001,-0.675359",
    VIT
        + "-torchvision/token/plain,40,24,"
        + "-0.965735,1.494144,-1.368457,-0.986122,0.706317,-0.682898",
    "vit-2-w48-h3-p8-g4-m96-r0-s0/token/plain,32,32,"
        + "0.065478,-0.136425,1.277733,1.994796,0.513983,1.388528",
    SWIN + ",50,38,0.239768,-0.371025,1.032454,0.416066,-0.634971,0.278174",
    SWIN + ",16,64,0.767300,-0.440050,0.044028,-0.322129,-1.617069,0.290694",
    CONVNEXT + ",70,41,-0.916072,-1.535786,-1.025657,-0.387563,-0.796304,0.227718"
  })
  void pytorchsFeatures(
      String name,
      int height,
      int width,
      float first,
      float eighth,
      float last,
      float first2,
      float eighth2,
      float last2) {
    BackboneSpec spec = BackboneSpec.parse(name);
    int f = spec.featureSize();
    for (boolean fuse : new boolean[] {true, false}) {
      float[] all = features(spec, fuse && runtime.canFuse(), 2, height, width);
      float[] actual = {all[0], all[7], all[f - 1], all[f], all[f + 7], all[2 * f - 1]};
      assertArrayEquals(new float[] {first, eighth, last, first2, eighth2, last2}, actual, 2e-5f);
    }
  }

  /** The kinds of layers of BN-Inception and EfficientNet, which are too large for this. */
  private record Kinds() implements Architecture {
    @Override
    public String name() {
      return "kinds";
    }

    @Override
    public int featureSize() {
      return 12;
    }

    @Override
    public List<Layer> layers() {
      Layer biased =
          new Convolution(
              "a", Optional.of(new BatchNorm("b", 0.9)), true, 3, 8, 3, 2, 1, 1, Activation.RELU);
      Layer mixed =
          new Concatenation(
              List.of(
                  List.of(
                      new AveragePooling(), Convolution.of("c", "d", 8, 4, 1, 1, Activation.SILU)),
                  List.of(new MaxPooling(3, 1, 1, true))));
      return List.of(biased, mixed, new SqueezeExcitation("e.", 12, 3));
    }
  }

  private static BackboneSpec spec(String name) {
    return name.equals("kinds")
        ? new BackboneSpec(new Kinds(), Pooling.MAX, true)
        : BackboneSpec.parse(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {VIT + "/token/plain", VIT + "/max/layernorm", SWIN, CONVNEXT, "kinds"})
  void trainingFollowsTheGradientInEveryPrecision(String name) {
    BackboneSpec spec = spec(name);
    int n = 2;
    int height = 64;
    int width = 32;
    float[] head = FormulaWeights.images(1, EMBEDDING, spec.featureSize());
    head = Arrays.copyOf(head, EMBEDDING * spec.featureSize());
    float[] images = FormulaWeights.images(n, height, width);
    float[] gradient = {1, -1, 1, -1, 1, -1};
    try (TrainableNetwork network =
        new DjlTrainableNetwork(runtime, spec, weights(spec), head, new float[EMBEDDING])) {
      for (int way = 0; way < 4; way++) {
        network.setMixedPrecision(way > 1);
        network.setNormFrozen(way % 2 == 1);
        float before = product(network.forward(images, n, height, width), gradient);
        network.backward(gradient);
        network.step(AdamSettings.of(1e-4, 0, 1e-8, 10));
        float after = product(network.forward(images, n, height, width), gradient);
        assertTrue(after < before - 1e-4, name + ", " + way + ": " + before + " to " + after);
      }
    }
  }

  private static float product(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {VIT + "/average/plain", SWIN, CONVNEXT, "kinds"})
  void aTrainableNetworkGivesTheSameFeatures(String name) {
    BackboneSpec spec = spec(name);
    float[] head = new float[spec.featureSize()];
    try (TrainableNetwork network =
        new DjlTrainableNetwork(runtime, spec, weights(spec), head, new float[1])) {
      float[] expected = features(spec, runtime.canFuse(), 2, 64, 32);
      float[] actual = network.features(FormulaWeights.images(2, 64, 32), 2, 64, 32);
      assertArrayEquals(expected, actual, 2e-5f);
      assertEquals(weights(spec), network.backboneWeights());
    }
  }

  @Test
  void theMapOfAVisionTransformerHoldsItsPatches() {
    BackboneSpec spec = BackboneSpec.parse(VIT + "/average/plain");
    try (Backbone backbone = new DjlBackbone(runtime, spec, weights(spec), runtime.canFuse())) {
      FeatureMaps maps = backbone.featureMaps(FormulaWeights.images(2, 64, 32), 2, 64, 32);
      assertEquals(
          List.of(2, 48, 8, 4),
          List.of(maps.count(), maps.channels(), maps.rows(), maps.columns()));
      float[] means = new float[2 * maps.channels()];
      for (int image = 0; image < 2; image++) {
        for (int channel = 0; channel < maps.channels(); channel++) {
          for (int place = 0; place < maps.places(); place++) {
            means[image * maps.channels() + channel] +=
                maps.at(image, channel, place) / maps.places();
          }
        }
      }
      assertArrayEquals(features(spec, runtime.canFuse(), 2, 64, 32), means, 2e-5f);
    }
  }
}
