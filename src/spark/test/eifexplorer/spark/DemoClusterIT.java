package eifexplorer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.PairSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.spark.LocalCluster.Ended;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClusterIT {
  @TempDir Path folder;

  @Test
  void theDemosSurveyIsThatOfTheDesktopAndIsOpenedByIt() throws Exception {
    LocalCluster cluster = new LocalCluster(folder);
    Path workspace = cluster.demo("cluster");
    Path own = cluster.demo("desktop");

    Ended ended = cluster.run("survey", "--workspace", workspace.toString(), "--partitions", "3");

    assertEquals(0, ended.code(), ended.err());
    List<Path> made = files(workspace);
    try (Explorer desktop = cluster.desktop()) {
      PairSurvey opened = LocalCluster.survey(desktop, workspace);
      Surveys.assertSame(LocalCluster.survey(desktop, own), opened);
      assertEquals(nearest(desktop, own), nearest(desktop, workspace));
    }
    // What the desktop needs it found: it wrote nothing.
    assertEquals(made, files(workspace));
    for (Path file : made) {
      if (file.endsWith("provenance.json")) {
        String where = Json.read(file, Provenance.class).parameters().get("cluster");
        assertTrue(where.matches("Apache Spark .*, local-cluster.*"), where);
      }
    }
  }

  private static String nearest(Explorer desktop, Path workspace) {
    try (ExplorerSession session =
        desktop.sessions().openWorkspace(workspace, JobContext.unattended())) {
      return session.pairs().toString();
    }
  }

  private static List<Path> files(Path workspace) throws Exception {
    try (Stream<Path> all = Files.walk(workspace.resolve("results"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
