package eifexplorer.model;

import eifexplorer.engine.Architecture;
import eifexplorer.engine.OnnxNetwork;
import eifexplorer.engine.TokenGrid;
import eifexplorer.engine.VisionTransformer;
import eifexplorer.engine.onnx.OnnxModel;
import eifexplorer.image.Normalization;
import eifexplorer.image.Preprocessing;
import eifexplorer.image.ResizeFilter;
import eifexplorer.image.ResizeSide;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a model's images are prepared: as somebody chose, as a file beside the weights says, or as is usual for the network.
 *
 * @param preprocessing what is done
 * @param source where it is from, such as "config.json beside the weights"
 */
record PreparedImages(Preprocessing preprocessing, String source) {
  /** What torchvision resizes to for a crop of 224. */
  private static final int RESIZE = 256;

  private static final int CROP = 224;

  /** The largest crop taken from the positions a Vision Transformer was trained with. */
  private static final int LARGEST_CROP = 384;

  /**
   * Decides.
   *
   * @param weights the file the network is in
   * @param byAuthors whether the model is the authors', who resize to 288 and crop to 256
   */
  static PreparedImages of(
      Path weights, ModelFiles files, Architecture network, boolean byAuthors) {
    Optional<PretrainedConfig> config = PretrainedConfig.beside(weights);
    Preprocessing given =
        config
            .map(PretrainedConfig::preprocessing)
            .orElseGet(() -> byAuthors ? authors(network) : usual(weights, network));
    String source =
        config
            .map(c -> c.file().getFileName() + " beside the weights")
            .orElse("usual for " + (byAuthors ? "the authors' models" : network.name()));
    boolean chosen =
        files.resize().isPresent() || files.crop().isPresent() || files.preprocessing().isPresent();
    int resize = files.resize().orElse(given.resize());
    int crop = files.crop().orElse(given.crop());
    String text = files.preprocessing().orElse(given.text());
    requireSize(weights, network, crop);
    return new PreparedImages(
        Preprocessing.parse(resize, crop, text), chosen ? "as chosen, the rest " + source : source);
  }

  private static Preprocessing authors(Architecture network) {
    return of(network, ModelFiles.USUAL_RESIZE, ModelFiles.USUAL_CROP, ResizeFilter.BILINEAR);
  }

  /** A file may say that a network takes images of one size alone. */
  private static void requireSize(Path weights, Architecture network, int crop) {
    if (!(network instanceof OnnxNetwork)) {
      return;
    }
    OnnxModel model = OnnxModel.read(weights);
    int height = model.height();
    int width = model.width();
    if (height != width && height > 0 && width > 0) {
      throw ProblemException.inFile(
          weights,
          "The network takes images of " + width + "×" + height + " pixels alone",
          "Images are cut to squares here: export it with open sizes (dynamic_axes).");
    }
    int side = Math.max(height, width);
    if (side > 0 && crop != side) {
      throw ProblemException.inFile(
          weights,
          String.format(
              Locale.ROOT,
              "The network takes images of %d×%d pixels alone, not of %d×%<d",
              side,
              side,
              crop),
          "Crop to " + side + ".");
    }
  }

  private static Preprocessing usual(Path weights, Architecture network) {
    if (network instanceof OnnxNetwork) {
      int side = OnnxModel.read(weights).height();
      int crop = side == 0 ? CROP : side;
      return of(network, crop * RESIZE / CROP, crop, ResizeFilter.BILINEAR);
    }
    OptionalInt trained =
        network instanceof VisionTransformer vit
            ? OptionalInt.of(vit.grid() * network.tokenGrid().map(TokenGrid::patch).orElse(1))
            : OptionalInt.empty();
    int crop =
        trained.isPresent() && trained.getAsInt() <= LARGEST_CROP ? trained.getAsInt() : CROP;
    ResizeFilter filter = trained.isPresent() ? ResizeFilter.BICUBIC : ResizeFilter.BILINEAR;
    return of(network, crop * RESIZE / CROP, crop, filter);
  }

  private static Preprocessing of(Architecture network, int resize, int crop, ResizeFilter filter) {
    Normalization normalization =
        network.takesCaffeImages() ? Normalization.CAFFE : Normalization.IMAGENET;
    return new Preprocessing(resize, crop, normalization, ResizeSide.SHORT, filter);
  }

  /** What is assumed, a sentence. */
  String note() {
    String more = preprocessing.text().isEmpty() ? "" : ", " + preprocessing.text();
    return String.format(
        Locale.ROOT,
        "Images: resized to %d, cropped to %d%s (%s).",
        preprocessing.resize(),
        preprocessing.crop(),
        more,
        source);
  }
}
