package eifexplorer.model;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.dataset.format.BundleSamples;
import eifexplorer.embedding.bundle.DividedBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The samples of an embedding bundle as a data set; their images are not known yet. */
public final class BundleDataset {
  private BundleDataset() {}

  /**
   * The data set.
   *
   * @param name what it is called
   */
  public static ImageDataset of(DividedBundle bundle, String name) {
    List<ClassLabel> classes = new ArrayList<>();
    for (String className : bundle.classNames()) {
      classes.add(new ClassLabel(classes.size(), classes.size() + 1, className));
    }
    return new ImageDataset(
        name,
        Optional.empty(),
        classes,
        bundle.trainClasses(),
        samples(bundle.train(), Split.TRAIN),
        samples(bundle.test(), Split.TEST),
        List.of(),
        BundleSamples.given(truths(bundle.train()), bundle.train().labels().length));
  }

  private static List<Sample> samples(DividedBundle.Part part, Split split) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < part.labels().length; i++) {
      samples.add(new Sample(part.paths().get(i), part.labels()[i], split));
    }
    return samples;
  }

  /** Training index to true label, of the labels that are wrong. */
  private static Map<Integer, Integer> truths(DividedBundle.Part part) {
    Map<Integer, Integer> truths = new HashMap<>();
    for (int i = 0; i < part.labels().length; i++) {
      int given = part.labels()[i];
      int truth = part.truths().get(i).orElse(given);
      if (truth != given) {
        truths.put(i, truth);
      }
    }
    return truths;
  }
}
