package eifexplorer.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.array.NpyHeader.ElementType;
import eifexplorer.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("a.npz");
  }

  @Test
  void stringsComeBack() throws IOException {
    List<String> paths = List.of("a/1.jpg", "Türe/\uD83D\uDC26.png", "");
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      writer.put("paths", paths);
    }
    try (Npz npz = Npz.open(file)) {
      assertEquals(paths, npz.array("paths").strings());
    }
  }

  @Test
  void byteStringsAsNumpyWritesThem() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(NpyHeader.encode(ElementType.BYTES, 2, 5));
    bytes.write("ab\0\0\0cdefg".getBytes(StandardCharsets.US_ASCII));
    assertTrue(bytes.toString(StandardCharsets.ISO_8859_1).contains("'descr': '|S5'"));
    NdArray array = Npy.read(new ByteArrayInputStream(bytes.toByteArray()), "x");
    assertEquals(List.of("ab", "cdefg"), array.strings());
  }

  @Test
  void textIsNotReadAsNumbers() throws IOException {
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      writer.put("labels", List.of("crow"));
    }
    try (Npz npz = Npz.open(file)) {
      NdArray array = npz.array("labels");
      ProblemException e = assertThrows(ProblemException.class, array::ints);
      assertTrue(e.getMessage().contains("(labels)"), e.getMessage());
    }
  }

  @Test
  void whatMacOsZipsBesideTheArraysIsNone() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : List.of("x._y.npy", "__MACOSX/._x.npy", "._x.npy", "a/._x.npy")) {
        zip.putNextEntry(new ZipEntry(name));
      }
    }
    try (Npz npz = Npz.open(file)) {
      assertEquals(Set.of("x._y"), npz.names());
    }
  }

  @Test
  void missingArrayIsNamedWithWhatThereIs() throws IOException {
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      writer.put("bias", new float[2], 2);
    }
    try (Npz npz = Npz.open(file)) {
      ProblemException e = assertThrows(ProblemException.class, () -> npz.array("weight"));
      assertEquals(
          "The archive has no array \"weight\": " + file + ". It holds: bias.", e.getMessage());
    }
  }

  @Test
  void hugeClaimIsRefusedBeforeMemoryIsTaken() throws IOException {
    putRaw("big", NpyHeader.encode(ElementType.FLOAT32, 1L << 40), 0);
    try (Npz npz = Npz.open(file)) {
      assertThrows(ProblemException.class, () -> npz.array("big"));
      assertThrows(ProblemException.class, () -> npz.reader("big"));
    }
  }

  @Test
  void overflowingShapeIsRefused() throws IOException {
    putRaw("big", NpyHeader.encode(ElementType.FLOAT32, 1L << 40, 1L << 40), 0);
    try (Npz npz = Npz.open(file)) {
      assertThrows(ProblemException.class, () -> npz.array("big"));
      assertThrows(ProblemException.class, () -> npz.reader("big"));
    }
  }

  @Test
  void bombIsRefusedByShareOfMemory() throws IOException {
    long half = Runtime.getRuntime().maxMemory() / 2;
    long count = half / 4 + 1024;
    putRaw("zeros", NpyHeader.encode(ElementType.FLOAT32, count), 1 << 20);
    try (Npz npz = Npz.open(file)) {
      ProblemException e = assertThrows(ProblemException.class, () -> npz.array("zeros"));
      assertTrue(e.getMessage().contains("-Xmx"), e.getMessage());
    }
  }

  @Test
  void arraysMustFitTogether() throws IOException {
    long quarter = Runtime.getRuntime().maxMemory() / 4;
    putRaw("zeros", NpyHeader.encode(ElementType.UINT8, quarter + 1), 16);
    try (Npz npz = Npz.open(file)) {
      assertThrows(ProblemException.class, () -> npz.requireFit("zeros", "absent"));
    }
  }

  @Test
  void fewBytesAreNoArray() {
    byte[] few = Arrays.copyOf(NpyHeader.encode(ElementType.INT8, 0), 14);
    few[8] = 0;
    assertThrows(ProblemException.class, () -> Npy.read(new ByteArrayInputStream(few), "x"));
  }

  @Test
  void rowsAreWrittenInPieces() throws IOException {
    float[][] blocks = {{1, 2, 3, 4}, {5, 6}, {}};
    int[] next = {0};
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(file))) {
      writer.put("x", () -> blocks[next[0]++], 3, 2);
    }
    try (Npz npz = Npz.open(file);
        NpyReader reader = npz.reader("x")) {
      float[] all = new float[7];
      reader.read(all, 1, 2);
      reader.read(all, 3, 4);
      assertEquals(
          List.of(0f, 1f, 2f, 3f, 4f, 5f, 6f),
          List.of(all[0], all[1], all[2], all[3], all[4], all[5], all[6]));
      assertThrows(ProblemException.class, () -> reader.read(all, 0, 1));
    }
  }

  private void putRaw(String name, byte[] header, int zeros) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name + ".npy"));
      zip.write(header);
      zip.write(new byte[zeros]);
    }
  }
}
