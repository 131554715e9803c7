package eifexplorer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.array.Npz;
import eifexplorer.cli.ExitCode;
import eifexplorer.influence.PairSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.model.BundleImport;
import eifexplorer.model.BundleOptions;
import eifexplorer.project.Explorer;
import eifexplorer.spark.LocalCluster.Ended;
import eifexplorer.spark.LocalCluster.Submitted;
import eifexplorer.workspace.FolderTrees;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up bundle with 200,000 training samples, surveyed while executors are lost, slow, or leave half a part. */
class KilledClusterIT {
  private static final int TRAIN = 200_000;
  private static final int TEST = 24;
  private static final int SIZE = 16;
  private static final int CLASSES = 10;
  private static final String[] PARTS = {"--partitions", "12"};

  @TempDir static Path folder;

  private static LocalCluster cluster;
  private static Path workspace;
  private static PairSurvey expected;

  @BeforeAll
  static void make() throws Exception {
    cluster = new LocalCluster(folder);
    Path bundle = folder.resolve("made-up.npz");
    write(bundle);
    Path own = folder.resolve("desktop");
    try (Explorer desktop = cluster.desktop()) {
      for (String name : List.of("desktop", "cluster")) {
        desktop
            .sessions()
            .importBundle(
                new BundleImport.Request(folder.resolve(name), bundle, BundleOptions.USUAL),
                JobContext.unattended())
            .close();
      }
      expected = LocalCluster.survey(desktop, own);
    }
    workspace = folder.resolve("cluster");
  }

  private static void write(Path file) throws Exception {
    Random random = new Random(11);
    float[] centres = values(random, 2 * CLASSES * SIZE);
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      writer.put("train_features", samples(random, centres, TRAIN, 0), TRAIN, SIZE);
      writer.put("train_labels", labels(TRAIN), TRAIN);
      writer.put("test_features", samples(random, centres, TEST, CLASSES), TEST, SIZE);
      writer.put("test_labels", labels(TEST), TEST);
      writer.put("weight", values(random, SIZE / 2 * SIZE), SIZE / 2, SIZE);
      writer.put("bias", new float[SIZE / 2], SIZE / 2);
      writer.put("proxies", values(random, CLASSES * SIZE / 2), CLASSES, SIZE / 2);
    }
  }

  private static float[] values(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] samples(Random random, float[] centres, int count, int firstClass) {
    float[] values = values(random, count * SIZE);
    for (int i = 0; i < values.length; i++) {
      int label = i / SIZE % CLASSES + firstClass;
      values[i] += centres[label * SIZE + i % SIZE];
    }
    return values;
  }

  private static long[] labels(int count) {
    long[] labels = new long[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % CLASSES;
    }
    return labels;
  }

  /** Without results, as the bundle was imported. */
  @BeforeEach
  void forget() throws Exception {
    FolderTrees.delete(workspace.resolve("results"));
    LocalCluster.written();
  }

  private static Submitted survey(Map<String, String> settings) throws Exception {
    return cluster.submit(
        settings, "survey", "--workspace", workspace.toString(), PARTS[0], PARTS[1]);
  }

  private static void assertFound() {
    try (Explorer desktop = cluster.desktop()) {
      Surveys.assertSame(expected, LocalCluster.survey(desktop, workspace));
    }
  }

  @Test
  void anExecutorThatIsKilledTakesNothingWithIt() throws Exception {
    Submitted submitted = survey(Map.of());
    submitted.awaitParts(workspace, 2);
    long victim = submitted.executors().get(0);
    ProcessHandle.of(victim).orElseThrow().destroyForcibly();

    Ended ended = submitted.await();

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.err().contains("Lost executor"), ended.err());
    assertFound();
  }

  @Test
  void aTornPartIsComputedAgainAndTheOthersAreNot() throws Exception {
    Submitted killed = survey(Map.of());
    killed.awaitParts(workspace, 4);
    killed.kill();
    List<Path> left = LocalCluster.parts(workspace);
    LocalCluster.written();
    try (FileChannel torn = FileChannel.open(left.get(0), StandardOpenOption.WRITE)) {
      torn.truncate(torn.size() / 2);
    }

    Ended ended = survey(Map.of()).await();

    assertEquals(0, ended.code(), ended.err());
    List<String> written = LocalCluster.written();
    assertEquals(12 - left.size() + 1, written.size(), written.toString());
    assertTrue(written.contains(left.get(0).getFileName().toString()));
    assertFound();
  }

  @Test
  void aSlowExecutorsTasksAreDoneElsewhereAndNoPartIsWrittenTwice() throws Exception {
    Submitted submitted =
        survey(
            Map.of(
                "spark.speculation", "true",
                "spark.speculation.interval", "200ms",
                "spark.speculation.quantile", "0.5",
                "spark.speculation.multiplier", "1.2",
                "spark.speculation.minTaskRuntime", "1s"));
    submitted.awaitParts(workspace, 2);
    slowDown(submitted.executors().get(0), submitted);

    Ended ended = submitted.await();

    assertEquals(0, ended.code(), ended.err());
    List<String> written = LocalCluster.written();
    assertEquals(12, written.size(), written.toString());
    assertEquals(12, new HashSet<>(written).size());
    assertFalse(ended.err().contains("ExecutorLostFailure"), "the slow one was lost");
    assertFound();
  }

  /** Until all parts are there. One that stood still for long would be lost, and keep others that ask it for something. */
  private void slowDown(long executor, Submitted submitted) throws Exception {
    String pid = String.valueOf(executor);
    while (submitted.runs() && LocalCluster.parts(workspace).size() < 12) {
      new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
      Thread.sleep(1500);
      new ProcessBuilder("kill", "-CONT", pid).start().waitFor();
      Thread.sleep(50);
    }
  }

  @Test
  void featuresThatChangeInMidJobEndItInASentenceAndGoodPartsStay() throws Exception {
    Path features = LocalCluster.trainFeatures(workspace);
    Submitted submitted = survey(Map.of());
    submitted.awaitParts(workspace, 1);
    flipLastBit(features);
    try {
      Ended ended = submitted.await();

      assertEquals(ExitCode.FAILED, ended.code(), ended.err());
      assertTrue(
          ended.err().contains("The features changed while they were in use"),
          ended.err());
      assertEquals(11, LocalCluster.parts(workspace).size());
    } finally {
      flipLastBit(features);
    }
  }

  /** In place: executors have the file mapped. */
  private static void flipLastBit(Path file) throws Exception {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 4);
      last.put(0, (byte) (last.get(0) ^ 1)).rewind();
      channel.write(last, channel.size() - 4);
    }
  }
}
