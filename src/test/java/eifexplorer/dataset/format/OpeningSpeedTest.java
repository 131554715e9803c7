package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.SplitChoice;
import eifexplorer.testing.GoldenFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time budgets for opening, in processor time, so that a busy machine does not count. */
class OpeningSpeedTest {
  private static final OpenOptions CHECKED = OpenOptions.standard();
  private final DatasetOpener opener = new DatasetOpener(DatasetFormats.standard());

  @Test
  void inShopOpensInASecond() {
    assertOpens(GoldenFiles.shared("data/annotations/inshop"), CHECKED.withoutFileCheck(), 1);
  }

  @Test
  void aHundredThousandLinesOpenInThreeSeconds(@TempDir Path root) {
    String[] lines = new String[100_001];
    lines[0] = "path,label";
    for (int i = 0; i < 100_000; i++) {
      lines[i + 1] = "class%03d/%06d.jpg,%d".formatted(i % 500, i, i % 500);
    }
    new TestFolder(root).text("list.csv", lines);
    assertOpens(root, CHECKED.withoutFileCheck(), 3);
  }

  @Test
  void aHundredThousandFilesWouldOpenInThreeSeconds(@TempDir Path root) throws IOException {
    int files = 4_000;
    for (int c = 0; c < 40; c++) {
      Path folder = Files.createDirectory(root.resolve("class" + c));
      for (int i = 0; i < files / 40; i++) {
        Files.createFile(folder.resolve(i + ".jpg"));
      }
    }
    assertOpens(root, CHECKED, 3.0 * files / 100_000);
  }

  /** Opens three times; the fastest counts, for the first one also loads classes. */
  private void assertOpens(Path root, OpenOptions options, double seconds) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double fastest = Double.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      long start = threads.getCurrentThreadCpuTime();
      opener.open("auto", root, SplitChoice.usual(), options);
      fastest = Math.min(fastest, (threads.getCurrentThreadCpuTime() - start) / 1e9);
    }
    double taken = fastest;
    assertTrue(taken < seconds, () -> "took " + taken + " s");
  }
}
