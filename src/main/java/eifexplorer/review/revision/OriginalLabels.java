package eifexplorer.review.revision;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The labels that a data set itself gives its training and test images, those that a revision leaves out included. Immutable.
 */
public final class OriginalLabels {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Split> splits = new LinkedHashMap<>();

  private OriginalLabels() {}

  /** Of a data set, whatever revision it was opened with. A path that is there twice means the training image. */
  public static OriginalLabels of(ImageDataset dataset) {
    OriginalLabels labels = new OriginalLabels();
    dataset.train().forEach(sample -> labels.add(dataset, sample));
    dataset.test().forEach(sample -> labels.add(dataset, sample));
    for (LabelChange change : dataset.corrections().changes()) {
      if (labels.splits.getOrDefault(change.sample(), change.split()) == change.split()) {
        labels.names.put(change.sample(), change.from());
        labels.splits.put(change.sample(), change.split());
      }
    }
    return labels;
  }

  /** Of training images only, by their paths. */
  public static OriginalLabels ofTraining(Map<String, String> names) {
    OriginalLabels labels = new OriginalLabels();
    names.forEach(
        (path, name) -> {
          labels.names.put(path, name);
          labels.splits.put(path, Split.TRAIN);
        });
    return labels;
  }

  private void add(ImageDataset dataset, Sample sample) {
    if (names.putIfAbsent(sample.path(), dataset.classOf(sample.label()).name()) == null) {
      splits.put(sample.path(), sample.split());
    }
  }

  /** Class name of every image by its path. */
  public Map<String, String> names() {
    return Collections.unmodifiableMap(names);
  }

  /** Where an image belongs; {@link Split#TRAIN} for one that is not there. */
  public Split split(String path) {
    return splits.getOrDefault(path, Split.TRAIN);
  }
}
