package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import eifexplorer.embedding.HeapFeatures;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  private static final int SAMPLES = 30;
  private static final int FEATURES = 4;

  private final int[] labels = new int[SAMPLES];
  private final boolean[] used = new boolean[SAMPLES];
  private final float[] values = new float[SAMPLES * FEATURES];

  LogisticRegressionTest() {
    for (int i = 0; i < SAMPLES; i++) {
      labels[i] = (i % 5 == 0 ? i + 1 : i * i) % 3;
      used[i] = i % 4 != 0;
      for (int j = 0; j < FEATURES; j++) {
        values[i * FEATURES + j] = (float) Math.sin(1 + i * 7 + j * 3.3);
      }
    }
  }

  /** The numbers are those of scipy's BFGS on the same function, in double precision. */
  @Test
  void samplesLeftOutAreToldByTheOthersAlone() {
    LogisticRegression regression =
        new LogisticRegression(
            new HeapFeatures(values, SAMPLES, FEATURES), labels, 3, new JavaMatrixMath());
    boolean[] asked = new boolean[SAMPLES];
    asked[0] = true;
    asked[4] = true;
    double[][] told = new double[SAMPLES][];
    regression.predict(
        regression.fit(used, 2, null, JobContext.unattended()), asked, (i, p) -> told[i] = p);
    assertArrayEquals(new double[] {.312215, .507991, .179794}, told[0], 2e-3);
    assertArrayEquals(new double[] {.315681, .658299, .026020}, told[4], 2e-3);
    assertArrayEquals(null, told[8]);
  }
}
