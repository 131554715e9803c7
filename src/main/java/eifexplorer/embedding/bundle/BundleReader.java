package eifexplorer.embedding.bundle;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.embedding.bundle.ArrayRole.Content;
import eifexplorer.embedding.bundle.ArrayRole.Part;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads features and labels, and what else there is, from a file or folder of arrays. */
public final class BundleReader {
  private static final String HOW =
      "In Python: numpy.savez(\"bundle.npz\", features=X, labels=y), or train_features,"
          + " train_labels, test_features, test_labels.";

  private final GivenArrays arrays;
  private final ArrayRoles roles;

  private BundleReader(GivenArrays arrays) {
    this.arrays = arrays;
    this.roles = new ArrayRoles(arrays.all());
  }

  /**
   * Reads a bundle into memory.
   *
   * @param path a {@code .npz}, a folder of {@code .npy}, a safetensors file, what {@code torch.save} wrote, a CSV table
   * @throws ProblemException if it is none of these, has no features or labels, or an array is broken, not finite or of a
   *     size that does not fit; the message lists what the file holds
   */
  public static GivenBundle read(Path path) {
    try (GivenArrays arrays = ArrayFiles.open(path)) {
      return new BundleReader(arrays).bundle();
    }
  }

  /** Whether a folder holds features and labels as {@code .npy} files; looks at names only. */
  public static boolean isFolder(Path folder) {
    return ArrayFiles.arrayFiles(folder).size() > 1;
  }

  /** Whether a CSV file is a table of features rather than a list of images; looks at its first two lines. */
  public static boolean isTable(Path csv) {
    return CsvArrays.isTable(csv);
  }

  /** Whether a file holds features and labels, rather than the weights of a network; not if it can't be read. */
  public static boolean holdsFeatures(Path path) {
    try (GivenArrays arrays = ArrayFiles.open(path)) {
      ArrayRoles roles = new ArrayRoles(arrays.all());
      return roles.has(Part.TRAIN) || roles.has(Part.TEST) || roles.has(Part.WHOLE);
    } catch (ProblemException e) {
      return false;
    }
  }

  private GivenBundle bundle() {
    Optional<Part> first =
        roles.has(Part.TRAIN)
            ? Optional.of(Part.TRAIN)
            : roles.has(Part.WHOLE)
                ? Optional.of(Part.WHOLE)
                : roles.has(Part.TEST) ? Optional.of(Part.TEST) : Optional.empty();
    GivenPart train = part(first.orElseThrow(this::incomplete));
    if (first.get() != Part.WHOLE) {
      requireWhole(Part.TRAIN);
      requireWhole(Part.TEST);
    }
    boolean divided = roles.has(Part.TEST) && first.get() != Part.TEST;
    Optional<GivenPart> test = divided ? Optional.of(part(Part.TEST)) : Optional.empty();
    test.ifPresent(part -> requireSameWidth(train, part));
    Optional<EmbeddingHead> head = roles.find(Content.WEIGHT).map(this::head);
    head.ifPresent(layer -> requireTaken(layer, train));
    int embedding = head.map(EmbeddingHead::embeddingSize).orElse(train.features().columns());
    return new GivenBundle(
        arrays.path(),
        arrays.format(),
        train,
        test,
        head,
        roles.find(Content.PROXIES).map(array -> proxies(array, embedding)),
        classNames(train),
        roles.leftOut().stream().map(GivenArray::toString).toList());
  }

  private ProblemException incomplete() {
    boolean features = roles.find(Content.FEATURES).isPresent();
    if (arrays.looksLikeNetwork()) {
      return ProblemException.inFile(
          arrays.path(),
          "These are the weights of a network, not features and labels",
          "Open a data set with them as its back bone (train --weights), or add them to a workspace"
              + " (add-model --weights).");
    }
    for (Part part : Part.values()) {
      requireShape(part, features ? Content.LABELS : Content.FEATURES);
    }
    String where = arrays.path().toString();
    if (features) {
      return new ProblemException("There are features but no labels for them", where, held() + HOW);
    }
    boolean labels = roles.find(Content.LABELS).isPresent();
    String what = labels ? "There are labels but no features" : "There are no features and labels";
    return new ProblemException(what + " in this " + arrays.format(), where, held() + HOW);
  }

  private String held() {
    return "It holds: " + arrays.listed() + ". ";
  }

  private GivenPart part(Part part) {
    GivenArray features = roles.find(Content.FEATURES, part).orElseThrow();
    List<String> labels = roles.find(Content.LABELS, part).orElseThrow().words();
    requireNumbered(labels, roles.find(Content.LABELS, part).orElseThrow());
    try {
      return new GivenPart(
          part == Part.WHOLE ? "" : part == Part.TRAIN ? "training" : "test",
          features.features(),
          labels,
          texts(Content.PATHS, "paths", part),
          texts(Content.TRUE_LABELS, "true_labels", part),
          texts(Content.SPLIT, "split", part),
          perSample(part, labels.size()));
    } catch (ProblemException e) {
      throw e.orAt(arrays.path().toString());
    }
  }

