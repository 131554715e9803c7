package eifexplorer.testing;

import eifexplorer.math.MatrixMath;

/** Matrix products as one writes them down, for tests. */
public class NaiveMatrixMath implements MatrixMath {
  @Override
  public void timesTransposed(float[] a, int m, float[] b, int n, int k, float[] out) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int l = 0; l < k; l++) {
          sum += a[i * k + l] * b[j * k + l];
        }
        out[i * n + j] = sum;
      }
    }
  }

  @Override
  public void times(float[] a, int m, float[] b, int n, int k, float[] out) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int l = 0; l < k; l++) {
          sum += a[i * k + l] * b[l * n + j];
        }
        out[i * n + j] = sum;
      }
    }
  }

  @Override
  public void transposedTimes(float[] a, int m, float[] b, int n, int k, float[] out) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int l = 0; l < k; l++) {
          sum += a[l * m + i] * b[l * n + j];
        }
        out[i * n + j] = sum;
      }
    }
  }
}
