package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationLineTest {
  @TempDir Path root;

  @Test
  void blankLinesAreCountedButLeftOut() {
    Path file = root.resolve("a.txt");
    new TestFolder(root).bytes("a.txt", "\uFEFFx \r\n \t\r\ny\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of(new AnnotationLine(file, 1, "x"), new AnnotationLine(file, 3, "y")),
        AnnotationLine.read(file));
  }

  @Test
  void latin1IsReadWhereUtf8IsNotValid() {
    new TestFolder(root).bytes("a.txt", "Möwe".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("Möwe", AnnotationLine.read(root.resolve("a.txt")).get(0).text());
  }

  @Test
  void lastFieldMayContainSpaces() {
    AnnotationLine line = new AnnotationLine(root, 1, "7 \t a  b.jpg");
    assertArrayEquals(new String[] {"7", "a  b.jpg"}, line.fields("id", "path"));
  }

  @Test
  void aNumberTooLargeIsToldHowLargeItMayBe() {
    AnnotationLine line = new AnnotationLine(root.resolve("a.txt"), 2, "3 2147483647");
    ProblemException problem =
        assertThrows(ProblemException.class, () -> line.number("2147483647", "The class_id"));
    assertEquals("The class_id is \"2147483647\"", problem.what());
    assertEquals("It should be a whole number from 0 to 999999999.", problem.remedy());
  }

  @Test
  void missingFileIsAProblem() {
    Path absent = root.resolve("absent.txt");
    assertThrows(ProblemException.class, () -> AnnotationLine.read(absent));
  }
}
