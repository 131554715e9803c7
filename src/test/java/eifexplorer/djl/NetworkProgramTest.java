package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.djl.NetworkProgram.Dialect;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Layer;
import eifexplorer.engine.MobileNetV2;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.ResidualNetwork;
import eifexplorer.engine.TorchScriptNetwork;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkProgramTest {
  private static final BackboneSpec RESNET =
      new BackboneSpec(ResidualNetwork.RESNET18, Pooling.MAX, true);

  /** How often a function is called in a network's program. */
  private static long calls(BackboneSpec spec, Dialect dialect, String function) {
    return NetworkProgram.method("forward", spec, dialect, false, false)
        .lines()
        .filter(line -> line.contains(" = " + function + "("))
        .count();
  }

  private static Stream<Layer> all(Layer layer) {
    return layer instanceof Layer.Residual residual
        ? Stream.concat(
            Stream.of(layer),
            Stream.concat(residual.body().stream(), residual.shortcut().stream())
                .flatMap(NetworkProgramTest::all))
        : Stream.of(layer);
  }

  private static long layers(BackboneSpec spec, Class<? extends Layer> kind) {
    return spec.architecture().layers().stream()
        .flatMap(NetworkProgramTest::all)
        .filter(kind::isInstance)
        .count();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyLayerIsWritten(Dialect dialect) {
    boolean fused = dialect == Dialect.FUSED;
    for (BackboneSpec spec :
        List.of(RESNET, new BackboneSpec(new MobileNetV2(), Pooling.AVERAGE, false))) {
      long sums = layers(spec, Layer.Residual.class);
      long written =
          fused
              ? calls(spec, dialect, "ops.mkldnn._convolution_pointwise")
                  + calls(spec, dialect, "ops.mkldnn._convolution_pointwise_")
              : calls(spec, dialect, "torch.conv2d");
      assertEquals(layers(spec, Layer.Convolution.class), written);
      assertEquals(layers(spec, Layer.MaxPooling.class), calls(spec, dialect, "torch.max_pool2d"));
      assertEquals(
          sums,
          calls(spec, dialect, "torch.add_")
              + calls(spec, dialect, "ops.mkldnn._convolution_pointwise_"));
    }
  }

  /** Its images would be pooled as they are, and pass for features. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aNetworkWhoseLayersAreNotKnownIsRefused(Dialect dialect) {
    BackboneSpec unknown = new BackboneSpec(new TorchScriptNetwork(512), Pooling.AVERAGE, false);
    assertThrows(
        IllegalArgumentException.class,
        () -> NetworkProgram.method("forward", unknown, dialect, false, false));
  }

  @Test
  void weightsOfANetworkWhoseLayersAreNotKnownAreNotPacked() {
    BackboneSpec unknown = new BackboneSpec(new TorchScriptNetwork(512), Pooling.AVERAGE, false);
    assertThrows(IllegalArgumentException.class, () -> NetworkProgram.packMethod("pack", unknown));
  }
}
