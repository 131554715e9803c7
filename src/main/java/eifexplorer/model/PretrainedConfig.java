package eifexplorer.model;

import eifexplorer.image.Normalization;
import eifexplorer.image.Preprocessing;
import eifexplorer.image.ResizeFilter;
import eifexplorer.image.ResizeSide;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How images are prepared, as a JSON file beside the weights says: timm's {@code config.json} ({@code pretrained_cfg}) or the
 * {@code preprocessor_config.json} of Hugging Face.
 *
 * @param file the file
 * @param preprocessing what it says; what it does not say is as for ImageNet
 */
record PretrainedConfig(Path file, Preprocessing preprocessing) {
  private static final List<String> NAMES = List.of("preprocessor_config.json", "config.json");
  private static final long MOST_BYTES = 1 << 20;

  /** Pillow's numbers for its filters. */
  private static final List<String> RESAMPLE =
      List.of("nearest", "lanczos", "bilinear", "bicubic", "box", "hamming");

  /**
   * The file beside the weights that says it, if there is one.
   *
   * @throws ProblemException if there is one that can't be understood
   */
  static Optional<PretrainedConfig> beside(Path weights) {
    String name = weights.getFileName().toString();
    String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    List<String> names = new ArrayList<>(NAMES);
    names.add(0, stem + ".json");
    for (String candidate : names) {
      Path file = weights.resolveSibling(candidate);
      if (Files.isRegularFile(file)) {
        Optional<PretrainedConfig> read = read(file);
        if (read.isPresent()) {
          return read;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<PretrainedConfig> read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      JsonNode json = JsonMapper.builder().build().readTree(RegularFile.text(file));
      JsonNode timm = json.has("pretrained_cfg") ? json.path("pretrained_cfg") : json;
      if (timm.path("input_size").isArray()) {
        return Optional.of(new PretrainedConfig(file, timm(timm)));
      }
      return json.has("image_mean") || json.has("do_resize")
          ? Optional.of(new PretrainedConfig(file, huggingFace(json)))
          : Optional.empty();
    } catch (ProblemException e) {
      throw ProblemException.inFile(
          file, "The preprocessing in the file can't be followed: " + e.what(), e.remedy());
    } catch (IOException | JacksonException e) {
      throw new ProblemException(
          "The file beside the weights is no JSON", file.toString(), "Mend or remove it.", e);
    }
  }

  /** As timm's evaluation transforms: resized to size / crop_pct, rounded down, and cropped to size. */
  private static Preprocessing timm(JsonNode config) {
    int size = config.path("input_size").path(1).asInt(0);
    double share = config.path("crop_pct").asDouble(0.875);
    if (!(share > 0)) {
      throw ProblemException.badValue("crop_pct", share, "above 0");
    }
    ResizeSide side =
        switch (config.path("crop_mode").asString("center")) {
          case "squash" -> ResizeSide.BOTH;
          case "border" -> ResizeSide.LONG;
          default -> ResizeSide.SHORT;
        };
    return new Preprocessing(
        (int) Math.floor(size / share),
        size,
        normalization(config.path("mean"), config.path("std")),
        side,
        ResizeFilter.parse(config.path("interpolation").asString("bilinear")));
  }

  private static Preprocessing huggingFace(JsonNode config) {
    int crop = config.path("do_center_crop").asBoolean(false) ? side(config.path("crop_size")) : 0;
    JsonNode size = config.path("size");
    boolean shortest = size.has("shortest_edge");
    int resize = shortest ? size.path("shortest_edge").asInt(0) : side(size);
    double share = config.path("crop_pct").asDouble(0);
    if (share > 0 && crop == 0) {
      crop = resize;
      resize = (int) (resize / share);
    }
    ResizeSide side = shortest || share > 0 ? ResizeSide.SHORT : ResizeSide.BOTH;
    int filter = config.path("resample").asInt(2);
    String name = filter >= 0 && filter < RESAMPLE.size() ? RESAMPLE.get(filter) : "" + filter;
    return new Preprocessing(
        config.path("do_resize").asBoolean(true) ? resize : 0,
        crop,
        config.path("do_normalize").asBoolean(true)
            ? normalization(config.path("image_mean"), config.path("image_std"))
            : new Normalization(List.of(0f, 0f, 0f), List.of(1f, 1f, 1f)),
        side,
        ResizeFilter.parse(name));
  }

  private static int side(JsonNode size) {
    return size.isNumber() ? size.asInt() : size.path("height").asInt(0);
  }

  private static Normalization normalization(JsonNode mean, JsonNode std) {
    return new Normalization(
        three(mean, Normalization.IMAGENET.mean()), three(std, Normalization.IMAGENET.std()));
  }

  private static List<Float> three(JsonNode list, List<Float> usual) {
    List<Float> values = new ArrayList<>();
    list.forEach(value -> values.add((float) value.asDouble(Double.NaN)));
    return values.isEmpty() ? usual : values;
  }
}
