package eifexplorer.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"(9999999999999, 99999)", "(0, 9999999999999)", "(4294967296, 0)"})
  void axesLongerThanAnArrayMayBeAreRefused(String shape) {
    byte[] file =
        file("{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }", bytes());

    ProblemException refused = assertThrows(ProblemException.class, () -> read(file));

    assertEquals(
        "An array's shape " + shape.replace('(', '[').replace(')', ']') + " is too large",
        refused.what());
  }

  @Test
  void theHeaderIsWhatNumpyWrites() {
    byte[] bytes = Npy.toBytes(new float[] {1}, 1);

    assertEquals(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }" + " ".repeat(60) + "\n",
        new String(bytes, 10, 118, StandardCharsets.US_ASCII));
  }

  /** A file as numpy writes it, with this description and these bytes. */
  private static byte[] file(String dict, byte[] data) {
    int total = (10 + dict.length() + 64) / 64 * 64;
    ByteBuffer out = ByteBuffer.allocate(total + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) (total - 10));
    out.put(
        (dict + " ".repeat(total - 11 - dict.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
    return out.put(data).array();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void fortransOrderIsBroughtIntoRows() throws IOException {
    byte[] file =
        file("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }", bytes(1, 4, 2, 5, 3, 6));
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, read(file).floats());
    Path path = Files.write(folder.resolve("f.npy"), file);
    float[] streamed = new float[6];
    try (NpyReader reader = NpyReader.open(path)) {
      reader.read(streamed, 0, 6);
    }
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, streamed);
  }

  @Test
  void threeAxesInFortransOrderAreBroughtIntoRowsToo() throws IOException {
    byte[] file =
        file(
            "{'descr': '|i1', 'fortran_order': True, 'shape': (2, 2, 2), }",
            bytes(0, 4, 2, 6, 1, 5, 3, 7));
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, read(file).ints());
  }

  @Test
  void textInFortransOrderKeepsItsWords() throws IOException {
    byte[] file =
        file(
            "{'descr': '|S2', 'fortran_order': True, 'shape': (2, 2), }",
            "abefcdgh".getBytes(StandardCharsets.US_ASCII));
    assertEquals(List.of("ab", "cd", "ef", "gh"), read(file).strings());
  }

  @ParameterizedTest
  @CsvSource({"<u2, 2", "<u4, 4", "<u8, 8"})
  void unsignedNumbersAreRead(String type, int width) throws IOException {
    byte[] data = new byte[2 * width];
    data[0] = 7;
    data[width + 1] = (byte) 0xff;
    assertArrayEquals(
        new int[] {7, 0xff00},
        read(file("{'descr': '" + type + "', 'fortran_order': False, 'shape': (2,), }", data))
            .ints());
  }

  @ParameterizedTest
  @CsvSource({"|O, Python objects", "<c8, type c8", "<M8[ns], type M8[ns] are", "|V8, type V8 are"})
  void whatIsNoNumberIsRefusedInWords(String type, String word) {
    byte[] file =
        file("{'descr': '" + type + "', 'fortran_order': False, 'shape': (1,), }", new byte[8]);
    String message = assertThrows(ProblemException.class, () -> read(file)).getMessage();
    assertTrue(message.contains(word), message);
  }

  @Test
  void aFlippedBitIsNoticedByTheArchivesSum() throws IOException {
    Path file = folder.resolve("a.npz");
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      writer.put("w", new float[] {1, 2, 3, 4}, 4);
    }
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length - 3; i++) {
      if (bytes[i] == 0
          && bytes[i + 1] == 0
          && bytes[i + 2] == (byte) 0x80
          && bytes[i + 3] == 0x3f) {
        bytes[i + 2] = (byte) 0x81;
      }
    }
    Files.write(file, bytes);
    try (Npz npz = Npz.open(file)) {
      assertThrows(ProblemException.class, () -> npz.array("w"));
      try (NpyReader reader = npz.reader("w")) {
        assertThrows(ProblemException.class, () -> reader.read(new float[4], 0, 4));
      }
    }
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
