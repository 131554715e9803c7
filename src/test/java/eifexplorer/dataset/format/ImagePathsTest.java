package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePathsTest {
  private static final Place PLACE = Place.line(Path.of("list.txt"), 4);

  @ParameterizedTest
  @CsvSource({
    "a/b.jpg, a/b.jpg",
    "./a//b.jpg, a/b.jpg",
    "a\\b.jpg, a/b.jpg",
    "a/x/../b.jpg, a/b.jpg",
    "a/.../b..jpg, a/.../b..jpg",
    ".hidden.jpg, .hidden.jpg"
  })
  void pathsAreMadeNormal(String given, String normal) {
    assertEquals(normal, ImagePaths.relative(given, PLACE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a/..",
        "..",
        "../b.jpg",
        "a/../../b.jpg",
        "a\\..\\..\\b.jpg",
        "/b.jpg",
        "\\\\host\\b.jpg",
        "C:/b.jpg",
        "c:b.jpg",
        "a\0b.jpg"
      })
  void otherPathsAreRefusedWithTheirPlace(String given) {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> ImagePaths.relative(given, PLACE));
    assertEquals("list.txt, line 4", problem.where());
  }

  @Test
  void imagesGoByTheEndOfTheirName() {
    assertTrue(ImagePaths.isImage("x.tar.JPeG"));
  }
}
