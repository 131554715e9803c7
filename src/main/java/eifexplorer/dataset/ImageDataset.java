package eifexplorer.dataset;

import eifexplorer.problem.ProblemException;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The training and test samples of a data set, in a fixed order that every array of features follows.
 *
 * @param name shown to people, such as {@code cub}
 * @param root folder the paths are relative to; empty for a bundle, whose images lie anywhere or nowhere
 * @param classes all classes in use; the element at position i has label i, training classes first
 * @param trainClassCount C: labels 0..C-1 are trained on and have proxies
 * @param train training samples, labels in 0..C-1
 * @param test test samples (for In-Shop: queries, then gallery)
 * @param skipped images left out with their reasons
 * @param noise the label noise that was injected, if any
 * @param corrections what was changed in the training labels since
 * @param boxes where the subject of an image is, by its path, for the images whose annotators drew it
 * @param files where the images of a bundle were found, by the samples' paths
 */
@RecordBuilder
public record ImageDataset(
    String name,
    Optional<Path> root,
    List<ClassLabel> classes,
    int trainClassCount,
    List<Sample> train,
    List<Sample> test,
    List<SkippedSample> skipped,
    Optional<InjectedNoise> noise,
    LabelCorrections corrections,
    Map<String, SubjectBox> boxes,
    Map<String, Path> files)
    implements ImageDatasetBuilder.With {
  /** Copies the lists. Throws {@link IllegalArgumentException} when a label is out of range. */
  public ImageDataset {
    classes = List.copyOf(classes);
    train = List.copyOf(train);
    test = List.copyOf(test);
    skipped = List.copyOf(skipped);
    boxes = Map.copyOf(boxes);
    files = Map.copyOf(files);
    checkLabels(train, trainClassCount);
    checkLabels(test, classes.size());
  }

  /** A data set with its own labels. */
  public ImageDataset(
      String name,
      Optional<Path> root,
      List<ClassLabel> classes,
      int trainClassCount,
      List<Sample> train,
      List<Sample> test,
      List<SkippedSample> skipped,
      Optional<InjectedNoise> noise) {
    this(
        name,
        root,
        classes,
        trainClassCount,
        train,
        test,
        skipped,
        noise,
        LabelCorrections.NONE,
        Map.of(),
        Map.of());
  }

  private static void checkLabels(List<Sample> samples, int limit) {
    for (Sample sample : samples) {
      if (sample.label() < 0 || sample.label() >= limit) {
        throw new IllegalArgumentException("Label " + sample.label() + " of " + sample.path());
      }
    }
  }

  /** How many images are left out. */
  public int skippedImages() {
    return skipped.stream().mapToInt(SkippedSample::images).sum();
  }

  /** Labels of the training samples [N]. */
  public int[] trainLabels() {
    return train.stream().mapToInt(Sample::label).toArray();
  }

  /** Labels of the test samples [M]. */
  public int[] testLabels() {
    return test.stream().mapToInt(Sample::label).toArray();
  }

  /** The class with this label. */
  public ClassLabel classOf(int label) {
    return classes.get(label);
  }

  /** The image file of a sample; empty for a sample of a bundle whose image was not located. */
  public Optional<Path> file(Sample sample) {
    return file(sample.path());
  }

  /** The image file of the sample with this path, as {@link #file(Sample)}. */
  public Optional<Path> file(String path) {
    return root.map(folder -> folder.resolve(path)).or(() -> Optional.ofNullable(files.get(path)));
  }

  /** The image files of samples. Throws {@link ProblemException} if one has none, as those of a bundle that came alone. */
  public List<Path> files(List<Sample> samples) {
    return samples.stream().map(sample -> file(sample).orElseThrow(() -> absent(sample))).toList();
  }

  private static ProblemException absent(Sample sample) {
    return new ProblemException(
        "There is no image of the sample",
        sample.path(),
        "Say where the images are: relocate --images DIR.");
  }

  /** Where the subject of a sample's image is; empty if nobody said. */
  public Optional<SubjectBox> box(Sample sample) {
    return Optional.ofNullable(boxes.get(sample.path()));
  }

  /**
   * A copy with wrong training labels, the truth kept in {@link #noise}.
   *
   * @throws ProblemException with fewer than two training classes, or if noise was injected before
   */
  public ImageDataset withNoise(NoiseSpec spec) {
    return spec.inject(this);
  }
}
