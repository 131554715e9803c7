package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobContext;
import eifexplorer.testing.NaiveMatrixMath;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KMeansTest {
  private static final JobContext QUIET = JobContext.unattended();
  private final KMeans kMeans = new KMeans(new NearestNeighbours(new NaiveMatrixMath()), 25);

  private static HeapFeatures blobs(int n, int blobs) {
    Random random = new Random(3);
    float[] values = new float[n * 5];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() + (i % 5 == i / 5 % blobs % 5 ? 9 : 0));
    }
    return new HeapFeatures(values, n, 5);
  }

  @Test
  void sameSeedSameClusters() {
    HeapFeatures x = blobs(200, 5);
    assertArrayEquals(kMeans.assign(x, 8, 1, QUIET), kMeans.assign(x, 8, 1, QUIET));
  }

  @Test
  void separateGroupsAreFound() {
    int[] clusters = kMeans.assign(blobs(200, 5), 5, 1, QUIET);
    int[] groups = new int[200];
    Arrays.setAll(groups, i -> i % 5);
    assertEquals(1, ClusterAgreement.nmi(groups, clusters), 1e-12);
  }

  @Test
  void moreClustersThanDifferentRows() {
    HeapFeatures x = new HeapFeatures(new float[] {1, 1, 1, 2, 2}, 5, 1);
    int[] clusters = kMeans.assign(x, 9, 1, QUIET);
    assertEquals(1, ClusterAgreement.nmi(new int[] {0, 0, 0, 1, 1}, clusters), 1e-12);
  }

  @Test
  void clusteringOnceMoreChangesNothing() {
    HeapFeatures x = blobs(150, 3);
    int[] few = kMeans.assign(x, 3, 2, QUIET);
    int[] many =
        new KMeans(new NearestNeighbours(new NaiveMatrixMath()), 100).assign(x, 3, 2, QUIET);
    assertArrayEquals(few, many);
    assertTrue(Arrays.stream(few).distinct().count() == 3);
  }
}
