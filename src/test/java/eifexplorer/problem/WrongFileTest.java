package eifexplorer.problem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongFileTest {
  private static Optional<String> what(String start) {
    return WrongFile.of(Path.of("weights.pth"), start.getBytes(ISO_8859_1))
        .map(ProblemException::what);
  }

  @ParameterizedTest
  @CsvSource({
    "'\u001f\u008b\b', This is a gzip archive",
    "7z\u00bc\u00af, This is a 7z archive",
    "\u00fd7zXZ, This is an xz archive",
    "\u0089PNG, This is a picture",
    "'  \n<!DOCTYPE html>', This is a web page",
    "version https://git-lfs.github.com, 'This is a Git LFS pointer, not the file it stands for'"
  })
  void filesAreKnownByHowTheyBegin(String start, String what) {
    assertEquals(Optional.of(what), what(start));
  }

  @Test
  void othersAreNot() {
    assertEquals(Optional.empty(), what("path,label"));
    assertEquals(Optional.empty(), what("PK"));
  }
}
