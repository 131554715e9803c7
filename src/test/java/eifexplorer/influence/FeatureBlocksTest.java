package eifexplorer.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.SampleBlock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureBlocksTest {
  private final FeatureBlocks blocks =
      new FeatureBlocks(new JavaMatrixMath(), new AskedMeanwhile(), 2, 1 << 20);

  private boolean asked;
  private @Nullable SampleBlock meanwhile;

  /** While it is read first, another reads it whole. */
  private final class AskedMeanwhile implements FeatureMatrix {
    @Override
    public int rows() {
      return 2;
    }

    @Override
    public int columns() {
      return 2;
    }

    @Override
    public void copyRows(int from, int to, float[] target, int offset) {
      if (!asked) {
        asked = true;
        meanwhile = blocks.block(0);
      }
      System.arraycopy(new float[] {1, 2, 3, 4}, 2 * from, target, offset, 2 * (to - from));
    }
  }

  @Test
  void whoReadsABlockThatAnotherReadMeanwhileTakesTheOthers() {
    SampleBlock read = blocks.block(0);

    assertSame(meanwhile, read);
    assertSame(read, blocks.block(0));
    assertArrayEquals(new float[][] {{1, 3}, {2, 4}}, read.columns());
  }
}
