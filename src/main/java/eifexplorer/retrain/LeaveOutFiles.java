package eifexplorer.retrain;

import eifexplorer.array.KeptArrays;
import eifexplorer.array.Npz;
import eifexplorer.influence.KernelGeneration;
import eifexplorer.math.MatrixMath;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ResultKeys;
import eifexplorer.session.ResultStore;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Outcomes kept in a workspace, one a training: {@code head.npz} with {@code recall_at_1 [1]}, {@code map_at_r [1]}, {@code
 * nearest [M]} and {@code distances [P]}. The training with all images is the same whatever is left out beside it.
 */
final class LeaveOutFiles {
  private static final String ID = "leave-out";

  private final ExplorerSession session;
  private final TrainingPlan plan;
  private final MatrixMath math;
  private final String version;

  LeaveOutFiles(ExplorerSession session, TrainingPlan plan, MatrixMath math, String version) {
    this.session = session;
    this.plan = plan;
    this.math = math;
    this.version = version;
  }

  /** What is kept of a training, or what {@code compute} gives. */
  HeadOutcome findOrCompute(double[] weights, long seed, Supplier<HeadOutcome> compute) {
    Optional<Workspace> workspace = session.workspace();
    if (workspace.isEmpty()) {
      return compute.get();
    }
    int[] leftOut = IntStream.range(0, weights.length).filter(i -> weights[i] == 0).toArray();
    Path folder = workspace.get().resultFolder(key(leftOut, seed));
    Path file = folder.resolve("head.npz");
    Optional<HeadOutcome> found = KeptArrays.read(file, this::read);
    if (found.isPresent()) {
      return found.get();
    }
    HeadOutcome outcome = compute.get();
    KeptArrays.keep(
        () -> {
          Json.write(
              folder.resolve("provenance.json"),
              new ProvenanceFactory(version)
                  .now(
                      ID,
                      ResultStore.inputs(session),
                      Map.of("left_out", "" + leftOut.length, "seed", "" + seed)));
          write(file, outcome);
        });
    return outcome;
  }

  private Fingerprint key(int[] leftOut, long seed) {
    return Fingerprint.builder()
        .add(ID, version)
        .add("kernels", KernelGeneration.of(math))
        .add("model", ResultKeys.ofModel(session))
        .add("pairs", session.pairs())
        .add("plan", plan)
        .add("left out", leftOut)
        .add("seed", seed)
        .build();
  }

  private HeadOutcome read(Npz npz) {
    return new HeadOutcome(
        npz.array("recall_at_1").requireShape(1).doubles()[0],
        npz.array("map_at_r").requireShape(1).doubles()[0],
        npz.array("nearest").requireShape(session.bundle().testLabels().length).ints(),
        npz.array("distances").requireShape(session.pairs().size()).doubles());
  }

  private static void write(Path file, HeadOutcome outcome) {
    AtomicFiles.write(
        file,
        out -> {
          Npz.Writer writer = new Npz.Writer(out);
          writer.put("recall_at_1", new double[] {outcome.recallAt1()}, 1);
          writer.put("map_at_r", new double[] {outcome.mapAtR()}, 1);
          long[] nearest = IntStream.of(outcome.nearest()).asLongStream().toArray();
          writer.put("nearest", nearest, nearest.length);
          writer.put("distances", outcome.distances(), outcome.distances().length);
          writer.finish();
        });
  }
}
