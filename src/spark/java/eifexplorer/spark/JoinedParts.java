package eifexplorer.spark;

import eifexplorer.embedding.FeatureMatrix;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Features in parts, of which the one read last is held: for who goes through them once. Not for several threads. */
final class JoinedParts implements FeatureMatrix {
  private final List<ImagePart> parts;
  private final Function<ImagePart, FeatureMatrix> read;
  private final int columns;
  private int held = -1;
  private @Nullable FeatureMatrix rows;

  /**
   * Parts one after the other.
   *
   * @param parts from the first row to the last
   * @param read gives a part's features
   */
  JoinedParts(List<ImagePart> parts, Function<ImagePart, FeatureMatrix> read) {
    this.parts = parts;
    this.read = read;
    this.columns = part(0).columns();
  }

  @Override
  public int rows() {
    return parts.get(parts.size() - 1).to();
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void copyRows(int from, int to, float[] target, int offset) {
    for (int row = from; row < to; row++) {
      int p = Math.max(0, held);
      while (row < parts.get(p).from()) {
        p--;
      }
      while (row >= parts.get(p).to()) {
        p++;
      }
      int in = row - parts.get(p).from();
      part(p).copyRows(in, in + 1, target, offset + (row - from) * columns);
    }
  }

  private FeatureMatrix part(int p) {
    FeatureMatrix found = rows;
    if (found == null || held != p) {
      found = read.apply(parts.get(p));
      rows = found;
      held = p;
    }
    return found;
  }
}
