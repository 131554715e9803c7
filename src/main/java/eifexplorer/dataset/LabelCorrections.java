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
 * Corrections of a data set's training labels.
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
  public int[] kept(ImageDataset dataset) {
    Map<String, LabelChange> bySample = bySample();
    List<Sample> train = dataset.train();
    return IntStream.range(0, train.size())
        .filter(
            i -> {
              LabelChange change = bySample.get(train.get(i).path());
              return change == null || !change.excludes();
            })
        .toArray();
  }

  /**
   * The data set with these labels and without the images left out. What is known of wrong labels stays known: where a
   * right label was changed, the old one counts as the truth.
   *
   * @throws ProblemException if a change names a class that is not trained on
   */
  public ImageDataset applyTo(ImageDataset dataset) {
    Map<String, LabelChange> bySample = bySample();
    Map<String, Integer> labels = new HashMap<>();
    dataset
        .classes()
        .subList(0, dataset.trainClassCount())
        .forEach(label -> labels.put(label.name(), label.label()));
    List<Sample> train = new ArrayList<>();
    Map<Integer, Integer> indices = new HashMap<>();
    Map<Integer, Integer> truth =
        new HashMap<>(dataset.noise().map(InjectedNoise::trueLabels).orElse(Map.of()));
    for (int i : kept(dataset)) {
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
    return dataset.with(corrected -> corrected.train(train).noise(noise).corrections(this));
  }

  private Map<String, LabelChange> bySample() {
    return changes.stream().collect(Collectors.toMap(LabelChange::sample, Function.identity()));
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
              + "\", which is not trained on",
          "",
          "Go back to another revision, or open the data set with that class.");
    }
    return label;
  }
}
