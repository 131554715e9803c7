package eifexplorer.problem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class RegularFileTest {
  @TempDir Path folder;

  private static String refusal(Executable open) {
    return assertThrows(ProblemException.class, open).getMessage();
  }

  private static List<Executable> waysToOpen(Path file) {
    return List.of(
        () -> RegularFile.of(file),
        () -> RegularFile.in(file).close(),
        () -> RegularFile.reader(file, UTF_8).close(),
        () -> RegularFile.bytes(file, 9),
        () -> RegularFile.text(file),
        () -> RegularFile.lines(file),
        () -> RegularFile.zip(file).close());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceIsNotOpened() {
    for (Executable open : waysToOpen(Path.of("/dev/zero"))) {
      assertEquals(
          "This is a pipe or a device, which may never end: /dev/zero. Write it to a file first.",
          refusal(open));
    }
  }

  @Test
  void aFolderIsNotOpened() {
    for (Executable open : waysToOpen(folder)) {
      assertEquals(
          "This is a folder, where a file is needed: " + folder + ". Choose a file.",
          refusal(open));
    }
  }

  /** Python reads the last of two entries of one name, Java one that it comes across. */
  @Test
  void anArchiveThatHoldsANameTwiceIsRefused() throws IOException {
    Path file = folder.resolve("a.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("labels.npy"));
      zip.putNextEntry(new ZipEntry("labelz.npy"));
    }
    String text = Files.readString(file, ISO_8859_1).replace("labelz", "labels");
    Files.writeString(file, text, ISO_8859_1);
    assertEquals(
        "The archive holds labels.npy twice: " + file + ". Save it again, each name once.",
        refusal(() -> RegularFile.zip(file).close()));
  }

  @Test
  void aFileIsReadWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "é\nb\n");
    assertEquals("é\nb\n", RegularFile.text(file));
    assertEquals(List.of("é", "b"), RegularFile.lines(file));
    assertArrayEquals("é\nb\n".getBytes(UTF_8), RegularFile.bytes(file, 5));
  }

  @Test
  void whatIsTooLargeForMemoryIsNotRead() throws IOException {
    Path file = folder.resolve("large.txt");
    try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
      empty.setLength((256L << 20) + 1);
    }
    String said = "The file is larger than 256 MiB: " + file + ". Check that it is the right file.";
    assertEquals(said, refusal(() -> RegularFile.text(file)));
    assertEquals(said, refusal(() -> RegularFile.lines(file)));
    assertEquals(said, refusal(() -> RegularFile.bytes(file, 256L << 20)));
  }

  @Test
  void aFileThatIsNotThereIsSaidSoByOpeningIt() {
    Path file = folder.resolve("gone");
    assertEquals(file, RegularFile.of(file));
    assertThrows(NoSuchFileException.class, () -> RegularFile.text(file));
  }
}
