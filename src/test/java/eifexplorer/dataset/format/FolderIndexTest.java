package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderIndexTest {
  @TempDir Path root;
  private FolderIndex index;

  @BeforeEach
  void write() {
    new TestFolder(root).files("a.jpg", "x/b.jpg", "x/y/c.jpg");
    index = new FolderIndex(root, LinkBounds.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jpg", "x/b.jpg", "x/y/c.jpg"})
  void filesThatAreThereAreNotAbsent(String path) {
    assertEquals(Optional.empty(), index.absence(path));
  }

  @Test
  void anImageOfOtherCaseIsNamed(@TempDir Path other) {
    new TestFolder(other).files("a/i0.png");

    assertEquals(
        Optional.of("the file is not there, but i0.png is"),
        new FolderIndex(other, LinkBounds.none()).absence("a/I0.PNG"));
  }

  @Test
  void missingFileIsNamedAsSuch() {
    assertEquals(Optional.of("the file is not there"), index.absence("x/c.jpg"));
  }

  @Test
  void theUppermostMissingFolderIsNamed() {
    assertEquals(Optional.of("the folder z is not there"), index.absence("z/y/x/c.jpg"));
  }

  @Test
  void aFileIsNoFolder() {
    assertEquals(Optional.of("the folder a.jpg is not there"), index.absence("a.jpg/c.jpg"));
  }
}
