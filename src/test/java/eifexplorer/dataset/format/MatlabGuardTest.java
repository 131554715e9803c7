package eifexplorer.dataset.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Struct;

class MatlabGuardTest {
  private static final Path FILE = Path.of("cars.mat");
  private static final int CELL = 1;
  private static final int STRUCTURE = 2;

  @TempDir Path folder;

  @Test
  void soundFilePasses() throws IOException {
    byte[] sound = sound();
    assertDoesNotThrow(() -> MatlabGuard.check(sound, FILE));
  }

  @Test
  void version73IsNamed() {
    byte[] hdf = Arrays.copyOf("MATLAB 7.3 MAT-file, Platform: GLNXA64".getBytes(UTF_8), 600);
    ProblemException refused =
        assertThrows(ProblemException.class, () -> MatlabGuard.check(hdf, FILE));
    assertTrue(refused.getMessage().contains("-v7"), refused.getMessage());
  }

  @Test
  void cutFilesAreReadOrRefused() throws IOException {
    byte[] sound = sound();
    for (int length = 0; length < sound.length; length++) {
      readOrRefuse(Arrays.copyOf(sound, length));
    }
  }

  @Test
  void filesWithAWrongByteAreReadOrRefused() throws IOException {
    byte[] sound = sound();
    for (int i = 128; i < sound.length; i++) {
      for (int bit = 1; bit < 256; bit <<= 1) {
        byte[] wrong = sound.clone();
        wrong[i] ^= (byte) bit;
        readOrRefuse(wrong);
      }
    }
  }

  /** Fails with anything but a {@link ProblemException}. */
  private void readOrRefuse(byte[] bytes) throws IOException {
    Path file = folder.resolve("wrong.mat");
    // Writing over a file waits for the disk, a new one does not.
    Files.deleteIfExists(file);
    Files.write(file, bytes);
    try {
      CarsAnnotations.read(file).entries("fname", "class");
    } catch (ProblemException expected) {
      assertTrue(expected.where().startsWith(file.toString()));
    }
  }

  @Test
  void elementLongerThanTheFileIsRefused() {
    ByteBuffer body = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    body.putInt(14).putInt(Integer.MAX_VALUE);
    assertEquals(
        "The MATLAB file is broken: an element of 2147483647 bytes is cut short",
        refusal(body.array()));
  }

  @Test
  void hugeCellArrayIsRefused() {
    assertEquals(
        "The MATLAB file is broken: an array has more elements than bytes",
        refusal(array(CELL, 1, 500_000_000)));
  }

  @Test
  void overflowingDimensionsAreRefused() {
    assertEquals(
        "The MATLAB file is broken: an array has more elements than bytes",
        refusal(array(CELL, 65536, 65536)));
  }

  @Test
  void structureWithManyFieldsOfManyElementsIsRefused() {
    assertEquals(
        "The MATLAB file is broken: an array has more elements than bytes",
        refusal(array(STRUCTURE, 1, 60)));
  }

  @Test
  void compressedBombIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 65; i++) {
        deflater.write(zeros);
      }
    }
    byte[] bytes = packed.toByteArray();
    ByteBuffer body = ByteBuffer.allocate(8 + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
    body.putInt(15).putInt(bytes.length).put(bytes);
    assertEquals(
        "The MATLAB file is broken: it unpacks to more than 64 MiB", refusal(body.array()));
  }

  private static String refusal(byte[] body) {
    byte[] file = new byte[128 + body.length];
    file[126] = 'I';
    file[127] = 'M';
    System.arraycopy(body, 0, file, 128, body.length);
    return assertThrows(ProblemException.class, () -> MatlabGuard.check(file, FILE)).what();
  }

  /** An array of a class with these dimensions, no name, and (as a structure) 64 fields of one letter, without contents. */
  private static byte[] array(int arrayClass, int rows, int columns) {
    ByteBuffer body = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    body.putInt(14).putInt(120);
    body.putInt(6).putInt(8).putInt(arrayClass).putInt(0);
    body.putInt(5).putInt(8).putInt(rows).putInt(columns);
    body.putInt(1).putInt(0);
    body.putInt(4 << 16 | 5).putInt(1);
    body.putInt(1).putInt(64);
    return body.array();
  }

  private byte[] sound() throws IOException {
    Struct annotations = Mat5.newStruct(1, 2);
    for (int i = 0; i < 2; i++) {
      annotations.set("fname", i, Mat5.newString("0000" + i + ".jpg"));
      annotations.set("class", i, Mat5.newScalar(i + 1));
    }
    Path file = folder.resolve("sound.mat");
    try (Sink sink = Sinks.newStreamingFile(file.toFile())) {
      Mat5.newWriter(sink)
          .setDeflateLevel(Deflater.NO_COMPRESSION)
          .writeMat(Mat5.newMatFile().addArray("annotations", annotations));
    }
    return Files.readAllBytes(file);
  }
}
