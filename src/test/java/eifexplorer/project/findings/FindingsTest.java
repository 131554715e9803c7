package eifexplorer.project.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import eifexplorer.export.Finding;
import eifexplorer.export.Finding.Photograph;
import eifexplorer.export.PageLanguage;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.SmallWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
  @TempDir private static Path folder;

  private static List<Finding> found;
  private static String page;

  @BeforeAll
  static void find() throws IOException {
    SmallWorkspace workspace = new SmallWorkspace(folder);
    workspace.add(1);
    try (Explorer explorer = workspace.explorer();
        ExplorerSession session =
            explorer.sessions().openWorkspace(workspace.workspace(), "", JobContext.unattended())) {
      Findings findings = new Findings(explorer);
      found = findings.all(session, JobContext.unattended());
      Path file = folder.resolve("page.html");
      findings.write(file, session, found, PageLanguage.ENGLISH);
      page = Files.readString(file);
    }
  }

  @Test
  void tellsWhatIsThereInOrder() {
    assertEquals(
        List.of(
            "The closest confusion",
            "One photograph, two labels",
            "The class that harms most",
            "Labels that are likely wrong"),
        found.stream().map(Finding::heading).toList());
  }

  @Test
  void everyPhotographOfThePageIsInIt() {
    long photographs =
        found.stream().flatMap(f -> f.rows().stream()).mapToLong(r -> r.photographs().size()).sum();
    assertEquals(photographs, page.split("<img ", -1).length - 1);
  }

  @Test
  void namesNoFileInWordsForPeople() {
    List<String> words =
        found.stream()
            .flatMap(f -> f.rows().stream())
            .flatMap(row -> row.photographs().stream())
            .map(Photograph::path)
            .toList();
    assertFalse(words.stream().anyMatch(page::contains), page);
  }

  @Test
  void scoresAreOnOneScaleOnWhichTheStrongestHasThreeDigits() {
    List<String> scores =
        found.get(0).rows().stream()
            .skip(1)
            .flatMap(row -> row.photographs().stream())
            .map(Photograph::detail)
            .toList();

    assertEquals(
        3,
        scores.stream()
            .mapToInt(score -> score.replaceAll("[^0-9]", "").replaceFirst("^0+", "").length())
            .max()
            .orElseThrow(),
        scores::toString);
  }
}
