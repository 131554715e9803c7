package eifexplorer.model;

import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers what the data sets that are read leave out, so that nobody takes a measurement on fewer images for one on all
 * of them, and where there was a choice of what to read. Safe to use from several threads.
 */
public final class LeftOutImages {
  private static final double MUCH = .01;
  private static final int REASONS = 3;

  private boolean refused;
  private Optional<ImageDataset> noted = Optional.empty();
  private final Set<String> otherReadings = new LinkedHashSet<>();

  /** From now on a data set that leaves anything out is a problem. */
  public synchronized void refuse() {
    refused = true;
  }

  /**
   * Notes what a data set leaves out; of several readings the one that leaves out most counts.
   *
   * @throws ProblemException if it leaves anything out and that {@linkplain #refuse is refused}
   */
  public synchronized void note(ImageDataset dataset) {
    if (noted.isEmpty() || dataset.skipped().size() >= noted.get().skipped().size()) {
      noted = Optional.of(dataset);
    }
    if (refused && !dataset.skipped().isEmpty()) {
      throw new ProblemException(
          "Images of the data set are left out",
          dataset.root().map(Object::toString).orElse(dataset.name()),
          describe(dataset));
    }
  }

  /** Notes how a data set's files could be read instead. */
  public synchronized void note(DatasetListing listing) {
    otherReadings.addAll(listing.otherReadings());
  }

  /** Sentences on how the data sets' files could be read instead, where there was a choice. */
  public synchronized List<String> otherReadings() {
    return List.copyOf(otherReadings);
  }

  /** What is left out, each with its reason; empty if no data set was read. */
  public synchronized Optional<List<SkippedSample>> all() {
    return noted.map(ImageDataset::skipped);
  }

  /** How many images are left out. */
  public synchronized int count() {
    return noted.map(ImageDataset::skippedImages).orElse(0);
  }

  /** One line on how many images are left out and why, a warning above one in a hundred; empty if none is. */
  public synchronized Optional<String> line() {
    return noted
        .filter(dataset -> !dataset.skipped().isEmpty())
        .map(dataset -> (share(dataset) > MUCH ? "Warning. " : "") + describe(dataset));
  }

  private static double share(ImageDataset dataset) {
    double left = dataset.skippedImages();
    return left / Math.max(1, whole(dataset));
  }

  private static int whole(ImageDataset dataset) {
    return dataset.skippedImages() + dataset.train().size() + dataset.test().size();
  }

  private static String describe(ImageDataset dataset) {
    Map<String, List<SkippedSample>> byReason =
        dataset.skipped().stream()
            .collect(
                Collectors.groupingBy(
                    SkippedSample::reason, LinkedHashMap::new, Collectors.toList()));
    String more =
        byReason.size() > REASONS ? "; and " + (byReason.size() - REASONS) + " more reasons" : "";
    return byReason.entrySet().stream()
        .limit(REASONS)
        .map(reason -> reason(reason.getValue(), reason.getKey()))
        .collect(
            Collectors.joining(
                "; ",
                String.format(
                    Locale.ROOT,
                    "%d of %d images left out: ",
                    dataset.skippedImages(),
                    whole(dataset)),
                more));
  }

  private static String reason(List<SkippedSample> samples, String reason) {
    String first = samples.get(0).path();
    return samples.size() == 1
        ? first + ": " + reason
        : first + " and " + (samples.size() - 1) + " more: " + reason;
  }
}
