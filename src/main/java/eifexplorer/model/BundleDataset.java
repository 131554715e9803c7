package eifexplorer.model;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.embedding.EmbeddingBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The samples of an embedding bundle as a data set without images; labels are used as given. */
public final class BundleDataset {
  private BundleDataset() {}

  /** A data set without images: the labels and paths of a bundle, classes called by their number.
   *
   * @param name what it is called
   */
  public static ImageDataset of(EmbeddingBundle bundle, String name) {
    int trainClasses = bundle.proxies().classCount();
    int largest = Arrays.stream(bundle.testLabels()).max().orElse(0);
    List<ClassLabel> classes = new ArrayList<>();
    for (int label = 0; label < Math.max(trainClasses, largest + 1); label++) {
      classes.add(new ClassLabel(label, label + 1, "class " + label));
    }
    return new ImageDataset(
        name,
        Optional.empty(),
        classes,
        trainClasses,
        samples(bundle.trainLabels(), bundle.trainPaths(), Split.TRAIN),
        samples(bundle.testLabels(), bundle.testPaths(), Split.TEST),
        List.of(),
        Optional.empty());
  }

  private static List<Sample> samples(int[] labels, List<String> paths, Split split) {
    List<Sample> samples = new ArrayList<>();
    String prefix = split == Split.TRAIN ? "train " : "test ";
    for (int i = 0; i < labels.length; i++) {
      samples.add(new Sample(paths.isEmpty() ? prefix + i : paths.get(i), labels[i], split));
    }
    return samples;
  }
}
