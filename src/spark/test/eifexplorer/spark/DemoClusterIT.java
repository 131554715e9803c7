package eifexplorer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.Sample;
import eifexplorer.influence.PairSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.session.ExplorerSession;
import eifexplorer.spark.LocalCluster.Ended;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  @Test
  void theDemosSuspectsAreRankedAsByTheDesktop() throws Exception {
    LocalCluster cluster = new LocalCluster(folder);
    Path workspace = cluster.demo("cluster");
    Path ranking = folder.resolve("suspects.csv");

    Ended ended =
        cluster.run(
            "suspects",
            "--workspace",
            workspace.toString(),
            "--partitions",
            "3",
            "--out",
            ranking.toString());

    assertEquals(0, ended.code(), ended.err());
    try (Explorer desktop = cluster.desktop();
        ExplorerSession session =
            desktop.sessions().openWorkspace(workspace, JobContext.unattended())) {
      assertEquals(expectedRanking(desktop, session), Files.readAllLines(ranking));
    }
  }

  /** Lines as the desktop's detectors have them, but for what it suggests. */
  private static List<String> expectedRanking(Explorer desktop, ExplorerSession session) {
    Map<String, SuspectScores> scores =
        SuspectDetectors.run(
            RankWeights.QUICK.weights().keySet(),
            desktop.reviews().suspects(session),
            JobContext.unattended());
    List<String> lines = new ArrayList<>(List.of("rank,index,path,label,centroid,ridge"));
    for (int i : RankWeights.QUICK.combine(scores).order()) {
      Sample sample = session.trainSample(i);
      List<String> line =
          new ArrayList<>(
              List.of(
                  String.valueOf(lines.size()),
                  String.valueOf(i),
                  sample.path(),
                  session.className(sample.label())));
      scores.forEach((id, of) -> line.add(SuspectDetectors.byId(id).format(of.value(i))));
      lines.add(String.join(",", line));
    }
    return lines;
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
