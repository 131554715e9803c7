package eifexplorer.review.suspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelFitTest {
  private static final int CLASSES = 3;

  private static FeatureMatrix features(int rows, int columns) {
    Random random = new Random(rows + columns);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new HeapFeatures(values, rows, columns);
  }

  private static int[] labels(int rows) {
    Random random = new Random(4);
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = i < CLASSES * 2 ? i % CLASSES : random.nextInt(CLASSES);
    }
    return labels;
  }

  private static CentroidFit centroid(FeatureMatrix features, int[] labels, int classes) {
    return new CentroidFit(Embeddings.normalised(features), labels, classes, new JavaMatrixMath());
  }

  private static RidgeFit ridge(FeatureMatrix features, int[] labels, RidgeFit.Form form) {
    return new RidgeFit(
        features, labels, CLASSES, 3, new JavaMatrixMath(), form, JobContext.unattended());
  }

  @Test
  void aCentroidIsMadeOfTheOthers() {
    FeatureMatrix features = features(20, 5);
    int[] labels = labels(20);
    CentroidFit fit = centroid(features, labels, CLASSES);
    FeatureMatrix units = Embeddings.normalised(features);
    for (int i = 0; i < 20; i++) {
      double[] expected = new double[CLASSES];
      for (int c = 0; c < CLASSES; c++) {
        double[] sum = new double[5];
        for (int other = 0; other < 20; other++) {
          for (int j = 0; j < 5 && other != i && labels[other] == c; j++) {
            sum[j] += units.row(other)[j];
          }
        }
        double length = 0;
        for (int j = 0; j < 5; j++) {
          expected[c] += sum[j] * units.row(i)[j];
          length += sum[j] * sum[j];
        }
        expected[c] /= Math.sqrt(length);
      }
      assertArrayEquals(expected, fit.row(i), 1e-6);
    }
  }

  /** The model is fitted anew without each sample, with the mean and the ridge of all of them. */
  private static double[] refitted(FeatureMatrix features, int[] labels, int without) {
    int n = features.rows();
    int size = features.columns();
    double[] mean = new double[size];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < size; j++) {
        mean[j] += features.row(i)[j] / (double) n;
      }
    }
    RealMatrix z = new Array2DRowRealMatrix(n, size);
    RealMatrix y = new Array2DRowRealMatrix(n, CLASSES);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < size; j++) {
        z.setEntry(i, j, features.row(i)[j] - mean[j]);
      }
      for (int c = 0; c < CLASSES; c++) {
        y.setEntry(i, c, (labels[i] == c ? 1 : 0) - 1.0 / CLASSES);
      }
    }
    double ridge = 3 * z.multiply(z.transpose()).getTrace() / size / n;
    RealMatrix rest = z.copy();
    rest.setRow(without, new double[size]);
    RealMatrix targets = y.copy();
    targets.setRow(without, new double[CLASSES]);
    RealMatrix gram = rest.transpose().multiply(rest).scalarMultiply(1.0 / size);
    for (int j = 0; j < size; j++) {
      gram.addToEntry(j, j, ridge);
    }
    RealMatrix weights =
        new LUDecomposition(gram)
            .getSolver()
            .solve(rest.transpose().multiply(targets).scalarMultiply(1.0 / size));
    return z.getRowMatrix(without).multiply(weights).getRow(0);
  }

  @Test
  void ridgePredictsEachSampleFromTheOthersInBothForms() {
    for (int[] shape : new int[][] {{20, 5}, {9, 14}}) {
      FeatureMatrix features = features(shape[0], shape[1]);
      int[] labels = labels(shape[0]);
      RidgeFit byFeatures = ridge(features, labels, RidgeFit.Form.FEATURES);
      RidgeFit bySamples = ridge(features, labels, RidgeFit.Form.SAMPLES);
      for (int i = 0; i < shape[0]; i++) {
        double[] expected = refitted(features, labels, i);
        assertArrayEquals(expected, byFeatures.row(i), 1e-5);
        assertArrayEquals(expected, bySamples.row(i), 1e-5);
      }
    }
  }

  /** Log likelihoods less that of class 0, from means and scatter without one sample, shrunk to the level of all. */
  private static double[] discriminated(
      FeatureMatrix features, int[] labels, double[] weights, double shrinkage, int without) {
    int size = features.columns();
    double[] others = weights.clone();
    others[without] = 0;
    double level = scatter(features, labels, weights, weights).getTrace() / size;
    RealMatrix covariance =
        scatter(features, labels, others, weights)
            .scalarMultiply(1 - shrinkage)
            .add(MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(shrinkage * level));
    RealMatrix inverse = MatrixUtils.inverse(covariance);
    RealMatrix means = means(features, labels, others);
    double[] fits = new double[CLASSES];
    for (int c = CLASSES - 1; c >= 0; c--) {
      double[] away = new double[size];
      for (int j = 0; j < size; j++) {
        away[j] = features.row(without)[j] - means.getEntry(c, j);
      }
      RealMatrix difference = MatrixUtils.createRowRealMatrix(away);
      fits[c] = -difference.multiply(inverse).multiply(difference.transpose()).getEntry(0, 0) / 2;
    }
    return lessFirst(fits);
  }

  private static double[] lessFirst(double[] fits) {
    return Arrays.stream(fits).map(fit -> fit - fits[0]).toArray();
  }

  private static RealMatrix means(FeatureMatrix features, int[] labels, double[] weights) {
    RealMatrix means = new Array2DRowRealMatrix(CLASSES, features.columns());
    double[] sizes = new double[CLASSES];
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < features.columns(); j++) {
        means.addToEntry(labels[i], j, weights[i] * features.row(i)[j]);
      }
      sizes[labels[i]] += weights[i];
    }
    for (int c = 0; c < CLASSES; c++) {
      means.setRowMatrix(c, means.getRowMatrix(c).scalarMultiply(1.0 / sizes[c]));
    }
    return means;
  }

  /** Of samples with their weights, divided by the sum of all. */
  private static RealMatrix scatter(
      FeatureMatrix features, int[] labels, double[] weights, double[] all) {
    RealMatrix means = means(features, labels, weights);
    RealMatrix residuals = new Array2DRowRealMatrix(labels.length, features.columns());
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < features.columns(); j++) {
        double residual = features.row(i)[j] - means.getEntry(labels[i], j);
        residuals.setEntry(i, j, Math.sqrt(weights[i]) * residual);
      }
    }
    return residuals.transpose().multiply(residuals).scalarMultiply(1 / Arrays.stream(all).sum());
  }

  @Test
  void aDiscriminantIsMadeOfTheOthers() {
    for (int[] shape : new int[][] {{20, 5}, {9, 14}}) {
      FeatureMatrix features = features(shape[0], shape[1]);
      int[] labels = labels(shape[0]);
      JavaMatrixMath math = new JavaMatrixMath();
      JobContext context = JobContext.unattended();
      double[] weights = new Random(1).doubles(labels.length, .02, 1).toArray();
      WithinClasses within =
          WithinClasses.of(features, labels, CLASSES, math, context)
              .weighted(weights, math, context);
      DiscriminantFit fit = DiscriminantFit.of(within, .3, math, context);
      for (int i = 0; i < shape[0]; i++) {
        assertArrayEquals(
            discriminated(features, labels, weights, .3, i),
            lessFirst(fit.row(i)),
            1e-3,
            "sample " + i);
      }
    }
  }

  /** Squares of the features are beyond single precision. */
  @ParameterizedTest
  @ValueSource(ints = {100, -100})
  void aDiscriminantDoesNotDependOnTheUnitOfTheFeatures(int exponent) {
    DiscriminantFit usual = discriminant(features(20, 5));
    DiscriminantFit extreme = discriminant(scaled(features(20, 5), exponent));
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(usual.row(i), extreme.row(i), 1e-4, "sample " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, -30, -100})
  void ridgeDoesNotDependOnTheUnitOfTheFeatures(int exponent) {
    for (RidgeFit.Form form : RidgeFit.Form.values()) {
      RidgeFit usual = ridge(features(20, 5), labels(20), form);
      RidgeFit extreme = ridge(scaled(features(20, 5), exponent), labels(20), form);
      for (int i = 0; i < 20; i++) {
        assertArrayEquals(usual.row(i), extreme.row(i), form + ", sample " + i);
      }
    }
  }

  private static FeatureMatrix scaled(FeatureMatrix features, int exponent) {
    float[] values = features.toArray();
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.scalb(values[k], exponent);
    }
    return new HeapFeatures(values, features.rows(), features.columns());
  }

  private static DiscriminantFit discriminant(FeatureMatrix features) {
    JavaMatrixMath math = new JavaMatrixMath();
    JobContext context = JobContext.unattended();
    int[] labels = labels(features.rows());
    return DiscriminantFit.of(
        WithinClasses.of(features, labels, CLASSES, math, context), .3, math, context);
  }

  @Test
  void aMarginIsTheOwnFitLessTheBestOther() {
    FeatureMatrix features = features(20, 5);
    int[] labels = labels(20);
    CentroidFit fit = centroid(features, labels, CLASSES);
    double[] margins = fit.margins(JobContext.unattended());
    for (int i = 0; i < 20; i++) {
      double[] row = fit.row(i);
      double own = row[labels[i]];
      row[labels[i]] = Double.NEGATIVE_INFINITY;
      assertEquals(own - Math.max(row[0], Math.max(row[1], row[2])), margins[i], 1e-12);
    }
  }

  @Test
  void ofTheOnlyImageOfAClassNothingIsKnown() {
    int[] labels = {0, 0, 0, 1, 2, 2};
    FeatureMatrix features = features(6, 4);
    double[] centroid = centroid(features, labels, CLASSES).margins(JobContext.unattended());
    double[] ridge =
        ridge(features, labels, RidgeFit.Form.SAMPLES).margins(JobContext.unattended());
    for (int i = 0; i < 6; i++) {
      assertEquals(i == 3, Double.isNaN(centroid[i]), "sample " + i);
      assertEquals(i == 3, Double.isNaN(ridge[i]), "sample " + i);
    }
  }

  @Test
  void aClassWithoutImagesIsNoRival() {
    int[] labels = {0, 0, 0, 1, 1, 1};
    FeatureMatrix features = features(6, 4);
    assertArrayEquals(
        centroid(features, labels, 2).margins(JobContext.unattended()),
        centroid(features, labels, 3).margins(JobContext.unattended()));
    assertTrue(Double.isNaN(centroid(features, labels, 3).row(0)[2]));
  }

  @Test
  void imagesThatAreAllTheSameFitTheirClassWholly() {
    HeapFeatures features = new HeapFeatures(new float[] {1, 0, 1, 0, 1, 0, 0, 1, 0, 1}, 5, 2);
    int[] labels = {0, 0, 0, 1, 1};
    double[] margins = centroid(features, labels, 2).margins(JobContext.unattended());
    assertArrayEquals(new double[] {1, 1, 1, 1, 1}, margins, 1e-7);
    for (double margin :
        new RidgeFit(
                new HeapFeatures(new float[10], 5, 2),
                labels,
                2,
                3,
                new JavaMatrixMath(),
                RidgeFit.Form.FEATURES,
                JobContext.unattended())
            .margins(JobContext.unattended())) {
      assertEquals(0, margin, 1e-9);
    }
  }
}
