package eifexplorer.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.array.Npy;
import eifexplorer.embedding.MappedFeatures;
import eifexplorer.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowPartTest {
  private static final int ROWS = 200;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("train.npy");
    float[] values = new float[ROWS];
    IntStream.range(0, ROWS).forEach(i -> values[i] = i);
    Files.write(file, Npy.toBytes(values, ROWS, 1));
  }

  private List<RowPart> cut(int count) {
    return RowParts.of(MappedFeatures.open(file), new int[0], count);
  }

  @Test
  void partsAreNeverSmallerThanWhatHasAHashTogether() {
    List<RowPart> parts = cut(Integer.MAX_VALUE);

    assertEquals(
        List.of(0, 64, 128, 192), parts.stream().map(RowPart::from).toList());
    assertEquals(ROWS, parts.get(3).to());
    assertArrayEquals(new float[] {192, 193, 194, 195, 196, 197, 198, 199}, parts.get(3).open().toArray());
  }

  @Test
  void aMachineThatDoesNotSeeTheFeaturesSaysSo() throws Exception {
    RowPart part = cut(1).get(0);
    Files.delete(file);

    ProblemException problem = assertThrows(ProblemException.class, part::open);

    assertEquals(
        "Put it into a file system that all machines see under the same path.", problem.remedy());
    assertEquals(file.toString(), problem.where());
  }
}
