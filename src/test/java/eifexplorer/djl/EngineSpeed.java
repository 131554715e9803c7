package eifexplorer.djl;

import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.TrainableNetwork;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Images a second by wall clock, best of several batches; not part of the suite. Arguments: threads, back bone, image size,
 * batch size, batches, and {@code train} for training steps ({@code mixed}: in mixed precision). With one thread, images a second of processor time too,
 * which other programs disturb less.
 */
final class EngineSpeed {
  private EngineSpeed() {}

  public static void main(String[] arguments) {
    int threads = Integer.parseInt(arguments[0]);
    BackboneSpec spec = BackboneSpec.parse(arguments[1]);
    int size = Integer.parseInt(arguments[2]);
    int batch = Integer.parseInt(arguments[3]);
    int batches = Integer.parseInt(arguments[4]);
    float[] images = new float[batch * 3 * size * size];
    Random random = new Random(1);
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) random.nextGaussian();
    }
    try (DjlEngine engine = new DjlEngine(new EngineSettings(Optional.empty(), threads))) {
      if (arguments.length > 5) {
        train(engine, spec, images, batch, size, batches, arguments[5].equals("mixed"));
        return;
      }
      try (Backbone backbone = engine.newBackbone(spec, 1)) {
        report(batch, batches, () -> backbone.features(images, batch, size, size));
      }
    }
  }

  private static void train(
      DjlEngine engine,
      BackboneSpec spec,
      float[] images,
      int batch,
      int size,
      int batches,
      boolean mixed) {
    int embedding = 64;
    float[] gradients = new float[batch * embedding];
    gradients[0] = 1e-3f;
    float[] head = new float[embedding * spec.featureSize()];
    head[0] = 1;
    try (TrainableNetwork network =
        engine.openTrainable(
            spec, BackboneWeights.random(spec.architecture(), 1), head, new float[embedding])) {
      network.setMixedPrecision(mixed);
      Runnable step =
          () -> {
            network.forward(images, batch, size, size);
            network.backward(gradients);
            network.step(AdamSettings.of(4e-3, 4e-3, 1, 10));
          };
      report(batch, batches, step);
    }
  }

  private static void report(int batch, int batches, Runnable work) {
    double wall = 0;
    double processor = 0;
    for (int i = 0; i < batches; i++) {
      long start = System.nanoTime();
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      wall = Math.max(wall, batch * 1e9 / (System.nanoTime() - start));
      used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used;
      processor = Math.max(processor, batch * 1e9 / used);
    }
    System.out.printf(
        Locale.ROOT, "%.1f images/s (%.1f by this thread's processor time)%n", wall, processor);
  }
}
