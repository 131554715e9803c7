package eifexplorer.run;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.dataset.Sample;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.image.ImageBatch;
import eifexplorer.image.ImageBatches;
import eifexplorer.image.Preprocessing;
import eifexplorer.job.JobContext;
import eifexplorer.job.Workers;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.Measurement;
import eifexplorer.training.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Measures a network in training on the test images, as it is in evaluation; images that can't be read are left out. */
final class NetworkMeasurement {
  private static final int BATCH = 32;

  private final TrainableNetwork network;
  private final ImageDataset dataset;
  private final Preprocessing preprocessing;
  private final Workers workers;
  private final MatrixMath math;

  NetworkMeasurement(
      TrainableNetwork network,
      ImageDataset dataset,
      TrainingPlan plan,
      Workers workers,
      MatrixMath math) {
    this.network = network;
    this.dataset = dataset;
    this.preprocessing = plan.network().images();
    this.workers = workers;
    this.math = math;
  }

  Map<String, Double> measure(EmbeddingHead head, JobContext context) {
    List<Path> files = dataset.files(dataset.test());
    List<Sample> read = new ArrayList<>();
    float[] features = new float[Math.multiplyExact(files.size(), head.featureSize())];
    try (ImageBatches batches = ImageBatches.evaluation(files, preprocessing, BATCH, workers)) {
      while (batches.hasNext()) {
        context.giveWay();
        ImageBatch batch = batches.next();
        float[] rows =
            network.features(batch.pixels(), batch.count(), batch.height(), batch.width());
        System.arraycopy(rows, 0, features, read.size() * head.featureSize(), rows.length);
        for (int index : batch.indices()) {
          read.add(dataset.test().get(index));
        }
      }
    }
    if (read.isEmpty()) {
      return Map.of();
    }
    float[] filled = Arrays.copyOf(features, read.size() * head.featureSize());
    HeapFeatures all = new HeapFeatures(filled, read.size(), head.featureSize());
    return new Measurement(math)
        .epoch(testing(read), Embeddings.of(all, head, math, context), context);
  }

  private ImageDataset testing(List<Sample> samples) {
    return dataset.with(part -> part.test(samples).corrections(LabelCorrections.NONE));
  }
}
