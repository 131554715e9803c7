package eifexplorer.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.ComputePool;
import eifexplorer.workspace.Fingerprint;
import java.nio.ByteBuffer;

/** The identity of all values of a feature matrix, found once for each matrix while it is in use. */
public final class FeatureContent {
  /** Rows that have a hash together. */
  public static final int ROWS = 64;

  private static final Cache<FeatureMatrix, String> KNOWN =
      Caffeine.newBuilder().weakKeys().build();

  private FeatureContent() {}

  /** Sixteen hexadecimal digits that every bit of every row goes into. */
  public static String digits(FeatureMatrix features) {
    return KNOWN.get(features, FeatureContent::compute);
  }

  private static String compute(FeatureMatrix features) {
    return digits(features.rows(), features.columns(), hashes(features, 0));
  }

  /**
   * Takes over what was found of a matrix elsewhere.
   *
   * @param hashes those of its rows' parts one after the other, each as {@link #hashes} gives them
   */
  public static void know(FeatureMatrix features, long[] hashes) {
    KNOWN.put(features, digits(features.rows(), features.columns(), hashes));
  }

  /**
   * What the digits of a larger matrix are made of, of a part of its rows.
   *
   * @param part the rows
   * @param first which row of the larger matrix the first one is, a multiple of {@link #ROWS}
   */
  public static long[] hashes(FeatureMatrix part, int first) {
    int blocks = (part.rows() + ROWS - 1) / ROWS;
    long[] hashes = new long[blocks];
    ComputePool.shared().forEach(blocks, b -> hashes[b] = block(part, b * ROWS, first + b * ROWS));
    return hashes;
  }

  private static String digits(int rows, int columns, long[] hashes) {
    int blocks = hashes.length;
    int[] halves = new int[2 * blocks];
    ByteBuffer bytes = ByteBuffer.allocate(8);
    for (int b = 0; b < blocks; b++) {
      bytes.putLong(0, hashes[b]);
      halves[2 * b] = bytes.getInt(0);
      halves[2 * b + 1] = bytes.getInt(4);
    }
    return Fingerprint.builder()
        .add("rows", rows)
        .add("columns", columns)
        .add("hashes", halves)
        .build()
        .digits();
  }

  /** A multiplicative hash, ten times as fast as SHA-256: it guards against change, not against an adversary. */
  private static long block(FeatureMatrix features, int from, int place) {
    int to = Math.min(features.rows(), from + ROWS);
    float[] values = new float[(to - from) * features.columns()];
    features.copyRows(from, to, values, 0);
    long hash = place;
    for (float value : values) {
      hash = (hash ^ Float.floatToRawIntBits(value)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
