package eifexplorer.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.session.ExplorerSession;
import eifexplorer.workspace.FolderTrees;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wherever a program is killed: the workspace opens with all that was in it, nothing is there by halves, and doing it again
 * leads to the same as if it had not been killed. {@code -Dkills=300} kills so many, all operations together, and prints
 * where they died.
 */
class KilledWorkIT {
  private static final int KILLS =
      Math.max(1, Integer.getInteger("kills", 1) / Operation.values().length);
  private static final boolean CAMPAIGN = System.getProperty("kills") != null;

  @TempDir static Path folder;

  private static WorkPlace whole;

  @BeforeAll
  static void make() throws IOException {
    whole = WorkPlace.make(Files.createDirectories(folder.resolve("whole")));
  }

  /** Others of this project kill trainings and decisions in every build. */
  static Set<Operation> operations() {
    return CAMPAIGN
        ? EnumSet.allOf(Operation.class)
        : EnumSet.of(Operation.FEATURES, Operation.COMMIT);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whatWasKilledIsDoneAgain(Operation operation) throws Exception {
    WorkPlace undisturbed = copy("undisturbed");
    Object outcome;
    try (Explorer explorer = undisturbed.explorer()) {
      operation.run(explorer, undisturbed);
      outcome = operation.outcome(explorer, undisturbed);
    }
    Random random = new Random(operation.name().hashCode());
    long usual = 0;
    Map<String, Integer> phases = new TreeMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      WorkPlace place = copy("place");
      usual = kill(operation, place, usual, random);
      phases.merge(Operation.phase(place, whole), 1, Integer::sum);
      look(place);
      operation.check(place, outcome);
      try (Explorer explorer = place.explorer()) {
        operation.run(explorer, place);
        assertEquals(outcome, operation.outcome(explorer, place));
      }
      look(place);
    }
    if (CAMPAIGN) {
      System.out.println("| " + operation + " | " + KILLS + " | " + phases + " |");
    }
  }

  private static WorkPlace copy(String name) throws IOException {
    Path place = folder.resolve(name);
    if (Files.exists(place)) {
      FolderTrees.delete(place);
    }
    return whole.copy(Files.createDirectories(place));
  }

  /**
   * Kills the program at some time of its work.
   *
   * @param usual how long it took, in microseconds; 0 if that is not known
   * @return how long it takes
   */
  private static long kill(Operation operation, WorkPlace place, long usual, Random random)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                WorkProgram.class.getName(),
                operation.name(),
                copy("rehearsal").folder().toString(),
                place.folder().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long within = usual == 0 ? 50_000 : usual;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("begin", out.readLine());
      LockSupport.parkNanos((long) (random.nextDouble() * 1000 * within));
      // By its handle: the process itself would close what it said before it is read.
      process.toHandle().destroyForcibly();
      String took = out.readLine();
      return took == null ? Math.min(2 * within, 4_000_000) : Long.parseLong(took);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** The workspace as it was before is still there. */
  private static void look(WorkPlace place) {
    JobContext context = JobContext.unattended();
    try (Explorer explorer = place.explorer()) {
      assertEquals(0, explorer.workspaces().damagedModels(place.workspace()).size());
      assertEquals(0, explorer.trainings().runs(place.workspace()).unreadable().size());
      ExplorerSession session = explorer.sessions().openWorkspace(place.workspace(), context);
      assertEquals(180, session.dataset().train().size());
      assertTrue(explorer.explanations().measure(session, context).recallAt().get(1) >= 0);
      try (WorkspaceReview review = explorer.reviews().open(place.workspace(), true)) {
        assertEquals(20, review.desk().decisions().byAnnotator().get("ann").size());
        review.desk().revisions().forEach(revision -> revision.differing(review.desk().current()));
      }
    }
  }
}
