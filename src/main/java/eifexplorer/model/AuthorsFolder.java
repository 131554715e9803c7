package eifexplorer.model;

import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folders of the authors' scripts: {@code dvi_data_cub_0_lossProxyNCA_prob_orig/ResNet_512_Model/Epoch_40/} with
 * {@code cub_cub_trainval_512_0.pth} and {@code proxy.pth}. Their names tell loss and epoch.
 */
final class AuthorsFolder {
  static final String PROXIES = "proxy.pth";

  private static final Pattern EPOCH = Pattern.compile("Epoch_(\\d{1,6})");
  private static final Pattern LOSS = Pattern.compile("(?i)loss(proxynca|softtriple)");

  /** What their scripts keep beside the weights. */
  private static final Pattern KEPT =
      Pattern.compile("(proxy|(training|testing)_(embeddings|labels|nn_\\w+))\\.\\w+");

  private AuthorsFolder() {}

  /**
   * The file of weights in a folder: of the last epoch if it holds several.
   *
   * @throws ProblemException if there is none, or it can't be told which it is
   */
  static Path weights(Path folder) {
    for (Path epoch : epochs(folder, 3)) {
      List<Path> files =
          Workspace.children(epoch).stream().filter(AuthorsFolder::isWeights).toList();
      if (files.size() > 1) {
        throw ProblemException.inFile(
            epoch, "The folder holds " + files.size() + " files of weights", "Choose one of them.");
      }
      if (files.size() == 1) {
        return files.get(0);
      }
    }
    throw ProblemException.inFile(
        folder,
        "No model is in this folder",
        "Choose a folder with weights (.pth, .safetensors) and proxy.pth, such as Epoch_40.");
  }

  private static boolean isWeights(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && name.matches("(?i).*\\.(pth|pt|safetensors)")
        && !KEPT.matcher(name).matches();
  }

  /** The folder and those below it, the highest epoch first. */
  private static List<Path> epochs(Path folder, int levels) {
    List<Path> all = new ArrayList<>();
    all.add(folder);
    if (levels > 0) {
      Workspace.children(folder).stream()
          .filter(Files::isDirectory)
          .sorted(Comparator.comparingInt(AuthorsFolder::epochOf).reversed())
          .forEach(child -> all.addAll(epochs(child, levels - 1)));
    }
    return all;
  }

  private static int epochOf(Path folder) {
    return epoch(folder.getFileName()).orElse(-1);
  }

  /** The proxies beside a file of weights, if they are there. */
  static Optional<Path> proxiesBeside(Path weights) {
    return Optional.of(weights.toAbsolutePath().resolveSibling(PROXIES)).filter(Files::exists);
  }

  /** The loss a folder's name tells. */
  static Optional<LossSpec> loss(Path file) {
    Matcher match = LOSS.matcher(file.toString());
    Optional<LossSpec> loss = Optional.empty();
    while (match.find()) {
      boolean soft = match.group(1).equalsIgnoreCase("softtriple");
      loss = Optional.of(soft ? LossSpec.SOFT_TRIPLE : LossSpec.PROXY_NCA);
    }
    return loss;
  }

  /** The epoch a folder's name tells. */
  static OptionalInt epoch(Path file) {
    for (Path part = file; part != null; part = part.getParent()) {
      Matcher match =
          EPOCH.matcher(part.getFileName() == null ? "" : part.getFileName().toString());
      if (match.matches()) {
        return OptionalInt.of(Integer.parseInt(match.group(1)));
      }
    }
    return OptionalInt.empty();
  }
}
