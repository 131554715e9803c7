package eifexplorer.embedding;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The arrays of a bundle other than its features. */
final class BundleArrays {
  /** Longest path that is read from a text file, in bytes. */
  private static final long PATH_BYTES = 4096;

  private static final int MOST_CLASSES = 1_000_000;

  private final Npz archive;
  private final Path npz;

  BundleArrays(Npz archive, Path npz) {
    this.archive = archive;
    this.npz = npz;
  }

  EmbeddingHead head() {
    Optional<NdArray> given = archive.find("bias");
    NdArray weight = archive.array("weight");
    float[] bias =
        given.isPresent() ? given.get().requireLine().floats() : new float[weight.axis(0)];
    return new EmbeddingHead(weight.requireShape(bias.length, -1).floats(), bias);
  }

  Proxies proxies(int embeddingSize, OptionalInt given) {
    int centres = given.orElseGet(this::centresPerClass);
    NdArray proxies = archive.array("proxies").requireShape(-1, embeddingSize);
    if (centres < 1 || proxies.axis(0) % centres != 0) {
      throw new ProblemException(
          proxies.axis(0) + " proxies do not make classes of " + centres + " centres",
          npz + " (proxies)",
          "Give the number of centres a class, or the array " + EmbeddingBundles.CENTRES + ".");
    }
    return new Proxies(proxies.floats(), embeddingSize, centres);
  }

  private int centresPerClass() {
    Optional<NdArray> array = archive.find(EmbeddingBundles.CENTRES);
    return array.isEmpty() ? 1 : array.get().requireShape().ints()[0];
  }

  int[] labels(String name) {
    NdArray array = archive.array(name);
    if (array.type().isText()) {
      throw new ProblemException(
          "The labels are text",
          npz + " (" + name + ")",
          "Number the classes from 0, as numpy.unique(labels, return_inverse=True)[1] does.");
    }
    int[] labels = array.requireLine().ints();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= MOST_CLASSES) {
        throw new ProblemException(
            "Sample " + i + " has label " + labels[i],
            npz + " (" + name + ")",
            "Number the classes from 0, below " + MOST_CLASSES + ".");
      }
      if (labels[i] < 0) {
        throw new ProblemException(
            "Sample " + i + " has label " + labels[i], npz + " (" + name + ")", "Count from 0.");
      }
    }
    return labels;
  }

  List<String> paths(String name, int count) {
    Optional<NdArray> array = archive.find(name);
    Path text = textFile(name);
    if (array.isEmpty() && !Files.exists(text)) {
      return List.of();
    }
    List<String> paths =
        array.isPresent() ? array.get().requireShape(-1, -1).strings() : lines(text, count);
    if (paths.size() != count) {
      throw new ProblemException(
          paths.size() + " paths for " + count + " samples",
          array.isPresent() ? npz + " (" + name + ")" : text.toString(),
          "Give one path a sample, in the order of the features.");
    }
    return paths;
  }

  private Path textFile(String name) {
    String stem = npz.getFileName().toString().replaceFirst("\\.npz$", "");
    return npz.resolveSibling(stem + "." + name + ".txt");
  }

  private static List<String> lines(Path text, int count) {
    try {
      if (Files.size(text) > (count + 1) * PATH_BYTES) {
        throw ProblemException.inFile(
            text, "The file is too long for " + count + " paths", "Give one path a line.");
      }
      return RegularFile.lines(text);
    } catch (IOException e) {
      throw new ProblemException(
          "The paths can't be read", text.toString(), "Save them in UTF-8.", e);
    }
  }
}
