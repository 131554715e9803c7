package eifexplorer.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.checkpoint.Safetensors;
import eifexplorer.training.EpochReport;
import eifexplorer.workspace.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program that trains is really killed, several times, wherever it happens to be; about as often as {@code -Dkills=300}
 * says, half of them while a whole network is trained.
 */
class KilledTrainingIT extends TrainingBench {
  private static final String RUN = "SoftTriple_seed7";
  private static final int KILLS = 2;
  private static final int ROUNDS = Math.max(1, Integer.getInteger("kills", 0) / (2 * KILLS));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aKilledRunGivesTheWeightsOfOneThatWasNot(boolean frozen) throws Exception {
    TinyTraining training = new TinyTraining(folder, frozen);
    Path undisturbed = folder.resolve("undisturbed");
    training.startOrResume(undisturbed, engine, RunObserver.NONE);
    Random random = new Random(frozen ? 1 : 2);
    for (int round = 0; round < ROUNDS; round++) {
      kill(training, undisturbed, folder.resolve("killed" + round), random);
    }
  }

  private void kill(TinyTraining training, Path undisturbed, Path killed, Random random)
      throws Exception {
    boolean frozen = training.isFrozen();
    for (int i = 0; i < KILLS; i++) {
      killAtSomeMoment(killed, frozen, random);
      RunState state = training.runs(engine).runs(killed).runs().get(0).state();
      assertTrue(i > 0 || state == RunState.INTERRUPTED, state.toString());
    }
    if (training.runs(engine).runs(killed).runs().get(0).state() != RunState.FINISHED) {
      training.startOrResume(killed, engine, RunObserver.NONE);
    }

    assertEquals(
        Safetensors.read(undisturbed.resolve("models/" + RUN + "/weights.safetensors")),
        Safetensors.read(killed.resolve("models/" + RUN + "/weights.safetensors")));
    assertEquals(results(undisturbed), results(killed));
  }

  private void killAtSomeMoment(Path workspace, boolean frozen, Random random) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                TinyTraining.class.getName(),
                folder.toString(),
                workspace.getFileName().toString(),
                "" + frozen)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int batches = 2 + random.nextInt(5);
      while (batches > 0 && out.readLine() != null) {
        batches--;
      }
      process.waitFor(random.nextInt(15), TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Every line of the epochs' file, but for the time it took. */
  private static List<List<Object>> results(Path workspace) throws IOException {
    List<EpochReport> epochs =
        Files.readAllLines(workspace.resolve("runs/" + RUN + "/epochs.jsonl")).stream()
            .map(line -> Json.parse(line, EpochReport.class, "epochs.jsonl"))
            .toList();
    assertEquals(
        IntStream.rangeClosed(1, TinyTraining.EPOCHS).boxed().toList(),
        epochs.stream().map(EpochReport::epoch).toList());
    return epochs.stream()
        .map(e -> List.<Object>of(e.loss(), e.images(), e.rateFactor(), e.metrics()))
        .toList();
  }
}
