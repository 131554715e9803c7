package eifexplorer.embedding;

import eifexplorer.engine.Backbone;
import eifexplorer.engine.Stage;
import eifexplorer.image.ImageBatch;
import eifexplorer.image.ImageBatches;
import eifexplorer.image.Preprocessing;
import eifexplorer.image.SkippedImage;
import eifexplorer.job.JobContext;
import eifexplorer.job.Workers;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Runs a frozen back bone over images and keeps the features in a file; goes on where an earlier run was stopped.
 *
 * <p>Images are decoded in parallel a few batches ahead, so that the engine never waits for them.
 */
public final class FeatureExtraction {
  private final Backbone backbone;
  private final Preprocessing preprocessing;
  private final Workers workers;
  private final int batchSize;

  /**
   * An extraction that can be run on several lists of files.
   *
   * @param workers decode the images
   * @param batchSize images given to the back bone at once, at least 1
   */
  public FeatureExtraction(
      Backbone backbone, Preprocessing preprocessing, Workers workers, int batchSize) {
    this.backbone = backbone;
    this.preprocessing = preprocessing;
    this.workers = workers;
    this.batchSize = batchSize;
  }

  /**
   * Extracts the features of {@code files} into {@code target}.
   *
   * @param what names the images in progress, such as {@code training images}
   * @throws ProblemException if not a single image can be read, or the file can't be written
   * @throws eifexplorer.image.UnreachableImageException if a file is gone or can't be had; what is done is kept
   * @throws eifexplorer.job.JobCancelledException when cancelled; what is done is kept for the next run
   */
  public ExtractedFeatures run(List<Path> files, Path target, String what, JobContext context) {
    ExtractedFeatures extracted = runPart(files, target, what, context);
    requireSome(extracted.skipped(), files);
    return extracted;
  }

  /**
   * As {@link #run}, and the averages of the network's stages [n,D] into {@code stages} in the same pass, if it has any.
   *
   * @return the features
   */
  ExtractedFeatures run(
      List<Path> files, Path target, Path stages, String what, JobContext context) {
    if (channels().isEmpty()) {
      return run(files, target, what, context);
    }
    int size = backbone.featureSize();
    ExtractedRows rows = ExtractedRows.open(target, files.size(), size, stages, stageSize());
    ExtractedFeatures extracted = runPart(files, target, rows, size + stageSize(), what, context);
    requireSome(extracted.skipped(), files);
    return extracted;
  }

  /** Channels of the network's stages whose averages {@link #run} can keep. */
  List<Integer> channels() {
    return backbone.stages().stream().map(Stage::channels).toList();
  }

  private int stageSize() {
    return backbone.stages().stream().mapToInt(Stage::channels).sum();
  }

  /** As {@link #run}, of a part of the files, of which perhaps not a single one can be read. */
  public ExtractedFeatures runPart(List<Path> files, Path target, String what, JobContext context) {
    int size = backbone.featureSize();
    ExtractedRows rows = ExtractedRows.open(target, files.size(), size);
    return runPart(files, target, rows, size, what, context);
  }

  private ExtractedFeatures runPart(
      List<Path> files,
      Path target,
      ExtractedRows rows,
      int size,
      String what,
      JobContext context) {
    SkippedRows skipped = SkippedRows.beside(target);
    try (ExtractedRows writer = rows) {
      int start = writer.completedRows();
      skipped.keepBefore(start);
      context.progress(start, files.size(), what);
      try (ImageBatches batches =
          ImageBatches.evaluation(
              files.subList(start, files.size()), preprocessing, batchSize, workers)) {
        int noted = 0;
        BatchesThatFit fitting = new BatchesThatFit(backbone, size, context::log);
        while (batches.hasNext()) {
          context.giveWay();
          ImageBatch batch = batches.next();
          noted = note(batches.skipped(), noted, start, skipped, context);
          append(batch, start, fitting, size, writer, files);
          context.progress(writer.completedRows(), files.size(), what);
        }
        note(batches.skipped(), noted, start, skipped, context);
      }
      pad(writer, files.size(), size);
      return new ExtractedFeatures(writer.finish(), skipped.read());
    }
  }

  private static void append(
      ImageBatch batch,
      int start,
      BatchesThatFit fitting,
      int size,
      ExtractedRows writer,
      List<Path> files) {
    float[] features =
        fitting.features(batch.pixels(), batch.count(), batch.height(), batch.width());
    for (int i = 0; i < batch.count(); i++) {
      pad(writer, start + batch.index(i), size);
      float[] row = Arrays.copyOfRange(features, i * size, (i + 1) * size);
      Finite.requireFeatures(files.get(start + batch.index(i)), row);
      writer.append(row);
    }
  }

  /** Rows of images left out stay zero. */
  private static void pad(ExtractedRows writer, int row, int size) {
    while (writer.completedRows() < row) {
      writer.append(new float[size]);
    }
  }

  private static int note(
      List<SkippedImage> all, int noted, int start, SkippedRows skipped, JobContext context) {
    for (SkippedImage image : all.subList(noted, all.size())) {
      skipped.add(start + image.index(), image.reason());
      context.log("Skipped. " + image.reason());
    }
    return all.size();
  }

  private static void requireSome(Map<Integer, String> skipped, List<Path> files) {
    if (skipped.size() == files.size()) {
      throw new ProblemException(
          "None of the " + files.size() + " images can be read",
          files.get(0).toString(),
          "Check the data set's folder. First reason: " + skipped.values().iterator().next());
    }
  }
}
