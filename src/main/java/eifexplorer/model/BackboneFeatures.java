package eifexplorer.model;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.demo.DemoFormat;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.FeatureExtraction;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.Engine;
import eifexplorer.image.Preprocessing;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.job.Turns;
import eifexplorer.job.Workers;
import eifexplorer.workspace.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gets the features of a data set from a store, or runs the back bone if they are not there. */
public final class BackboneFeatures {
  /** Images a back bone is given at once: another number may round otherwise. */
  public static final int BATCH = 32;

  private final Supplier<Engine> engine;
  private final LeftOutImages leftOut;

  /** Two extractions of the same features at once would be two writers of the same files. */
  private final Turns<Fingerprint> extractions = new Turns<>();

  /** Starts the engine only if features must be computed. */
  public BackboneFeatures(Supplier<Engine> engine) {
    this(engine, new LeftOutImages());
  }

  /**
   * Starts the engine only if features must be computed.
   *
   * @param leftOut is told which images could not be read
   */
  public BackboneFeatures(Supplier<Engine> engine, LeftOutImages leftOut) {
    this.engine = engine;
    this.leftOut = leftOut;
  }

  /**
   * What newly extracted features depend on: the samples by path and content (size and some of the bytes, see {@link
   * ImageContent}), how images are prepared, the network and its weights. Labels don't matter, so that a corrected label
   * needs no new features. A model's card keeps the key its features were stored under, which is not computed again.
   */
  public static Fingerprint fingerprint(
      ImageDataset dataset, Preprocessing preprocessing, BackboneSource source) {
    Fingerprint.Builder builder =
        Fingerprint.builder().add("preprocessing", preprocessing.describe());
    for (List<Sample> samples : List.of(dataset.train(), dataset.test())) {
      builder.add("samples", samples.size());
      samples.forEach(sample -> builder.add("path", sample.path()));
      if (!DemoFormat.isDemo(dataset)) {
        contents(dataset, samples).forEach(content -> builder.add("content", content));
      }
    }
    source.addTo(builder);
    return builder.build();
  }

  private static List<String> contents(ImageDataset dataset, List<Sample> samples) {
    return ComputePool.shared()
        .map(
            samples.size(),
            i -> dataset.file(samples.get(i)).map(ImageContent::digits).orElse("no image"));
  }

  /** F: how many features an image gets. Runs a program that does not tell before. */
  public int columns(BackboneSource source) {
    int known = source.spec().featureSize();
    if (known > 0 || source.program().isEmpty()) {
      return known;
    }
    try (Backbone backbone = source.open(engine.get())) {
      return backbone.featureSize();
    }
  }

  /**
   * The features of every readable image.
   *
   * @param fingerprint their key in the store
   * @throws eifexplorer.job.JobCancelledException when cancelled; the next call goes on where this one stopped
   */
  public DatasetFeatures findOrExtract(
      FeatureStore store,
      Fingerprint fingerprint,
      ImageDataset dataset,
      Preprocessing preprocessing,
      BackboneSource source,
      JobContext context) {
    DatasetFeatures found = findOrRun(store, fingerprint, dataset, preprocessing, source, context);
    leftOut.note(found.dataset());
    return found;
  }

  private DatasetFeatures findOrRun(
      FeatureStore store,
      Fingerprint fingerprint,
      ImageDataset dataset,
      Preprocessing preprocessing,
      BackboneSource source,
      JobContext context) {
    Supplier<Optional<DatasetFeatures>> kept = () -> store.find(fingerprint, dataset);
    Supplier<DatasetFeatures> extracted =
        () -> extract(store, fingerprint, dataset, preprocessing, source, context);
    // Looked for again when it is this job's turn: another may have extracted them meanwhile.
    return kept.get()
        .orElseGet(
            () -> extractions.take(fingerprint, context, () -> kept.get().orElseGet(extracted)));
  }

  private DatasetFeatures extract(
      FeatureStore store,
      Fingerprint fingerprint,
      ImageDataset dataset,
      Preprocessing preprocessing,
      BackboneSource source,
      JobContext context) {
    int width = ComputePool.shared().threads();
    try (Backbone backbone = source.open(engine.get());
        Workers workers = new Workers("decode", width)) {
      FeatureExtraction extraction = new FeatureExtraction(backbone, preprocessing, workers, BATCH);
      return store.findOrExtract(fingerprint, dataset, extraction, context);
    }
  }
}
