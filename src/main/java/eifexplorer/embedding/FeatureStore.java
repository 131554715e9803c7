package eifexplorer.embedding;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The features of a workspace, a folder for each fingerprint with {@code train.npy}, {@code test.npy} and {@code
 * index.csv}, which is written last: without it the features are not complete. Of networks with stages there are also {@code
 * train.stages.npy} and {@code stages.json}, which says their channels; without those there are features alone.
 */
public final class FeatureStore {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureStore.class);
  private static final String INDEX = "index.csv";
  private static final String STAGES = "train.stages.npy";
  private static final String CHANNELS = "stages.json";

  private final Function<Fingerprint, Path> folders;

  /** A store whose folders are given by {@code folders}. */
  public FeatureStore(Function<Fingerprint, Path> folders) {
    this.folders = folders;
  }

  /** True if the features of this fingerprint are complete. */
  public boolean contains(Fingerprint fingerprint) {
    return Files.exists(folders.apply(fingerprint).resolve(INDEX));
  }

  /** Paths of all samples the features are of, left out ones included; empty if the features are not complete. */
  public Optional<List<String>> paths(Fingerprint fingerprint) {
    return index(fingerprint).map(FeatureIndex::paths);
  }

  /** The index, if the features are complete; a damaged one is as good as none. */
  private Optional<FeatureIndex> index(Fingerprint fingerprint) {
    return contains(fingerprint)
        ? unlessDamaged(() -> FeatureIndex.read(folders.apply(fingerprint).resolve(INDEX)))
        : Optional.empty();
  }

  /**
   * The stored features of a data set's samples.
   *
   * @return empty if they are not complete, lack one of the samples, or are damaged, which the log tells
   */
  public Optional<DatasetFeatures> find(Fingerprint fingerprint, ImageDataset dataset) {
    Optional<FeatureIndex> index = index(fingerprint);
    Optional<FeatureIndex.Match> train = index.flatMap(of -> of.match("train", dataset.train()));
    Optional<FeatureIndex.Match> test = index.flatMap(of -> of.match("test", dataset.test()));
    return train.isEmpty() || test.isEmpty()
        ? Optional.empty()
        : unlessDamaged(() -> align(dataset, folders.apply(fingerprint), train.get(), test.get()));
  }

  private static <T> Optional<T> unlessDamaged(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (ProblemException e) {
      LOG.warn("Kept features are damaged. {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static DatasetFeatures align(
      ImageDataset dataset, Path folder, FeatureIndex.Match train, FeatureIndex.Match test) {
    return new DatasetFeatures(
        without(dataset, train, test),
        rows(folder.resolve("train.npy"), train),
        rows(folder.resolve("test.npy"), test),
        stages(folder, train));
  }

  private static Optional<StageAverages> stages(Path folder, FeatureIndex.Match train) {
    Path channels = folder.resolve(CHANNELS);
    return Files.exists(channels)
        ? unlessDamaged(
            () ->
                new StageAverages(
                    rows(folder.resolve(STAGES), train),
                    Json.read(channels, StageChannels.class).channels()))
        : Optional.empty();
  }

  record StageChannels(List<Integer> channels) {}

  /** Of a file with other rows than the index lists, any row may be another sample's. */
  private static FeatureMatrix rows(Path file, FeatureIndex.Match match) {
    FeatureMatrix all = FeatureFile.open(file);
    if (all.rows() != match.stored()) {
      throw ProblemException.inFile(
          file,
          "It has " + all.rows() + " rows, the index " + match.stored(),
          "Compute them again.");
    }
    for (int row : match.rows()) {
      if (row < 0) {
        throw ProblemException.inFile(file, "The index names row " + row, "Compute them again.");
      }
    }
    return SelectedRows.of(all, match.rows());
  }

  /**
   * The features of a data set's samples, extracted first if they are not there or are damaged.
   *
   * @throws eifexplorer.problem.ProblemException if the data set has no images or they can't be read
   * @throws eifexplorer.job.JobCancelledException when cancelled; the next call goes on where this one stopped
   */
  public DatasetFeatures findOrExtract(
      Fingerprint fingerprint,
      ImageDataset dataset,
      FeatureExtraction extraction,
      JobContext context) {
    Optional<DatasetFeatures> found = find(fingerprint, dataset);
    if (found.isPresent()) {
      return found.get();
    }
    Path folder = folders.apply(fingerprint);
    // What is there is damaged or of other samples: until the new ones are complete there are none.
    forget(folder.resolve(INDEX));
    ExtractedFeatures train =
        extraction.run(
            dataset.files(dataset.train()),
            folder.resolve("train.npy"),
            folder.resolve(STAGES),
            "training images",
            context);
    if (!extraction.channels().isEmpty()) {
      Json.write(folder.resolve(CHANNELS), new StageChannels(extraction.channels()));
    }
    ExtractedFeatures test =
        extraction.run(
            dataset.files(dataset.test()), folder.resolve("test.npy"), "test images", context);
    FeatureIndex.write(folder.resolve(INDEX), dataset.train(), train, dataset.test(), test);
    SkippedRows.beside(folder.resolve("train.npy")).delete();
    SkippedRows.beside(folder.resolve("test.npy")).delete();
    return find(fingerprint, dataset).orElseThrow();
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ProblemException(
          "The old index can't be deleted", file.toString(), "Check the permissions.", e);
    }
  }

  /**
   * Stores features that were had elsewhere.
   *
   * @param train one row a training sample [N,F]
   * @param test one row a test sample [M,F]
   * @throws IllegalArgumentException if there are more or fewer rows than samples
   * @throws eifexplorer.problem.ProblemException if they can't be written or are not finite
   */
  public void put(
      Fingerprint fingerprint, ImageDataset dataset, FeatureMatrix train, FeatureMatrix test) {
    put(
        fingerprint,
        dataset,
        new ExtractedFeatures(train, Map.of()),
        new ExtractedFeatures(test, Map.of()));
  }

  /**
   * Stores features that were extracted elsewhere, read once from the first row to the last.
   *
   * @param train a row for each training sample, those left out included
   * @param test likewise
   * @throws IllegalArgumentException if there are more or fewer rows than samples
   * @throws eifexplorer.problem.ProblemException if they can't be written or are not finite
   */
  public void put(
      Fingerprint fingerprint,
      ImageDataset dataset,
      ExtractedFeatures train,
      ExtractedFeatures test) {
    int trained = train.features().rows();
    int tested = test.features().rows();
    if (trained != dataset.train().size() || tested != dataset.test().size()) {
      throw new IllegalArgumentException(trained + " and " + tested + " rows");
    }
    Path folder = folders.apply(fingerprint);
    // Stages that are there may be of other rows.
    forget(folder.resolve(CHANNELS));
    write(folder.resolve("train.npy"), train.features());
    write(folder.resolve("test.npy"), test.features());
    FeatureIndex.write(folder.resolve(INDEX), dataset.train(), train, dataset.test(), test);
  }

  private static void write(Path file, FeatureMatrix features) {
    try (FeatureWriter writer = FeatureWriter.restart(file, features.rows(), features.columns())) {
      for (int row = 0; row < features.rows(); row++) {
        writer.append(features.row(row), 1);
      }
      writer.finish();
    }
  }

  /** The data set without the samples that have no features; noise is renumbered with them. */
  private static ImageDataset without(
      ImageDataset dataset, FeatureIndex.Match train, FeatureIndex.Match test) {
    List<SkippedSample> skipped = new ArrayList<>(dataset.skipped());
    skipped.addAll(train.skipped());
    skipped.addAll(test.skipped());
    Map<Integer, Integer> indices = newIndices(dataset.train(), train.kept());
    return dataset.with(
        kept ->
            kept.train(train.kept())
                .test(test.kept())
                .skipped(skipped)
                .noise(dataset.noise().map(noise -> noise.renumbered(indices)))
                .corrections(LabelCorrections.NONE));
  }

  private static Map<Integer, Integer> newIndices(List<Sample> before, List<Sample> kept) {
    Map<Integer, Integer> indices = new HashMap<>();
    int next = 0;
    for (int old = 0; old < before.size() && next < kept.size(); old++) {
      if (before.get(old) == kept.get(next)) {
        indices.put(old, next++);
      }
    }
    return indices;
  }
}
