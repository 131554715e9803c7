package eifexplorer.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Its paths are those of Linux and macOS")
class PairLinkTest {
  private static final InfluenceEstimators ESTIMATORS = InfluenceEstimators.standard();
  private static final Path FOLDER = Path.of("/tmp/Vögel & co = 100 %+#?");

  private static PairLink link() {
    return new PairLink(
        FOLDER, "m_1", new TestPair(12, 407), "class-pair", "trak", Map.of("lambda", "10"));
  }

  @Test
  void aLinkIsReadAsItWasWritten() {
    assertEquals(link(), PairLink.parse(link().link(), ESTIMATORS));
  }

  @Test
  void aLinkThatAProgramWroteInOtherLettersIsTheSame() {
    String link = link().link().replace("eif-explorer:open", "EIF-Explorer:open");

    assertEquals(link(), PairLink.parse(link, ESTIMATORS));
  }

  @Test
  void aLinkHoldsNothingThatABrowserWouldTakeApart() {
    assertEquals(
        "eif-explorer:open?workspace="
            + "/tmp/V%C3%B6gel%20%26%20co%20%3D%20100%20%25%2B%23%3F"
            + "&model=m_1&pair=12,407&scope=class-pair&estimator=trak&lambda=10",
        link().link());
  }

  @Test
  void theCommandIsQuotedForAShell() {
    assertEquals(
        "eif-explorer open \"/tmp/Vögel & co = 100 %+#?\" --model m_1 --pair 12,407"
            + " --scope class-pair --estimator trak --lambda 10",
        link().command());
  }

  @Test
  void theListGoesWithALinkAndItsCommand() {
    PairLink link =
        new PairLink(
            Path.of("/ws"),
            "",
            new TestPair(1, 2),
            "pair",
            "",
            Map.of(),
            Map.of("wrongClass", "Fish & Crow", "order", "CLASS", "words", ""));

    assertEquals(
        "eif-explorer:open?workspace=/ws&pair=1,2&list.order=CLASS"
            + "&list.wrongClass=Fish%20%26%20Crow",
        link.link());
    assertEquals(link, PairLink.parse(link.link(), ESTIMATORS));
    assertEquals(
        "eif-explorer open /ws --pair 1,2 --list order=CLASS --list \"wrongClass=Fish & Crow\"",
        link.command());
  }

  @Test
  void whereARunsEpochsAreKeptIsInNoLink() {
    PairLink link =
        new PairLink(
            Path.of("/ws"), "", new TestPair(1, 2), "pair", "tracin", Map.of("epochs", "/secret"));

    assertEquals("eif-explorer:open?workspace=/ws&pair=1,2&estimator=tracin", link.link());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eif-explorer:run?workspace=/ws&pair=1,2 | This is no link to a view of EIF Explorer",
        "eif-explorer:open?pair=1,2 | The link names no workspace",
        "eif-explorer:open?workspace=/ws | The link names no pair of test images",
        "eif-explorer:open?workspace=/ws&pair=1,-2 | The link names no pair of test images",
        "eif-explorer:open?workspace=/ws&pair=1,1 |"
            + " A pair needs two different test samples, not 1 and 1",
        "eif-explorer:open?workspace=ws&pair=1,2 |"
            + " The link's workspace is no folder of this computer",
        "eif-explorer:open?workspace=//host/share&pair=1,2 |"
            + " The link's workspace is no folder of this computer",
        "eif-explorer:open?workspace=%5C%5Chost%5Cshare&pair=1,2 |"
            + " The link's workspace is no folder of this computer",
        "eif-explorer:open?workspace=/ws%0A&pair=1,2 |"
            + " The link's workspace is no folder of this computer",
        "eif-explorer:open?workspace=/ws%G&pair=1,2 | The link can't be read",
        "eif-explorer:open?workspace=/ws&pair=1,2&pair=1,3 | The link can't be read",
        "eif-explorer:open?workspace=/ws&pair=1,2&model=../x/y | The link names no model",
        "eif-explorer:open?workspace=/ws&pair=1,2&scope=all | The link has an unknown scope",
        "eif-explorer:open?workspace=/ws&pair=1,2&lambda=1 | The link has an unknown part",
        "eif-explorer:open?workspace=/ws&pair=1,2&list.file=/x | The link has an unknown part",
        "eif-explorer:open?workspace=/ws&pair=1,2&list.words=a%0Ab |"
            + " The link has no value for list.words",
        "eif-explorer:open?workspace=/ws&pair=1,2&estimator=trak&steps=1 |"
            + " The link has an unknown part",
        "eif-explorer:open?workspace=/ws&pair=1,2&estimator=tracin&epochs=/x |"
            + " The link has an unknown part",
        "eif-explorer:open?workspace=/ws&pair=1,2&estimator=trak&lambda=$(x) |"
            + " The link has no value for lambda",
        "eif-explorer:open?workspace=/ws&pair=1,2&estimator=magic | estimator is magic",
      })
  void aLinkWithAnythingThatIsNotKnownIsRefused(String link, String what) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> PairLink.parse(link, ESTIMATORS));

    assertEquals(what, refused.what());
  }

  @Test
  void aLinkWithoutEndIsRefusedInALine() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> PairLink.parse("eif-explorer:" + "a".repeat(9_000), ESTIMATORS));

    assertEquals("eif-explorer:" + "a".repeat(107) + "…", refused.where());
  }
}
