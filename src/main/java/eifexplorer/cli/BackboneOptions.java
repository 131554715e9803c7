package eifexplorer.cli;

import eifexplorer.engine.Architecture;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.checkpoint.Checkpoints;
import eifexplorer.engine.onnx.OnnxModel;
import eifexplorer.model.BackboneChoice;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which network turns images into features. */
final class BackboneOptions {
  /** Its options. */
  static final String[] NAMES = {"--backbone", "--weights", "--pooling", "--resize", "--crop"};

  @Option(
      names = "--backbone",
      paramLabel = "NAME",
      description = {
        "Such as resnet50, mobilenet_v2, efficientnet_b0, convnext_tiny, swin_t, vit_s_16,"
            + " dinov2_b_14, bninception, torchscript, onnx, or by its numbers, such as"
            + " basic-1-1-1-1-w32",
        "(default: what the weights are for)."
      })
  private @Nullable String backbone;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Its weights: .pth (torchvision's or the authors') or .safetensors.")
  private @Nullable Path weights;

  @Option(
      names = "--pooling",
      paramLabel = "max|average|token",
      description =
          "How the last feature map becomes a vector; token: the class token of a Vision"
              + " Transformer (default: token for those, else average, or what the configuration"
              + " says).")
  private @Nullable String pooling;

  @Option(
      names = "--resize",
      paramLabel = "PIXELS",
      description =
          "Shorter side images are resized to (default: 256, or what the configuration says).")
  private @Nullable Integer resize;

  @Option(
      names = "--crop",
      paramLabel = "PIXELS",
      description =
          "Side of the square cut from the middle (default: 224, or what the configuration says).")
  private @Nullable Integer crop;

  Path weightsFile() {
    if (weights == null) {
      throw new UsageException("Missing option --weights FILE: the back bone's weights");
    }
    return weights;
  }

  Optional<Path> weights() {
    return Optional.ofNullable(weights);
  }

  /** The weights if they are a program, which whoever names it agrees to run. */
  Optional<Path> program() {
    boolean named = backbone != null && Architecture.parse(backbone) instanceof TorchScriptNetwork;
    return weights()
        .filter(
            file ->
                named
                    || OnnxModel.isNamed(file)
                    || (backbone == null && Checkpoints.isTorchScript(file)));
  }

  BackboneChoice choice() {
    return new BackboneChoice(
        Optional.ofNullable(backbone), Optional.ofNullable(pooling).map(Pooling::parse));
  }

  /** Whether any of them was given. */
  boolean given() {
    return Stream.of(backbone, weights, pooling, resize, crop).anyMatch(Objects::nonNull);
  }

  OptionalInt resize() {
    return PreprocessingOptions.whole(resize);
  }

  OptionalInt crop() {
    return PreprocessingOptions.whole(crop);
  }
}
