package eifexplorer.review;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import java.util.Random;

/** Images as points with their true classes, whose labels are made wrong and scored by the margin to the class centres. */
final class NoisyLabels {
  private final float[][] points;
  private final int[] truth;
  private final int classes;

  /** What a wrong label is. */
  enum Noise {
    /** The class five numbers on. */
    SHIFT,
    /** Any other class. */
    UNIFORM,
    /** The class whose centre is nearest. */
    CONFUSION
  }

  private NoisyLabels(float[][] points, int[] truth, int classes) {
    this.points = points;
    this.truth = truth;
    this.classes = classes;
  }

  /** Made up: classes around random centres. */
  static NoisyLabels drawn(Random random, int classes, int images, double spread) {
    int width = 12;
    float[][] centres = new float[classes][width];
    for (float[] centre : centres) {
      for (int j = 0; j < width; j++) {
        centre[j] = (float) random.nextGaussian();
      }
    }
    float[][] points = new float[images][width];
    int[] truth = new int[images];
    for (int i = 0; i < images; i++) {
      truth[i] = i % classes;
      for (int j = 0; j < width; j++) {
        points[i][j] = centres[truth[i]][j] + (float) (spread * random.nextGaussian());
      }
    }
    return new NoisyLabels(points, truth, classes);
  }

  /** The training images of a bundle with right labels. */
  static NoisyLabels of(EmbeddingBundle bundle) {
    FeatureMatrix features = bundle.trainFeatures();
    float[][] points = new float[features.rows()][features.columns()];
    for (int i = 0; i < points.length; i++) {
      features.copyRows(i, i + 1, points[i], 0);
    }
    return new NoisyLabels(points, bundle.trainLabels(), bundle.proxies().classCount());
  }

  /** A review of labels of which a share is wrong. */
  SimulatedReview review(Random random, Noise noise, double share) {
    int[] labels = truth.clone();
    boolean[] wrong = new boolean[labels.length];
    int[] nearest = nearestClasses();
    for (int i = 0; i < labels.length; i++) {
      if (random.nextDouble() < share) {
        labels[i] =
            switch (noise) {
              case SHIFT -> (truth[i] + 5) % classes;
              case UNIFORM -> (truth[i] + 1 + random.nextInt(classes - 1)) % classes;
              case CONFUSION -> nearest[truth[i]];
            };
        wrong[i] = labels[i] != truth[i];
      }
    }
    return new SimulatedReview(wrong, suspicion(labels));
  }

  private double[][] sums(int[] labels) {
    double[][] sums = new double[classes][points[0].length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points[i].length; j++) {
        sums[labels[i]][j] += points[i][j];
      }
    }
    return sums;
  }

  private int[] nearestClasses() {
    double[][] sums = sums(truth);
    int[] nearest = new int[classes];
    for (int c = 0; c < classes; c++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int d = 0; d < classes; d++) {
        double cosine = cosine(sums[c], sums[d]);
        if (d != c && cosine > best) {
          best = cosine;
          nearest[c] = d;
        }
      }
    }
    return nearest;
  }

  /** Cosine to the nearest other class's centre less that to the own one without the image. */
  private double[] suspicion(int[] labels) {
    double[][] sums = sums(labels);
    double[] suspicion = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      double[] point = new double[points[i].length];
      double[] own = sums[labels[i]].clone();
      for (int j = 0; j < point.length; j++) {
        point[j] = points[i][j];
        own[j] -= point[j];
      }
      double other = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        other = c == labels[i] ? other : Math.max(other, cosine(point, sums[c]));
      }
      suspicion[i] = other - cosine(point, own);
    }
    return suspicion;
  }

  private static double cosine(double[] a, double[] b) {
    double dot = 0;
    double first = 0;
    double second = 0;
    for (int j = 0; j < a.length; j++) {
      dot += a[j] * b[j];
      first += a[j] * a[j];
      second += b[j] * b[j];
    }
    return dot / Math.sqrt(Math.max(1e-30, first * second));
  }
}
