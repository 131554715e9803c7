package eifexplorer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.cli.Console;
import eifexplorer.cli.ExitCode;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.ProgramVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before a cluster is asked for. */
class ClusterMainTest {
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    PrintWriter writer = new PrintWriter(err, true);
    return ClusterMain.run(new Console(writer, writer, false), arguments);
  }

  private int suspects(Path out) {
    return run("suspects", "--workspace", folder.toString(), "--out", out.toString());
  }

  @Test
  void aRankingTakesNoOtherFilesPlace() throws Exception {
    Path there = Files.writeString(folder.resolve("there.csv"), "mine");

    assertEquals(ExitCode.FAILED, suspects(there));

    assertEquals(
        "The file is there already: " + there + ". Give another name.", err.toString().strip());
    assertEquals("mine", Files.readString(there));
  }

  @Test
  void aRankingIsCsvOrJson() {
    assertEquals(ExitCode.FAILED, suspects(folder.resolve("ranking.txt")));

    assertTrue(err.toString().contains("a name ending in .csv, .json"), err.toString());
  }

  @Test
  void thereIsAtLeastOnePart() {
    assertEquals(
        ExitCode.FAILED, run("survey", "--workspace", folder.toString(), "--partitions", "0"));

    assertTrue(err.toString().contains("1 and above"), err.toString());
  }

  @Test
  void anExecutorOfAnotherVersionSaysSo() {
    Cluster.requireVersion(ProgramVersion.current());

    ProblemException problem =
        assertThrows(ProblemException.class, () -> Cluster.requireVersion("0.0.9"));

    assertTrue(problem.what().endsWith("of the program, the driver 0.0.9"), problem.what());
  }
}
