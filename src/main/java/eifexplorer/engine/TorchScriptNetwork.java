package eifexplorer.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network that comes as a TorchScript program: it is run as it is, and its layers are not known.
 *
 * @param featureSize F; 0 while the file has not been opened
 */
public record TorchScriptNetwork(int featureSize) implements Architecture {
  private static final Pattern NAME = Pattern.compile("torchscript(?:-(\\d{1,7}))?");

  static Optional<Architecture> parse(String text) {
    Matcher match = NAME.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    String size = match.group(1);
    return Optional.of(new TorchScriptNetwork(size == null ? 0 : Integer.parseInt(size)));
  }

  @Override
  public String name() {
    return featureSize == 0 ? "torchscript" : "torchscript-" + featureSize;
  }

  @Override
  public List<Layer> layers() {
    return List.of();
  }
}
