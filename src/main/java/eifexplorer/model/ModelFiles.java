package eifexplorer.model;

import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The files of a model that was trained elsewhere, and what they do not say of themselves.
 *
 * @param weights weights, a TorchScript program, an ONNX network, an embedding bundle, or a folder of the authors' with all of it
 * @param head file of the last linear layer, if the weights come without it
 * @param proxies file of the proxies, such as {@code proxy.pth}; empty to look for it beside the weights
 * @param loss what it was trained with; empty to guess it from the folders' names
 * @param features how the last feature map becomes features, such as {@code max/layernorm}; empty for the usual way
 * @param resize length in pixels images are resized to, 0 for none; empty for what the files say or is usual
 * @param crop side of the centre crop, in pixels; 0 for none; empty likewise
 * @param preprocessing what else is done to images, as {@link eifexplorer.image.Preprocessing#parse} reads it; empty likewise
 * @param output name of the output of an ONNX network that is taken for its features; empty for the first that can be
 */
public record ModelFiles(
    Path weights,
    Optional<Path> head,
    Optional<Path> proxies,
    Optional<LossSpec> loss,
    Optional<String> features,
    OptionalInt resize,
    OptionalInt crop,
    Optional<String> preprocessing,
    Optional<String> output) {
  /** The shorter side the authors resize to before they evaluate. */
  public static final int USUAL_RESIZE = 288;

  /** The side the authors crop to. */
  public static final int USUAL_CROP = 256;

  /** A model whose images are resized and cropped to known lengths. */
  public ModelFiles(
      Path weights,
      Optional<Path> head,
      Optional<Path> proxies,
      Optional<LossSpec> loss,
      Optional<String> features,
      int resize,
      int crop) {
    this(
        weights,
        head,
        proxies,
        loss,
        features,
        OptionalInt.of(resize),
        OptionalInt.of(crop),
        Optional.empty(),
        Optional.empty());
  }

  /** A model whose other files and properties are found out. */
  public static ModelFiles at(Path weights) {
    return new ModelFiles(
        weights,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
