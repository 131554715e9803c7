package eifexplorer.influence;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Training features [N,F] in blocks, which all last layers on them share: kept as they are first read if all of them fit, else
 * read again for each pass. Safe for use from any thread.
 */
final class FeatureBlocks {
  private final MatrixMath math;
  private final FeatureMatrix features;
  private final int width;
  private final AtomicReferenceArray<@Nullable SampleBlock> kept;

  /** Blocks of {@code width} samples, kept if all together take at most so many bytes. */
  FeatureBlocks(MatrixMath math, FeatureMatrix features, int width, long mostBytes) {
    this.math = math;
    this.features = features;
    this.width = width;
    long bytes = (long) Float.BYTES * features.rows() * features.columns();
    this.kept = new AtomicReferenceArray<>(bytes <= mostBytes ? count() : 0);
  }

  /** Samples of every block but the last. */
  int width() {
    return width;
  }

  /** How many there are. */
  int count() {
    return (features.rows() + width - 1) / width;
  }

  /** A block by its number. */
  SampleBlock block(int b) {
    SampleBlock known = b < kept.length() ? kept.get(b) : null;
    if (known != null) {
      return known;
    }
    int from = b * width;
    int count = Math.min(width, features.rows() - from);
    SampleBlock read = math.block(features::copyRows, from, count, features.columns());
    return b < kept.length() ? firstKept(b, read.keep()) : read;
  }

  /** The one that is kept: of several passes that read the same block at once, the first's. */
  private SampleBlock firstKept(int b, SampleBlock read) {
    SampleBlock first = kept.compareAndExchange(b, null, read);
    if (first == null) {
      return read;
    }
    read.close();
    return first;
  }

  /** Gives back what is kept, which must not be in use. */
  void close() {
    for (int b = 0; b < kept.length(); b++) {
      SampleBlock block = kept.getAndSet(b, null);
      if (block != null) {
        block.close();
      }
    }
  }
}
