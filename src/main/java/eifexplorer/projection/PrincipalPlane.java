package eifexplorer.projection;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.PrincipalDirections;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;

/** Points seen along the two directions in which they vary most. */
final class PrincipalPlane {
  private static final int BLOCK = 4096;

  private PrincipalPlane() {}

  /**
   * Places [n,2], their mean at 0; those of points with one column lie on a line. In the units of the points, unless they are
   * so far apart that a map has no room for them: then all is made smaller.
   */
  static float[] of(ProjectionPoints points, MatrixMath math, JobContext context) {
    FeatureMatrix rows = points.rows();
    int kept = Math.min(2, rows.columns());
    float[] directions = new PrincipalDirections(math).of(rows, kept, context);
    float[] places = new float[2 * rows.rows()];
    float[] product = new float[BLOCK * kept];
    for (int from = 0; from < rows.rows(); from += BLOCK) {
      context.checkCancelled();
      int to = Math.min(rows.rows(), from + BLOCK);
      float[] block = new float[(to - from) * rows.columns()];
      rows.copyRows(from, to, block, 0);
      math.timesTransposed(block, to - from, directions, kept, rows.columns(), product);
      for (int i = from; i < to; i++) {
        for (int c = 0; c < kept; c++) {
          places[2 * i + c] = product[(i - from) * kept + c];
        }
      }
    }
    centre(places);
    intoBounds(places);
    return places;
  }

  private static void intoBounds(float[] places) {
    double farthest = 0;
    for (float place : places) {
      farthest = Math.max(farthest, Math.abs(place));
    }
    if (farthest > Layout.FARTHEST) {
      for (int i = 0; i < places.length; i++) {
        places[i] = (float) (places[i] / farthest * Layout.FARTHEST);
      }
    }
  }

  private static void centre(float[] places) {
    for (int c = 0; c < 2; c++) {
      double sum = 0;
      for (int i = c; i < places.length; i += 2) {
        sum += places[i];
      }
      float mean = (float) (2 * sum / places.length);
      for (int i = c; i < places.length; i += 2) {
        places[i] -= mean;
      }
    }
  }
}
