package eifexplorer.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassRangesTest {
  private static final List<String> BIRDS =
      List.of(
          "001.Black_footed_Albatross",
          "002.Laysan_Albatross",
          "003.Sooty_Albatross",
          "004.Groove_billed_Ani");

  @Test
  void numbersAndRangesCountFromOne() {
    assertEquals(Set.of(0, 1, 3), ClassRanges.parse(" 1-2, 4 ", BIRDS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "003.Sooty_Albatross",
        "Sooty_Albatross",
        "sooty albatross",
        "003.sooty_albatross",
        "3"
      })
  void aClassGoesByManyNames(String name) {
    assertEquals(Set.of(2), ClassRanges.parse(name, BIRDS));
  }

  @Test
  void namesAndNumbersMix() {
    assertEquals(Set.of(0, 3), ClassRanges.parse("1,groove billed ani", BIRDS));
  }

  @Test
  void aNameWithACommaIsOneName() {
    assertEquals(Set.of(1), ClassRanges.parse("Chair, red", List.of("Chair", "Chair, red")));
  }

  @Test
  void unknownNameGetsTheNearest() {
    assertEquals(
        "There is no class \"Sooti_Albatros\". Did you mean \"Sooty Albatross\"? Nearest names:"
            + " 003.Sooty_Albatross, 002.Laysan_Albatross, 001.Black_footed_Albatross.",
        refused("Sooti_Albatros"));
  }

  @Test
  void numberBeyondTheListIsRefused() {
    assertEquals(
        "The class range 1-5 does not fit. The classes are numbered 1"
            + " (001.Black_footed_Albatross) to 4 (004.Groove_billed_Ani).",
        refused("1-5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3-2", "1-999999999", "", " , ", "99999999999"})
  void nonsenseIsRefused(String text) {
    assertThrows(ProblemException.class, () -> ClassRanges.parse(text, BIRDS));
  }

  @Test
  void aNameNearAMisspeltOneIsProposed() {
    List<String> names = List.of("001.Black_footed_Albatross", "002.Laysan_Albatross");
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> ClassRanges.parse("blackfoted albatross", names));
    assertTrue(
        problem.remedy().startsWith("Did you mean \"Black footed Albatross\"? Nearest names: 001."),
        problem.remedy());
    assertEquals(Set.of(0), ClassRanges.parse("Black footed Albatross", names), "can be copied");
    problem = assertThrows(ProblemException.class, () -> ClassRanges.parse("zebra", names));
    assertTrue(problem.remedy().startsWith("Nearest names"), problem.remedy());
  }

  @Test
  void ambiguousNameIsRefused() {
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> ClassRanges.parse("OAK", List.of("001.Oak", "002.Oak")));
    assertEquals(
        "The class name \"OAK\" fits more than one class. Give the number: 1 or 2.",
        problem.getMessage());
  }

  private static String refused(String text) {
    return assertThrows(ProblemException.class, () -> ClassRanges.parse(text, BIRDS)).getMessage();
  }
}
