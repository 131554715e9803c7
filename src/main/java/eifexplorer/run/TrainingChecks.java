package eifexplorer.run;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.dataset.Sample;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is looked at before the first image is read. */
final class TrainingChecks {
  private static final int NAMED = 3;

  private TrainingChecks() {}

  /**
   * Refuses what can't be trained on.
   *
   * @throws ProblemException for a single class, one that corrected labels left without an image, or batches the samples don't fill
   */
  static void require(TrainingPlan plan, ImageDataset dataset) {
    if (dataset.trainClassCount() < 2) {
      throw ProblemException.badValue(
          "number of training classes", dataset.trainClassCount(), "2 or more");
    }
    int[] counts = counts(dataset);
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] == 0) {
        throw new ProblemException(
            "The class " + dataset.classOf(label).displayName() + " has no image left",
            "label revision " + dataset.corrections().revision(),
            "Leave out fewer of its images, or train on other labels.");
      }
    }
    plan.batches().sampler(dataset.trainLabels(), plan.seed());
  }

  /** What is worth knowing but no reason to stop; empty if nothing is. */
  static List<String> remarks(TrainingPlan plan, ImageDataset dataset) {
    List<String> remarks = new ArrayList<>();
    LabelCorrections labels = dataset.corrections();
    if (labels.revision() > 0) {
      remarks.add(
          "Trained on label revision "
              + labels.revision()
              + ", which differs from the data set's own labels in "
              + labels.changes().size()
              + (labels.changes().size() == 1 ? " image." : " images."));
    }
    if (plan.network().frozenNorm()) {
      remarks.add("Batch normalisation keeps to the statistics of the weights.");
    }
    List<String> small = smallClasses(plan, dataset);
    if (!small.isEmpty()) {
      String some = String.join(", ", small.subList(0, Math.min(NAMED, small.size())));
      String more = small.size() > NAMED ? " and " + (small.size() - NAMED) + " more" : "";
      remarks.add(
          "Classes with fewer than "
              + plan.batches().samplesPerClass()
              + " images make shorter batches: "
              + some
              + more
              + ".");
    }
    return remarks;
  }

  private static List<String> smallClasses(TrainingPlan plan, ImageDataset dataset) {
    int wanted = plan.batches().samplesPerClass();
    int[] counts = counts(dataset);
    return IntStream.range(0, counts.length)
        .filter(label -> counts[label] < wanted)
        .mapToObj(label -> dataset.classOf(label).displayName())
        .toList();
  }

  private static int[] counts(ImageDataset dataset) {
    int[] counts = new int[dataset.trainClassCount()];
    dataset.train().forEach(sample -> counts[sample.label()]++);
    return counts;
  }

  /** Identity of the training samples and their labels: a run goes on only with those it began with. */
  static String fingerprint(ImageDataset dataset) {
    Fingerprint.Builder builder = Fingerprint.builder().add("samples", dataset.train().size());
    for (Sample sample : dataset.train()) {
      builder.add("path", sample.path());
    }
    return builder.add("labels", dataset.trainLabels()).build().digits();
  }
}
