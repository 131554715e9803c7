package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The neighbours of n queries as a search hands them over, k each: on the heap if they take no more than a share of it, else
 * in {@link TemporaryRows}. The same values either way. Different queries may be put from any thread.
 */
final class KeptNeighbours implements NeighbourVisitor {
  private static final int BYTES = Integer.BYTES + Double.BYTES;

  private final int rows;
  private final int k;
  private final int @Nullable [] indices;
  private final double[] distances;

  /** A row holds k indices, each with 1 added so that 0 means none, then k distances. */
  private final ByteBuffer[] segments;

  private final int rowsPerSegment;

  /** Room for n queries. Throws {@link ProblemException} if they fit neither the heap's share nor the disk. */
  KeptNeighbours(int rows, int k) {
    this(rows, k, TemporaryRows.mostHeapBytes(), TemporaryRows.SEGMENT_BYTES);
  }

  /**
   * As the other one.
   *
   * @param mostBytes on the heap
   * @param segmentBytes mapped at once
   */
  KeptNeighbours(int rows, int k, long mostBytes, long segmentBytes) {
    this.rows = rows;
    this.k = k;
    long all = (long) rows * k;
    if (all * BYTES <= mostBytes && all < Integer.MAX_VALUE - 8) {
      this.indices = new int[rows * k];
      this.distances = new double[rows * k];
      Arrays.fill(indices, NeighbourTable.NONE);
      Arrays.fill(distances, Double.NaN);
      this.segments = new ByteBuffer[0];
      this.rowsPerSegment = rows;
    } else {
      TemporaryRows file = new TemporaryRows(rows, (long) k * BYTES, segmentBytes);
      this.indices = null;
      this.distances = new double[0];
      this.segments = file.segments();
      this.rowsPerSegment = file.rowsPerSegment();
    }
  }

  /** n. */
  int rows() {
    return rows;
  }

  /** k. */
  int k() {
    return k;
  }

  @Override
  public void visit(int query, int[] found, double[] foundDistances) {
    if (indices != null) {
      System.arraycopy(found, 0, indices, query * k, found.length);
      System.arraycopy(foundDistances, 0, distances, query * k, found.length);
      return;
    }
    ByteBuffer segment = segment(query);
    for (int p = 0; p < found.length; p++) {
      segment.putInt(indexAt(query, p), found[p] + 1);
      segment.putDouble(distanceAt(query, p), foundDistances[p]);
    }
  }

  /** {@link NeighbourTable#NONE} where nothing was put. */
  int index(int query, int position) {
    return indices == null
        ? segment(query).getInt(indexAt(query, position)) - 1
        : indices[query * k + position];
  }

  /** Not a number where nothing was put. */
  double distance(int query, int position) {
    if (indices != null) {
      return distances[query * k + position];
    }
    return index(query, position) == NeighbourTable.NONE
        ? Double.NaN
        : segment(query).getDouble(distanceAt(query, position));
  }

  private ByteBuffer segment(int query) {
    return segments[query / rowsPerSegment];
  }

  private int indexAt(int query, int position) {
    return query % rowsPerSegment * k * BYTES + position * Integer.BYTES;
  }

  private int distanceAt(int query, int position) {
    return indexAt(query, k) + position * Double.BYTES;
  }
}
