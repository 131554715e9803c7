package eifexplorer.benchmark;

import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.Engine;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures a network of random weights on made-up images: how many a second it embeds, and learns from.
 *
 * @param backbone which
 * @param imageSize height and width, 32 to 4096
 * @param batch images at once, 1 to 1024
 * @param batches measured of each kind, 1 to 1000; one more goes before
 */
public record NetworkBenchmark(BackboneSpec backbone, int imageSize, int batch, int batches) {
  private static final int EMBEDDING = 512;
  private static final AdamSettings STEP = AdamSettings.of(1e-5, 1e-5, 1, 10);

  /** Throws {@link ProblemException} for a size out of range. */
  public NetworkBenchmark {
    require("image", imageSize, 32, 4096);
    require("batch", batch, 1, 1024);
    require("batches", batches, 1, 1000);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw ProblemException.badValue(name, value, least + " to " + most);
    }
  }

  /** The measured values by name: images a second, the median over the batches. */
  public Map<String, Object> run(Engine engine, JobContext context) {
    Measurements measured = new Measurements(context, 3 * (batches + 1));
    float[] images = Measurements.gaussian(batch * 3 * imageSize * imageSize, 1);
    Map<String, Object> result = new LinkedHashMap<>();
    try (Backbone network = engine.newBackbone(backbone, 1)) {
      result.put(
          "extraction_images_per_s",
          speed(measured, () -> network.features(images, batch, imageSize, imageSize)));
    }
    float[] head = Measurements.gaussian(EMBEDDING * backbone.featureSize(), 2);
    try (TrainableNetwork network =
        engine.openTrainable(
            backbone,
            BackboneWeights.random(backbone.architecture(), 1),
            head,
            new float[EMBEDDING])) {
      result.put("training_images_per_s", speed(measured, () -> step(network, images)));
      network.setMixedPrecision(true);
      result.put("training_mixed_images_per_s", speed(measured, () -> step(network, images)));
    }
    result.put("backbone", backbone.architecture().name());
    result.put("image", imageSize);
    result.put("batch", batch);
    return result;
  }

  private void step(TrainableNetwork network, float[] images) {
    float[] embeddings = network.forward(images, batch, imageSize, imageSize);
    network.backward(embeddings);
    network.step(STEP);
  }

  private double speed(Measurements measured, Runnable work) {
    measured.seconds(work);
    return batch / measured.median(batches, i -> work.run());
  }
}
