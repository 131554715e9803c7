package eifexplorer.spark;

import eifexplorer.array.Npz;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.embedding.ExtractedFeatures;
import eifexplorer.embedding.FeatureExtraction;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.job.Workers;
import eifexplorer.model.BackboneFeatures;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.ProgramVersion;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The features of a workspace's images, over parts of them: each executor loads the model's back bone once. They lie where
 * the model looks for its features.
 */
final class FeaturesJob {
  /** Images of a part at most: what an executor has to do again when it is lost. */
  private static final int MOST = 4096;

  private final Cluster cluster;
  private final Workspace workspace;
  private final ModelCard card;
  private final ImageDataset dataset;
  private final String images;
  private final Task task;

  /** {@code images} is an address that the samples' paths follow; empty for the data set's own folder. */
  FeaturesJob(
      Cluster cluster, Workspace workspace, ModelCard card, ImageDataset dataset, String images) {
    this.cluster = cluster;
    this.workspace = workspace;
    this.card = card;
    this.dataset = dataset;
    this.images = images;
    this.task =
        new Task(
            PartFiles.in(workspace.featureFolder(new Fingerprint(card.features()))),
            workspace.folder().toString(),
            card.id(),
            new ModelStore(workspace).load(card).head().featureSize());
  }

  /** Extracts them. Images left out are logged with their reasons. */
  void run(int partitions, JobContext context) {
    List<ImagePart> parts = new ArrayList<>();
    List<ImagePart> train = parts("train", dataset.train(), partitions);
    List<ImagePart> test = parts("test", dataset.test(), partitions);
    parts.addAll(train);
    parts.addAll(test);
    Map<ImagePart, TreeMap<Integer, String>> skipped = new HashMap<>();
    List<TreeMap<Integer, String>> found = cluster.map(parts, task::extract);
    for (int p = 0; p < parts.size(); p++) {
      skipped.put(parts.get(p), found.get(p));
      found.get(p).values().forEach(reason -> context.log("Skipped. " + reason));
    }
    Fingerprint key = new Fingerprint(card.features());
    new FeatureStore(workspace::featureFolder)
        .put(key, dataset, joined(train, skipped), joined(test, skipped));
    Json.write(
        workspace.featureFolder(key).resolve("provenance.json"),
        new ProvenanceFactory(ProgramVersion.current())
            .now("features", Map.of("model", card.id()), Map.of("cluster", cluster.description())));
    task.files().delete();
  }

  /** Parts begin where a batch does: their batches are those of one machine. */
  private List<ImagePart> parts(String split, List<Sample> samples, int partitions) {
    int batches = (samples.size() + BackboneFeatures.BATCH - 1) / BackboneFeatures.BATCH;
    int ofEach = (batches - 1) / Math.max(1, Math.min(partitions, batches)) + 1;
    int size = BackboneFeatures.BATCH * Math.min(ofEach, MOST / BackboneFeatures.BATCH);
    List<ImagePart> parts = new ArrayList<>();
    for (int from = 0; from < samples.size(); from += size) {
      List<String> of = new ArrayList<>();
      for (Sample sample : samples.subList(from, Math.min(samples.size(), from + size))) {
        of.add(place(sample));
      }
      parts.add(new ImagePart(split, from, of));
    }
    return parts;
  }

  private String place(Sample sample) {
    if (!images.isEmpty()) {
      return images.replaceFirst("/*$", "/") + sample.path();
    }
    return dataset
        .file(sample)
        .orElseThrow(
            () ->
                new ProblemException(
                    "The data set has no images", sample.path(), "Say where they are by --images."))
        .toString();
  }

  private ExtractedFeatures joined(
      List<ImagePart> parts, Map<ImagePart, TreeMap<Integer, String>> skipped) {
    Map<Integer, String> all = new HashMap<>();
    int rows = 0;
    for (ImagePart part : parts) {
      skipped
          .getOrDefault(part, new TreeMap<>())
          .forEach((row, reason) -> all.put(part.from() + row, reason));
      rows += part.images().size();
    }
    if (all.size() == rows) {
      throw new ProblemException(
          "None of the " + rows + " images can be read",
          parts.get(0).images().get(0),
          "Check the data set's folder.");
    }
    return new ExtractedFeatures(
        new JoinedParts(
            parts,
            part ->
task.found(part).orElseThrow(() -> gone(part)).features()),
        all);
  }

  private static ProblemException gone(ImagePart part) {
    return new ProblemException(
        "A part of the features is gone or damaged",
        part.split() + " images " + part.from() + " to " + (part.to() - 1),
        "Start again; the other parts are kept.");
  }

  /** An executor's share. */
  private record Task(PartFiles files, String workspace, String modelId, int columns)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Function<Npz, ExtractedFeatures> reading(ImagePart part) {
      return npz -> FeaturePart.read(npz, part, columns);
    }

    Optional<ExtractedFeatures> found(ImagePart part) {
      return files.find(part.split(), 0, part.from(), part.to(), reading(part));
    }

    /** Row of the part to reason, of the images left out. */
    TreeMap<Integer, String> extract(ImagePart part) {
      return new TreeMap<>(
found(part).orElseGet(() -> computed(part)).skipped());
    }

    private ExtractedFeatures computed(ImagePart part) {
      files.requireSeen();
      ExtractedFeatures found =
          Backbones.with(
              workspace,
              modelId,
              backbone -> {
                ModelCard card = new ModelStore(Workspace.open(Path.of(workspace))).get(modelId);
                int width = ComputePool.shared().threads();
                try (FetchedImages images = new FetchedImages(part.images());
                    Workers workers = new Workers("decode", width)) {
                  ExtractedFeatures extracted =
                      new FeatureExtraction(
                              backbone, card.prepared(), workers, BackboneFeatures.BATCH)
                          .runPart(
                              images.files(),
                              images.folder().resolve("features.npy"),
                              part.split() + " images",
                              JobContext.unattended());
                  Map<Integer, String> named = new HashMap<>();
                  extracted
                      .skipped()
                      .forEach((row, reason) -> named.put(row, images.named(row, reason)));
                  return new ExtractedFeatures(
                      new HeapFeatures(
                          extracted.features().toArray(),
                          part.images().size(),
                          extracted.features().columns()),
                      named);
                }
              });
      files.write(
          part.split(),
          0,
          part.from(),
          part.to(),
          reading(part),
          out -> FeaturePart.write(out, part, found));
      return found;
    }
  }
}