  /** Features without labels, or labels without features, of the one part must not let the other pass for all there is. */
  private void requireWhole(Part part) {
    Optional<GivenArray> features = roles.find(Content.FEATURES, part);
    Optional<GivenArray> labels = roles.find(Content.LABELS, part);
    if (features.isPresent() != labels.isPresent()) {
      requireShape(part, features.isPresent() ? Content.LABELS : Content.FEATURES);
      throw new ProblemException(
          features.isPresent()
              ? "There are features but no labels for them"
              : "There are labels but no features for them",
          features.or(() -> labels).orElseThrow().where(),
          held() + HOW);
    }
  }

  /** An array that is there under the right name, but of another shape, is not "missing". */
  private void requireShape(Part part, Content content) {
    roles
        .misshapen(content, part)
        .ifPresent(
            array -> {
              boolean labels = content == Content.LABELS;
              throw new ProblemException(
                  "The array has shape "
                      + array.shapeText()
                      + (labels ? " where [n] is needed" : " where [n, F] is needed"),
                  array.where(),
                  labels
                      ? "Save one label a sample; of one-hot rows labels.argmax(1)."
                      : "Save one row a sample, as features.reshape(len(features), -1) makes"
                          + " them.");
            });
  }

  private static void requireNumbered(List<String> labels, GivenArray array) {
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).startsWith("-") && !array.isText()) {
        throw new ProblemException(
            "Sample " + i + " has label " + labels.get(i),
            array.where(),
            "Leave out samples without a label, and count classes from 0.");
      }
      if (labels.get(i).isBlank()) {
        throw new ProblemException("Sample " + i + " has no label", array.where(), "Name it.");
      }
    }
  }

  private List<String> texts(Content content, String name, Part part) {
    Optional<GivenArray> array = roles.find(content, part);
    if (array.isEmpty() && part == Part.TRAIN && !roles.has(Part.TEST)) {
      array = roles.find(content, Part.WHOLE);
    }
    String prefix = part == Part.WHOLE ? "" : part.name().toLowerCase(Locale.ROOT) + "_";
    return array
        .map(GivenArray::words)
        .or(() -> Sidecar.lines(arrays.path(), prefix + name))
        .orElse(List.of());
  }

  /** A class name a sample, as a table has it, rather than one a class. */
  private List<String> perSample(Part part, int samples) {
    return roles
        .find(Content.CLASS_NAMES, part)
        .filter(array -> array.size() == samples)
        .map(GivenArray::words)
        .filter(names -> names.stream().distinct().count() < samples)
        .orElse(List.of());
  }

  private List<String> classNames(GivenPart train) {
    return train.classNames().isEmpty()
        ? roles
            .find(Content.CLASS_NAMES)
            .map(GivenArray::words)
            .or(() -> Sidecar.lines(arrays.path(), "class_names"))
            .orElse(List.of())
        : List.of();
  }

  private EmbeddingHead head(GivenArray weight) {
    int rows = Math.toIntExact(weight.rows());
    float[] bias =
        roles.find(Content.BIAS).map(GivenArray::floats).orElseGet(() -> new float[rows]);
    if (bias.length != rows) {
      throw new ProblemException(
          String.format(
              Locale.ROOT,
              "The last layer has %d rows of weights and %d biases",
              rows,
              bias.length),
          weight.where(),
          "Save weight [E,F] and bias [E] of one layer.");
    }
    return at(weight, () -> new EmbeddingHead(weight.floats(), bias));
  }

  private void requireTaken(EmbeddingHead head, GivenPart train) {
    if (head.featureSize() != train.features().columns()) {
      throw new ProblemException(
          String.format(
              Locale.ROOT,
              "The last layer takes %d features, there are %d",
              head.featureSize(),
              train.features().columns()),
          arrays.path().toString(),
          "Save weight as [E,F], as torch.nn.Linear has it, and the features that go into it.");
    }
  }

  private void requireSameWidth(GivenPart train, GivenPart test) {
    if (train.features().columns() != test.features().columns()) {
      throw new ProblemException(
          String.format(
              Locale.ROOT,
              "Training samples have %d features, test samples %d",
              train.features().columns(),
              test.features().columns()),
          arrays.path().toString(),
          "Save features of one network.");
    }
  }

  private Proxies proxies(GivenArray array, int embedding) {
    int columns = Math.toIntExact(array.shape().get(1));
    boolean turned = columns != embedding && array.rows() == embedding;
    if (columns != embedding && !turned) {
      throw new ProblemException(
          String.format(
              Locale.ROOT, "The proxies have %d dimensions, the embeddings %d", columns, embedding),
          array.where(),
          "Save them as [C,E], or leave them out: then they are fitted.");
    }
    long centres =
        roles.find(Content.CENTRES).map(given -> Long.parseLong(given.words().get(0))).orElse(1L);
    long rows = turned ? columns : array.rows();
    if (centres < 1 || rows % centres != 0 || rows == 0) {
      throw new ProblemException(
          rows + " proxies do not make classes of " + centres + " centres",
          array.where(),
          "Give the number of centres a class in the array centres_per_class.");
    }
    float[] values = array.floats();
    float[] byRow =
        turned ? WeightTensor.owning(values, embedding, columns).transposed().floats() : values;
    return at(array, () -> new Proxies(byRow, embedding, Math.toIntExact(centres)));
  }

  private static <T> T at(GivenArray array, Supplier<T> made) {
    try {
      return made.get();
    } catch (ProblemException e) {
      throw e.orAt(array.where());
    }
  }
}
