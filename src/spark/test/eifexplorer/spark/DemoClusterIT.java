package eifexplorer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.cli.CommandContext;
import eifexplorer.cli.Console;
import eifexplorer.cli.EifExplorerCommand;
import eifexplorer.influence.PairSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.session.ExplorerSession;
import eifexplorer.spark.LocalCluster.Ended;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Provenance;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClusterIT {
  /** The numbers' columns, with the worth of the last digit that is written. */
  private static final Map<String, Double> LAST_DIGIT =
      Map.of("probability", 1e-4, "centroid", 1e-2, "ridge", 1e-2);

  private static final Set<String> COLUMNS =
      Set.of(
          "rank",
          "index",
          "path",
          "label",
          "suggested",
          "neighbours_agree",
          "probability",
          "centroid",
          "ridge");

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
    // The votes were kept on the way only.
    assertEquals(List.of(), files(workspace));
    List<Map<String, String>> expected = desktopsRanking(cluster, workspace);
    List<Map<String, String>> found = table(ranking, name -> true);
    assertEquals(texts(expected), texts(found));
    for (int line = 0; line < expected.size(); line++) {
      for (String column : LAST_DIGIT.keySet()) {
        assertNear(column, expected.get(line).get(column), found.get(line).get(column));
      }
    }
  }

  /** The file of the desktop's command; where the demo's wrong labels are known it has more detectors' columns. */
  private List<Map<String, String>> desktopsRanking(LocalCluster cluster, Path workspace)
      throws Exception {
    Path file = folder.resolve("desktop.csv");
    StringWriter err = new StringWriter();
    PrintWriter printed = new PrintWriter(err, true);
    CommandContext context =
        new CommandContext(
            new Console(printed, printed, false),
            settings -> cluster.desktop(),
            settings -> {
              throw new AssertionError("no tensor runtime is needed here");
            },
            (empty, size, progress) -> Map.of(),
            Composition.registries(),
            "test");
    int code =
        EifExplorerCommand.run(
            context,
            "suspects",
            "--workspace",
            workspace.toString(),
            "--detector",
            RankWeights.QUICK_ID,
            "--out",
            file.toString());
    assertEquals(0, code, err.toString());
    return table(file, COLUMNS::contains);
  }

  /** A table without its numbers. */
  private static List<Map<String, String>> texts(List<Map<String, String>> table) {
    List<Map<String, String>> texts = new ArrayList<>();
    for (Map<String, String> row : table) {
      Map<String, String> kept = new LinkedHashMap<>(row);
      kept.keySet().removeAll(LAST_DIGIT.keySet());
      texts.add(kept);
    }
    return texts;
  }

  /** Sums of parts round in another way: a number's last digit may be the next one. */
  private static void assertNear(String column, String expected, String found) {
    double digit = Objects.requireNonNull(LAST_DIGIT.get(column));
    assertEquals(Double.parseDouble(expected), Double.parseDouble(found), 1.01 * digit, column);
  }

  private static List<Map<String, String>> table(Path file, Predicate<String> columns)
      throws Exception {
    try (CSVParser lines =
        CSVParser.parse(
            file,
            StandardCharsets.UTF_8,
            CSVFormat.RFC4180.builder().setHeader().get())) {
      List<Map<String, String>> table = new ArrayList<>();
      for (CSVRecord line : lines) {
        Map<String, String> row = new LinkedHashMap<>();
        lines.getHeaderNames().stream()
            .filter(columns)
            .forEach(name -> row.put(name, line.get(name)));
        table.add(row);
      }
      return table;
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
