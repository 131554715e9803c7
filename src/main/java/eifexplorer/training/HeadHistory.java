package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.engine.checkpoint.Safetensors;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The last layer and proxies after some epochs of a run on frozen features, kept in a folder as {@code
 * epoch-NNN.safetensors}: what a run passed through, for estimators that trace it.
 */
public final class HeadHistory {
  /** Epochs kept at most, evenly spread. */
  static final int MOST_EPOCHS = 10;

  private static final Pattern NAME = Pattern.compile("epoch-(\\d{1,9})\\.safetensors");
  private static final String WEIGHT = "head.weight";
  private static final String BIAS = "head.bias";
  private static final String PROXIES = "proxies";
  private static final String RATE = "rate";

  private final Path folder;

  /**
   * Where a run stood after an epoch.
   *
   * @param head the last layer
   * @param proxies with as many centres a class as the loss has
   * @param rate the last layer's learning rate in the epoch
   */
  public record State(EmbeddingHead head, Proxies proxies, double rate) {}

  /** A history in a folder, which need not exist yet. */
  public HeadHistory(Path folder) {
    this.folder = folder;
  }

  /** Whether an epoch of a run of so many is one of those kept; the last always is. */
  public static boolean keeps(int epoch, int totalEpochs) {
    int every = (totalEpochs + MOST_EPOCHS - 1) / MOST_EPOCHS;
    return (totalEpochs - epoch) % every == 0;
  }

  /** Keeps an epoch, in place of what was kept of it before. Throws {@link ProblemException} if it can't be written. */
  public void keep(int epoch, State state) {
    EmbeddingHead head = state.head();
    int size = head.embeddingSize();
    float[] proxies = state.proxies().values();
    StateDict tensors =
        StateDict.of(
            Map.of(
                WEIGHT, WeightTensor.of(head.weight(), size, head.featureSize()),
                BIAS, WeightTensor.of(head.bias(), size),
                PROXIES, WeightTensor.of(proxies, proxies.length / size, size),
                RATE, WeightTensor.of(new float[] {(float) state.rate()}, 1)));
    AtomicFiles.write(
        folder.resolve(String.format(Locale.ROOT, "epoch-%03d.safetensors", epoch)),
        out -> Safetensors.write(out, tensors, Map.of()));
  }

  /**
   * What is kept, in the order of the epochs; empty if nothing is.
   *
   * @param centresPerClass K of the loss
   * @throws ProblemException if a file can't be read
   */
  public List<State> read(int centresPerClass) {
    return files().stream().map(file -> state(file, centresPerClass)).toList();
  }

  /**
   * The last layer after every epoch that is kept, by epoch, counted from 1.
   *
   * @throws ProblemException if a file can't be read
   */
  public SortedMap<Integer, EmbeddingHead> heads() {
    SortedMap<Integer, EmbeddingHead> heads = new TreeMap<>();
    for (Path file : files()) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches()) {
        heads.put(
            Integer.parseInt(name.group(1)), head(Safetensors.read(file, Set.of(WEIGHT, BIAS))));
      }
    }
    return heads;
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw ProblemException.inFile(folder, "The folder can't be read", "Check its rights.");
    }
  }

  private static State state(Path file, int centresPerClass) {
    StateDict tensors = Safetensors.read(file);
    EmbeddingHead head = head(tensors);
    return new State(
        head,
        new Proxies(tensors.get(PROXIES).floats(), head.embeddingSize(), centresPerClass),
        tensors.get(RATE).floats()[0]);
  }

  private static EmbeddingHead head(StateDict tensors) {
    return new EmbeddingHead(tensors.get(WEIGHT).floats(), tensors.get(BIAS).floats());
  }
}
