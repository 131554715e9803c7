package eifexplorer.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
  @TempDir Path folder;

  private static NdArray read(byte[] bytes) throws IOException {
    return Npy.read(new ByteArrayInputStream(bytes), "test");
  }

  @Test
  void floatsComeBack() throws IOException {
    NdArray array = read(Npy.toBytes(new float[] {1, -2.5f, 3, 4, 5, 6}, 2, 3));

    assertArrayEquals(new long[] {2, 3}, array.shape());
    assertArrayEquals(new float[] {1, -2.5f, 3, 4, 5, 6}, array.floats());
  }

  @Test
  void theHeaderIsWhatNumpyWrites() {
    byte[] bytes = Npy.toBytes(new float[] {1}, 1);

    assertEquals(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }" + " ".repeat(60) + "\n",
        new String(bytes, 10, 118, StandardCharsets.US_ASCII));
  }

  @Test
  void aCutArrayIsRefused() {
    byte[] whole = Npy.toBytes(new float[100], 100);

    assertThrows(ProblemException.class, () -> read(Arrays.copyOf(whole, whole.length - 1)));
  }

  @Test
  void aClaimOfTerabytesIsRefusedBeforeMemoryIsTaken() {
    byte[] header = NpyHeader.encode(NpyHeader.ElementType.FLOAT32, 1L << 40);

    assertThrows(ProblemException.class, () -> read(header));
  }

  @Test
  void somethingElseIsRefused() {
    assertThrows(
        ProblemException.class,
        () -> read("PK this is no array".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void halfPrecisionIsExact() {
    float[] values = {0, 1, -2, 65504, 6.1035156e-5f, 5.9604645e-8f, Float.POSITIVE_INFINITY};
    short[] bits = {0, 0x3c00, (short) 0xc000, 0x7bff, 0x0400, 0x0001, 0x7c00};
    for (int i = 0; i < bits.length; i++) {
      assertEquals(values[i], HalfFloat.toFloat(bits[i]));
    }
  }

  @Test
  void anArchiveKeepsItsArrays() throws IOException {
    Path file = folder.resolve("a.npz");
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      writer
          .put("w", new float[] {1, 2}, 2)
          .put("d", new double[] {.1}, 1)
          .put("n", new long[] {7, 8}, 1, 2);
    }
    try (Npz npz = Npz.open(file)) {
      assertEquals(Set.of("d", "n", "w"), npz.names());
      assertArrayEquals(new double[] {.1}, npz.array("d").doubles());
      assertArrayEquals(new int[] {7, 8}, npz.array("n").requireShape(1, 2).ints());
    }
  }

  @Test
  void aMissingArrayIsNamedWithThoseThereAre() throws IOException {
    Path file = folder.resolve("a.npz");
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      writer.put("w", new float[] {1, 2}, 2);
    }
    try (Npz npz = Npz.open(file)) {
      ProblemException e = assertThrows(ProblemException.class, () -> npz.array("proxies"));
      assertEquals(
          "The archive has no array \"proxies\": " + file + ". It holds: w.", e.getMessage());
    }
  }
}
