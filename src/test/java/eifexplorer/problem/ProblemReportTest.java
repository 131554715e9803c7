package eifexplorer.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemReportTest {
  @Test
  void factsComeFirst() {
    assertEquals(
        "EIF Explorer 1.0\nJava 17\n\nLast lines of the log\na\nb\n",
        ProblemReport.of(List.of("EIF Explorer 1.0", "Java 17"), List.of("a", "b")));
  }

  @Test
  void anEmptyLogIsSaid() {
    assertEquals(
        "x\n\nLast lines of the log\n(nothing is logged)\n",
        ProblemReport.of(List.of("x"), List.of()));
  }

  @Test
  void namesOfFilesAndFoldersAreHidden() {
    assertEquals(
        """
        The picture can't be read: ‹path› (truncated)
        C: ‹path› and ‹path› too
        Kept at ‹path›, which is full
        \tat java.base/java.util.List.of(List.java:12)
        images of "‹path›"
        """,
        ProblemReport.withoutPaths(
            """
            The picture can't be read: /home/ann/birds/001.Crow/a_1.jpg (truncated)
            C: D:\\photos\\x.png and Crow_2.JPG too
            Kept at /home/Ann Lee/My set, which is full
            \tat java.base/java.util.List.of(List.java:12)
            images of "images/002.Owl/b.tiff"
            """,
            List.of("/home/Ann Lee", "/home/Ann Lee/My set"),
            List.of()));
  }

  @Test
  void namesOfPeopleAreHiddenAsWholeWords() {
    assertEquals(
        "‹name› waits for ‹name›; Annex, Joann stay\n\tat ann.Ann.run(Ann.java:1)\n",
        ProblemReport.withoutPaths(
            "Ann waits for Jörg Müller; Annex, Joann stay\n\tat ann.Ann.run(Ann.java:1)",
            List.of(),
            List.of("Ann", "Jörg Müller", "")));
  }

  @Test
  void aNameWithoutLettersHidesNothing() {
    assertEquals(
        "Is Ann here? - No.\n",
        ProblemReport.withoutPaths("Is Ann here? - No.", List.of(), List.of("?", "-", " ")));
  }

  @Test
  void aWordOfAMillionLettersStays() {
    String word = "x".repeat(1_000_000) + "$1";

    assertEquals(word + "\n", ProblemReport.withoutPaths(word, List.of(), List.of()));
  }
}
