package eifexplorer.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A network that comes as an ONNX file: it is run as it is, never trained, and its layers are not known.
 *
 * @param featureSize F; 0 while only running it can tell
 * @param output which of its outputs are the features, from 0
 */
public record OnnxNetwork(int featureSize, int output) implements Architecture {
  private static final Pattern NAME = Pattern.compile("onnx(?:-(\\d{1,7}))?(?:-o(\\d{1,4}))?");

  /** What to do where {@link #canRun} says no. */
  public static final String HOW_TO_RUN =
      "Build the program with ONNX Runtime (137 MB more): mvn -Ponnx package. Or save the network"
          + " as a TorchScript program.";

  static Optional<Architecture> parse(String text) {
    Matcher match = NAME.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    return Optional.of(new OnnxNetwork(number(match.group(1)), number(match.group(2))));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Whether what runs such files is part of this build; it is left out of the usual one. */
  public static boolean canRun() {
    return OnnxNetwork.class.getClassLoader().getResource("ai/onnxruntime/OrtSession.class")
        != null;
  }

  @Override
  public String name() {
    return "onnx"
        + (featureSize == 0 ? "" : "-" + featureSize)
        + (output == 0 ? "" : "-o" + output);
  }

  @Override
  public List<Layer> layers() {
    return List.of();
  }
}
