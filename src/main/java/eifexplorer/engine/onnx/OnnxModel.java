package eifexplorer.engine.onnx;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An ONNX network that takes images, as its file says; nothing of it has run.
 *
 * @param file the file
 * @param images what it takes: [n,3,h,w] or [n,h,w,3]
 * @param outputs what it gives
 * @param data the other files its weights are in
 */
public record OnnxModel(Path file, OnnxValue images, List<OnnxValue> outputs, Set<Path> data) {
  private static final int CHANNELS = 3;
  private static final int AXES = 4;

  /** Copies the lists. Throws {@link ProblemException} if it does not take images. */
  public OnnxModel {
    outputs = List.copyOf(outputs);
    data = Set.copyOf(data);
    boolean takesImages =
        images.isFloat()
            && images.rank() == AXES
            && (isChannels(images.length(1)) || isChannels(images.length(3)));
    if (!takesImages) {
      throw ProblemException.inFile(
          file,
          "The network takes " + images.text() + ", no images",
          "One input [n,3,h,w] or [n,h,w,3] in float32 is needed.");
    }
  }

  private static boolean isChannels(int length) {
    return length == 0 || length == CHANNELS;
  }

  /**
   * Looks through a file.
   *
   * @throws ProblemException if it is damaged, takes no images, names files outside its folder, or has operators that are
   *     not known to be harmless
   */
  public static OnnxModel read(Path file) {
    try (OnnxFile opened = new OnnxFile(file)) {
      return opened.model();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ProblemException unreadable(Path file, IOException e) {
    return new ProblemException(
        "The ONNX file can't be read",
        file.toString(),
        "Check its name and that it is complete.",
        e);
  }

  /**
   * Writes it with all its weights in one file; a file that has them is copied as it is.
   *
   * @throws ProblemException like {@link #read}, or if it becomes larger than 2 GB
   */
  public static void writeWhole(Path file, OutputStream out) throws IOException {
    try (OnnxFile opened = new OnnxFile(file)) {
      if (opened.model().data().isEmpty()) {
        Files.copy(file, out);
      } else {
        opened.whole().writeTo(out);
      }
    }
  }

  /** Whether a file is called like an ONNX model. */
  public static boolean isNamed(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
  }

  /** Whether images are [n,h,w,3]. */
  public boolean channelsLast() {
    return images.length(1) != CHANNELS && images.length(3) == CHANNELS;
  }

  /** Images a run takes; 0 for any number. */
  public int batch() {
    return images.length(0);
  }

  /** Height of images in pixels; 0 for any. */
  public int height() {
    return images.length(channelsLast() ? 1 : 2);
  }

  /** Width of images in pixels; 0 for any. */
  public int width() {
    return images.length(channelsLast() ? 2 : 3);
  }

  /**
   * The number of the output that features are taken from: the one of this name, or the first that can be features [n,F] or a
   * map of them.
   *
   * @throws ProblemException if there is none
   */
  public int output(Optional<String> name) {
    return IntStream.range(0, outputs.size())
        .filter(i -> name.isEmpty() || outputs.get(i).name().equals(name.get()))
        .filter(i -> isFeatures(outputs.get(i)))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.inFile(
                    file,
                    "The network has no output"
                        + name.map(n -> " \"" + n + "\"").orElse("")
                        + " of features: it gives "
                        + outputs.stream().map(OnnxValue::text).collect(Collectors.joining(", ")),
                    "Features [n,F] or a feature map [n,C,h,w] in float32 are needed."));
  }

  private static boolean isFeatures(OnnxValue value) {
    return value.isFloat() && (value.rank() == 0 || value.rank() == 2 || value.rank() == AXES);
  }

  /** F of an output; 0 if only running it can tell. */
  public int featureSize(int output) {
    OnnxValue value = outputs.get(output);
    return value.rank() == 0 ? 0 : value.length(value.rank() == AXES && channelsLast() ? 3 : 1);
  }
}
