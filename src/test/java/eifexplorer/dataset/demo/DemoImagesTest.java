package eifexplorer.dataset.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoImagesTest {
  private final List<DemoEntry> some =
      DemoImages.entries(0).stream().filter(e -> e.index() == 0).toList();
  private final DemoImages set = new DemoImages(0, Difficulty.STAGE, some);

  @TempDir Path folder;

  @Test
  void paintsTheSamePixelsAgain() {
    assertEquals(checksum(set.paint(some.get(3))), checksum(new DemoImages(0).paint(some.get(3))));
  }

  @Test
  void paintsOtherPixelsForAnotherSeed() {
    assertNotEquals(
        checksum(set.paint(some.get(3))), checksum(new DemoImages(1).paint(some.get(3))));
  }

  @Test
  void writesTheEntriesAndTheManifest() throws IOException {
    set.write(folder.resolve("demo"), done -> {}, () -> false);
    Set<String> expected =
        some.stream().map(DemoEntry::path).collect(Collectors.toCollection(TreeSet::new));
    expected.add(DemoImages.MANIFEST);
    assertEquals(expected, files(folder.resolve("demo")));
  }

  @Test
  void theManifestHoldsBothLabels() throws IOException {
    set.write(folder.resolve("demo"), done -> {}, () -> false);
    List<String> expected = new ArrayList<>(List.of("path,label,split,true_label"));
    some.forEach(
        e -> expected.add(String.join(",", e.path(), e.label(), e.split(), e.trueLabel())));
    assertEquals(expected, Files.readAllLines(folder.resolve("demo/labels.csv")));
  }

  @Test
  void filesHoldThePaintedPixels() throws IOException {
    set.write(folder.resolve("demo"), done -> {}, () -> false);
    BufferedImage read = ImageIO.read(folder.resolve("demo").resolve(some.get(5).path()).toFile());
    BufferedImage copy =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
    copy.createGraphics().drawImage(read, 0, 0, null);
    assertEquals(checksum(set.paint(some.get(5))), checksum(copy));
  }

  @Test
  void reportsEveryPicture() throws IOException {
    Set<Integer> reports = new ConcurrentSkipListSet<>();
    set.write(folder.resolve("demo"), reports::add, () -> false);
    assertEquals(IntStream.rangeClosed(1, 24).boxed().collect(Collectors.toSet()), reports);
  }

  @Test
  void cancelledLeavesNothingBehind() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        CancellationException.class,
        () -> set.write(folder.resolve("demo"), done -> {}, () -> asked.incrementAndGet() > 6));
    assertEquals(Set.of(), files(folder));
  }

  @Test
  void failedLeavesNothingBehind() throws IOException {
    assertThrows(
        IllegalStateException.class,
        () ->
            set.write(
                folder.resolve("demo"),
                done -> {
                  throw new IllegalStateException("full");
                },
                () -> false));
    assertEquals(Set.of(), files(folder));
  }

  @Test
  void takesAnEmptyFolder() throws IOException {
    Files.createDirectory(folder.resolve("demo"));
    set.write(folder.resolve("demo"), done -> {}, () -> false);
    assertEquals(25, files(folder.resolve("demo")).size());
  }

  @Test
  void leavesAFolderInUseAlone() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThrows(
        FileAlreadyExistsException.class, () -> set.write(folder, done -> {}, () -> false));
    assertEquals(Set.of("mine.txt"), files(folder));
  }

  private static Set<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(
              path -> !Files.isDirectory(path) || path.getFileName().toString().startsWith("."))
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static long checksum(BufferedImage picture) {
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    ByteBuffer bytes = ByteBuffer.allocate(4 * pixels.length);
    bytes.asIntBuffer().put(pixels);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
