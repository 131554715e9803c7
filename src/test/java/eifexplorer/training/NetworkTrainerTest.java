package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobContext;
import eifexplorer.job.Workers;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.BatchPlan.Sampler;
import eifexplorer.training.NetworkPlan.InitialHead;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTrainerTest {
  private static final int N = 40;
  private static final int CLASSES = 4;
  private static final int PIXELS = 16;
  private static final int SIZE = 5;

  @TempDir Path folder;

  private final Workers workers = new Workers("images", 2);
  private final int[] labels = IntStream.range(0, N).map(i -> i % CLASSES).toArray();
  private final List<Path> files = new ArrayList<>();

  /** Pictures of one colour a class, with a stripe of their own. */
  @BeforeEach
  void paint() throws IOException {
    int[] colours = {0xc03020, 0x20b040, 0x3040d0, 0xd0c030};
    for (int i = 0; i < N; i++) {
      BufferedImage image = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
      for (int p = 0; p < 24 * 24; p++) {
        image.setRGB(p % 24, p / 24, p / 24 == i % 24 ? 0 : colours[labels[i]]);
      }
      Path file = folder.resolve(i + ".png");
      ImageIO.write(image, "png", file.toFile());
      files.add(file);
    }
  }

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void theWarmUpEndsWithFreshOptimisers() {
    LinearNetwork network = network();

    train(network, plan(1, 1, 0));

    // 40 samples in batches of 16: two steps an epoch.
    assertEquals(
        List.of(
            "learns false",
            "reset",
            "step 0.0",
            "step 0.0",
            "learns true",
            "reset",
            "step 0.25",
            "step 0.25"),
        network.calls());
  }

  @Test
  void ratesFallAtMilestonesCountedAfterTheWarmUp() {
    LinearNetwork network = network();

    train(network, plan(1, 3, 0, 2));

    List<String> steps = network.calls().stream().filter(c -> c.startsWith("step")).toList();
    assertEquals(
        List.of("step 0.25", "step 0.25", "step 0.25", "step 0.25", "step 0.125", "step 0.125"),
        steps.subList(2, 8));
  }

  @Test
  void theLossFalls() {
    List<EpochReport> epochs = train(network(), plan(0, 15, 0)).epochs();

    assertTrue(epochs.get(14).loss() < 0.5 * epochs.get(0).loss(), epochs.toString());
  }

  @Test
  void theSamePlanGivesTheSameWeights() {
    NetworkTrainer.Result first = train(network(), plan(1, 2, 0));
    NetworkTrainer.Result second = train(network(), plan(1, 2, 0));

    assertArrayEquals(first.head().weight(), second.head().weight());
    assertArrayEquals(first.proxies().values(), second.proxies().values());
  }

  @Test
  void itGoesOnFromAnyStepAsIfItHadNeverStopped() throws IOException {
    Files.writeString(files.get(3), "no picture");
    MemoryKeeper keeper = new MemoryKeeper();
    NetworkTrainer.Result whole = train(network(), plan(1, 3, 0, 2), keeper);

    for (Checkpoint stop : keeper.all()) {
      NetworkTrainer.Result goneOn =
          train(
              new LinearNetwork(stop.head()),
              plan(1, 3, 0, 2),
              new MemoryKeeper(Optional.of(stop)));

      assertArrayEquals(whole.head().weight(), goneOn.head().weight(), stop.position().toString());
      assertArrayEquals(
          whole.proxies().values(), goneOn.proxies().values(), stop.position().toString());
    }
    // Two steps in each of four epochs, and the epochs' ends.
    assertEquals(12, keeper.all().size());
  }

  @Test
  void imagesThatCannotBeReadAreLeftOut() throws IOException {
    Files.writeString(files.get(3), "no picture");

    assertEquals(2, train(network(), plan(0, 2, 0)).epochs().size());
  }

  @Test
  void noImageAtAllIsRefused() throws IOException {
    for (Path file : files) {
      Files.writeString(file, "no picture");
    }
    ProblemException problem =
        assertThrows(ProblemException.class, () -> train(network(), plan(0, 1, 0)));
    assertEquals("None of the training images can be read", problem.what());
  }

  @Test
  void aBatchTooLargeForTheMemoryNamesOneThatFits() {
    LinearNetwork network = network();
    network.limitBatch(5);

    ProblemException problem =
        assertThrows(ProblemException.class, () -> train(network, plan(0, 1, 0)));
    assertEquals(
        "The memory is too small for batches of 16 images of 16×16. Batches of 4 fit: make classes"
            + " times samplesPerClass as small (4 times 4 now), and accumulate 4 for as many images"
            + " a step.",
        problem.getMessage());
  }

  @Test
  void weightDecayIsRefused() {
    assertThrows(ProblemException.class, () -> train(network(), plan(0, 1, 0.1)));
  }

  private NetworkTrainer.Result train(LinearNetwork network, TrainingPlan plan) {
    return train(network, plan, CheckpointKeeper.NONE);
  }

  private NetworkTrainer.Result train(
      LinearNetwork network, TrainingPlan plan, CheckpointKeeper keeper) {
    return new NetworkTrainer(workers)
        .train(
            network, files, labels, plan, TrainingObserver.NONE, keeper, JobContext.unattended());
  }

  private static LinearNetwork network() {
    return new LinearNetwork(InitialWeights.uniformHead(SIZE, 3 * PIXELS * PIXELS, 7));
  }

  private static TrainingPlan plan(
      int warmUp, int epochs, double weightDecay, Integer... milestones) {
    return new TrainingPlan(
        "test",
        "none",
        new NetworkPlan("resnet50/max/layernorm", false, PIXELS, PIXELS, SIZE, InitialHead.UNIFORM),
        LossSpec.PROXY_NCA,
        new BatchPlan(Sampler.BALANCED, 4, 4),
        new OptimiserPlan(0.25, 1e-3, 1e-2, 1e-8, weightDecay, 10, List.of(milestones), 0.5),
        epochs,
        warmUp,
        7);
  }
}
