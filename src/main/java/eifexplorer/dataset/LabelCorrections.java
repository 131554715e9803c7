package eifexplorer.dataset;

import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Corrections of a data set's labels, of training and test images.
 *
 * @param revision number of the label revision they are; 0 for the data set's own labels
 * @param changes from the data set's own labels, one an image
 */
public record LabelCorrections(int revision, List<LabelChange> changes) {
  /** The data set's own labels. */
  public static final LabelCorrections NONE = new LabelCorrections(0, List.of());

  /** Copies the list. */
  public LabelCorrections {
    changes = List.copyOf(changes);
  }

  /** Indices of the training samples that are not left out, ascending. */
  public int[] keptTraining(ImageDataset dataset) {
    return kept(dataset.train(), bySample(false));
  }

  /** Indices of the test samples that are not left out of measuring, ascending. */
  public int[] keptTest(ImageDataset dataset) {
    return kept(dataset.test(), bySample(true));
  }

  /** The test images left out of measuring. */
  public List<LabelChange> testLeftOut() {
    return changes.stream().filter(change -> change.isOfTest() && change.excludes()).toList();
  }

  private static int[] kept(List<Sample> samples, Map<String, LabelChange> bySample) {
    return IntStream.range(0, samples.size())
        .filter(
            i -> {
              LabelChange change = bySample.get(samples.get(i).path());
              return change == null || !change.excludes();
            })
        .toArray();
  }

  /**
   * The data set with these labels and without the images left out. What is known of wrong labels stays known: where a
   * right label was changed, the old one counts as the truth.
   *
   * @throws ProblemException if a change names a class that is not there, or gives a training image one not trained on
   */
  public ImageDataset applyTo(ImageDataset dataset) {
    Map<String, LabelChange> bySample = bySample(false);
    Map<String, Integer> labels = labels(dataset, dataset.trainClassCount());
    List<Sample> train = new ArrayList<>();
    Map<Integer, Integer> indices = new HashMap<>();
    Map<Integer, Integer> truth =
        new HashMap<>(dataset.noise().map(InjectedNoise::trueLabels).orElse(Map.of()));
    for (int i : keptTraining(dataset)) {
      Sample sample = dataset.train().get(i);
      LabelChange change = bySample.get(sample.path());
      indices.put(i, train.size());
      if (change == null) {
        train.add(sample);
        continue;
      }
      truth.putIfAbsent(i, sample.label());
      train.add(new Sample(sample.path(), label(labels, change), sample.split()));
    }
    Optional<InjectedNoise> noise =
        dataset
            .noise()
            .map(n -> new InjectedNoise(n.model(), n.fraction(), n.seed(), truth))
            .map(n -> n.renumbered(indices));
    List<Sample> test = test(dataset);
    return dataset.with(
        corrected -> corrected.train(train).test(test).noise(noise).corrections(this));
  }

  private List<Sample> test(ImageDataset dataset) {
    Map<String, LabelChange> bySample = bySample(true);
    if (bySample.isEmpty()) {
      return dataset.test();
    }
    Map<String, Integer> labels = labels(dataset, dataset.classes().size());
    List<Sample> test = new ArrayList<>();
    for (int i : keptTest(dataset)) {
      Sample sample = dataset.test().get(i);
      LabelChange change = bySample.get(sample.path());
      test.add(
          change == null
              ? sample
              : new Sample(sample.path(), label(labels, change), sample.split()));
    }
    return test;
  }

  /** Labels of the first classes by name; of two with the same name the first. */
  private static Map<String, Integer> labels(ImageDataset dataset, int count) {
    Map<String, Integer> labels = new HashMap<>();
    dataset
        .classes()
        .subList(0, count)
        .forEach(label -> labels.putIfAbsent(label.name(), label.label()));
    return labels;
  }

  private Map<String, LabelChange> bySample(boolean test) {
    return changes.stream()
        .filter(change -> change.isOfTest() == test)
        .collect(Collectors.toMap(LabelChange::sample, Function.identity()));
  }

  private int label(Map<String, Integer> labels, LabelChange change) {
    Integer label = labels.get(change.to());
    if (label == null) {
      throw new ProblemException(
          "Label revision "
              + revision
              + " gives "
              + change.sample()
              + " the class \""
              + change.to()
              + (change.isOfTest() ? "\", which is not there" : "\", which is not trained on"),
          "",
          "Go back to another revision, or open the data set with that class.");
    }
    return label;
  }
}
