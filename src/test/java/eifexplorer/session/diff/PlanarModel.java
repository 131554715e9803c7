package eifexplorer.session.diff;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionBuilder;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A made-up model that puts each test image at an angle on the unit circle; its classes are the first letters of the names. */
final class PlanarModel {
  private final Map<String, Double> degrees = new LinkedHashMap<>();
  private Optional<Path> root = Optional.empty();

  /** A model whose test images come in the order they are given. */
  static PlanarModel with(Object... namesAndDegrees) {
    PlanarModel model = new PlanarModel();
    for (int i = 0; i < namesAndDegrees.length; i += 2) {
      model.degrees.put(
          (String) namesAndDegrees[i], ((Number) namesAndDegrees[i + 1]).doubleValue());
    }
    return model;
  }

  /** The same with image files in a folder. */
  PlanarModel in(Path folder) {
    root = Optional.of(folder);
    return this;
  }

  /**
   * Opens it.
   *
   * @param size F and E: the circle lies in the first two dimensions, the others are empty
   */
  ExplorerSession open(String title, int size) {
    ImageDataset dataset = dataset();
    int images = degrees.size();
    float[] test = new float[images * size];
    int row = 0;
    for (double degree : degrees.values()) {
      test[row * size] = (float) Math.cos(Math.toRadians(degree));
      test[row * size + 1] = (float) Math.sin(Math.toRadians(degree));
      row++;
    }
    float[] identity = new float[size * size];
    IntStream.range(0, size).forEach(i -> identity[i * size + i] = 1);
    float[] two = new float[2 * size];
    two[0] = 1;
    two[size + 1] = 1;
    EmbeddingBundle bundle =
        new EmbeddingBundle(
            new HeapFeatures(two, 2, size),
            dataset.trainLabels(),
            new HeapFeatures(test, images, size),
            dataset.testLabels(),
            new EmbeddingHead(identity, new float[size]),
            new Proxies(two, size, 1),
            List.of(),
            List.of());
    return new SessionBuilder(new JavaMatrixMath())
        .build("circle", dataset, bundle, LossSpec.PROXY_NCA, title, JobContext.unattended());
  }

  ImageDataset dataset() {
    List<String> letters =
        new TreeSet<>(degrees.keySet().stream().map(PlanarModel::letter).toList())
            .stream().toList();
    List<ClassLabel> classes =
        IntStream.range(0, 2 + letters.size())
            .mapToObj(c -> new ClassLabel(c, c + 1, c < 2 ? "training " + c : letters.get(c - 2)))
            .toList();
    return new ImageDataset(
        "circle",
        root,
        classes,
        2,
        List.of(new Sample("x", 0, Split.TRAIN), new Sample("y", 1, Split.TRAIN)),
        degrees.keySet().stream()
            .map(name -> new Sample(name, 2 + letters.indexOf(letter(name)), Split.TEST))
            .toList(),
        List.of(),
        Optional.empty());
  }

  private static String letter(String name) {
    return name.substring(name.lastIndexOf('/') + 1).substring(0, 1);
  }
}
