package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRowsTest {
  @TempDir Path folder;

  private FeatureMatrix kept(String name, int rows) {
    float[] values = new float[rows * 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Path file = folder.resolve(name);
    FeatureFile.write(file, new HeapFeatures(values, rows, 2), JobContext.unattended());
    return FeatureFile.open(file);
  }

  @Test
  void aRangeOfAFilesRowsIsOpenedAgain() {
    StoredRows range = StoredRows.of(kept("a.npy", 9)).orElseThrow().range(2, 8).range(1, 3);

    assertEquals(2, range.size());
    assertArrayEquals(new float[] {6, 7, 8, 9}, range.open().toArray());
  }

  @Test
  void rowsChosenTwiceOverKeepTheirOrder() {
    FeatureMatrix once = SelectedRows.of(kept("a.npy", 9), new int[] {8, 1, 5, 0});
    FeatureMatrix twice = SelectedRows.of(once, new int[] {2, 0, 1});

    StoredRows rows = StoredRows.of(twice).orElseThrow();

    assertArrayEquals(twice.toArray(), rows.open().toArray());
    assertArrayEquals(new float[] {16, 17, 2, 3}, rows.range(1, 3).open().toArray());
  }

  @Test
  void rowsInMemoryAreNowhere() {
    assertEquals(Optional.empty(), StoredRows.of(new HeapFeatures(new float[4], 2, 2)));
  }

  @Test
  void aFileThatGotShorterIsRefused() {
    StoredRows rows = StoredRows.of(kept("a.npy", 9)).orElseThrow();
    kept("a.npy", 4);

    assertThrows(ProblemException.class, rows::open);
  }
}
