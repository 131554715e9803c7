package eifexplorer.dataset.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
  private final List<DemoEntry> some =
      DemoImages.entries(0).stream().filter(e -> e.index() == 0).toList();
  private final DemoImages set = new DemoImages(0, Difficulty.STAGE, some);

  @TempDir Path root;

  @Test
  void theListHoldsBothLabels() throws IOException {
    new DemoFolder(root, set).list();

    List<String> expected = new ArrayList<>(List.of("path,label,split,true_label"));
    some.forEach(
        e -> expected.add(String.join(",", e.path(), e.label(), e.split(), e.trueLabel())));
    assertEquals(expected, Files.readAllLines(root.resolve("labels.csv")));
  }

  @Test
  void allPicturesAreWrittenAndNothingElse() throws IOException {
    new DemoFolder(root, set).ensureAll(true, JobContext.unattended());

    Set<String> expected =
        some.stream().map(DemoEntry::path).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, files());
  }

  @Test
  void oneIsPaintedWhenItIsLookedAt() throws IOException {
    new DemoFolder(root, set).ensure(root.resolve(some.get(5).path()));

    assertEquals(Set.of(some.get(5).path()), files());
    BufferedImage read = ImageIO.read(root.resolve(some.get(5).path()).toFile());
    BufferedImage copy =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
    copy.createGraphics().drawImage(read, 0, 0, null);
    assertEquals(DemoImagesTest.checksum(set.paint(some.get(5))), DemoImagesTest.checksum(copy));
  }

  @Test
  void aPictureThatIsThereIsLeftAlone() throws IOException {
    Path file = root.resolve(some.get(0).path());
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1, 2});

    new DemoFolder(root, set).ensure(file);
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(file));
  }

  @Test
  void filesOfOthersAreNotMade() throws IOException {
    new DemoFolder(root, set).ensure(root.resolve("images/train/mine.png"));

    assertEquals(Set.of(), files());
  }

  @Test
  void cancellingKeepsWhatIsPainted() throws IOException {
    JobContext afterOne =
        new JobContext() {
          private volatile long done;

          @Override
          public void progress(long now, long total, String unit) {
            done = now;
          }

          @Override
          public void log(String line) {}

          @Override
          public boolean cancelled() {
            return done > 0;
          }
        };
    assertThrows(
        JobCancelledException.class, () -> new DemoFolder(root, set).ensureAll(false, afterOne));
    new DemoFolder(root, set).ensureAll(true, JobContext.unattended());

    assertEquals(some.size(), files().size());
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
