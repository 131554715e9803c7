package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureWriterTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("train.npy");
  }

  private static float[] rows(int from, int to) {
    float[] values = new float[(to - from) * 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = from * 2 + i;
    }
    return values;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void nothingIsLeftButTheFile() throws IOException {
    try (FeatureWriter writer = FeatureWriter.open(file, 3, 2)) {
      writer.append(rows(0, 2), 2);
      assertFalse(Files.exists(file));
      writer.append(rows(2, 3), 1);
      assertArrayEquals(rows(0, 3), writer.finish().toArray());
    }
    assertEquals(List.of("train.npy"), files());
  }

  @Test
  void stoppedWriterGoesOn() {
    try (FeatureWriter writer = FeatureWriter.open(file, 5, 2)) {
      writer.append(rows(0, 3), 3);
    }
    try (FeatureWriter writer = FeatureWriter.open(file, 5, 2)) {
      assertEquals(3, writer.completedRows());
      writer.append(rows(3, 5), 2);
      assertArrayEquals(rows(0, 5), writer.finish().toArray());
    }
  }

  /** What a killed process leaves: rows beyond the noted count, the last of them torn. */
  @Test
  void killedWriterKeepsNotedRows() throws IOException {
    Path killed = folder.resolve("killed.npy");
    try (FeatureWriter writer = FeatureWriter.open(file, 5, 2)) {
      writer.append(rows(0, 2), 2);
      writer.checkpoint();
      writer.append(rows(2, 4), 2);
      byte[] part = Files.readAllBytes(folder.resolve("train.npy.part"));
      part[part.length - 1] ^= 0x55;
      Files.write(folder.resolve("killed.npy.part"), part);
      Files.copy(folder.resolve("train.npy.part.rows"), folder.resolve("killed.npy.part.rows"));
    }
    try (FeatureWriter writer = FeatureWriter.open(killed, 5, 2)) {
      assertEquals(2, writer.completedRows());
      writer.append(rows(2, 5), 3);
      assertArrayEquals(rows(0, 5), writer.finish().toArray());
    }
  }

  @Test
  void otherShapeStartsAnew() {
    try (FeatureWriter writer = FeatureWriter.open(file, 5, 2)) {
      writer.append(rows(0, 3), 3);
    }
    try (FeatureWriter writer = FeatureWriter.open(file, 4, 2)) {
      assertEquals(0, writer.completedRows());
    }
  }

  @Test
  void tornNoteStartsAnew() throws IOException {
    try (FeatureWriter writer = FeatureWriter.open(file, 5, 2)) {
      writer.append(rows(0, 3), 3);
    }
    Files.writeString(folder.resolve("train.npy.part.rows"), "   \0\0");
    try (FeatureWriter writer = FeatureWriter.open(file, 5, 2)) {
      assertEquals(0, writer.completedRows());
    }
  }

  @Test
  void noteBeyondTheFileIsNotBelieved() throws IOException {
    try (FeatureWriter writer = FeatureWriter.open(file, 5, 2)) {
      writer.append(rows(0, 3), 3);
    }
    Files.writeString(folder.resolve("train.npy.part.rows"), "999");
    try (FeatureWriter writer = FeatureWriter.open(file, 5, 2)) {
      assertEquals(3, writer.completedRows());
    }
  }

  @Test
  void secondWriterIsRefused() {
    try (FeatureWriter first = FeatureWriter.open(file, 5, 2)) {
      first.append(rows(0, 3), 3);
      assertThrows(ProblemException.class, () -> FeatureWriter.open(file, 5, 2));
      assertEquals(3, first.completedRows());
    }
  }

  @Test
  void valuesThatAreNotFiniteAreNamed() {
    try (FeatureWriter writer = FeatureWriter.open(file, 5, 2)) {
      writer.append(rows(0, 3), 3);
      ProblemException e =
          assertThrows(
              ProblemException.class, () -> writer.append(new float[] {1, 2, 3, Float.NaN}, 2));
      assertTrue(e.getMessage().startsWith("Row 4, column 1 of the features is NaN"));
    }
  }

  @Test
  void fullDiskIsToldBeforehand() {
    ProblemException e =
        assertThrows(
            ProblemException.class, () -> FeatureWriter.open(file, Integer.MAX_VALUE, 1 << 27));
    assertTrue(e.getMessage().startsWith("The features need"), e.getMessage());
  }
}
