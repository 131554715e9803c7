package eifexplorer.embedding;

import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Pooling;

/**
 * The unit embedding of an image as a sum of what each place of its last feature map gives to it, and a rest that belongs
 * to no place; immutable.
 *
 * <p>With average pooling each feature is the mean over the places; with max pooling it belongs to the place that has the
 * largest value, the first of several. LayerNorm's mean and deviation are the image's own numbers; what they and the bias
 * add is the rest: u = Σ_r c_r + rest, c_r = W m_r / (σ‖e‖) with m_r what place r gives to the pooled features, rest = (b −
 * W 1 μ/σ) / ‖e‖. So a cosine is a sum over places too (Stylianou, Souvenir, Pless 2019; Zhu, Yang, Chen 2021).
 */
public final class LocatedEmbedding {
  /** As in {@link eifexplorer.engine.BackboneSpec}. */
  private static final double EPSILON = 1e-5;

  private final int rows;
  private final int columns;

  /** Of each place [P,E]. */
  private final double[][] contributions;

  private final double[] rest;
  private final double[] unit;

  private LocatedEmbedding(
      int rows, int columns, double[][] contributions, double[] rest, double[] unit) {
    this.rows = rows;
    this.columns = columns;
    this.contributions = contributions;
    this.rest = rest;
    this.unit = unit;
  }

  /**
   * Takes an image's embedding apart.
   *
   * @param image which of the maps
   * @param layerNorm whether the pooled features are normalised before the head
   * @throws IllegalArgumentException if the head takes another number of features
   */
  public static LocatedEmbedding of(
      FeatureMaps maps, int image, Pooling pooling, boolean layerNorm, EmbeddingHead head) {
    if (maps.channels() != head.featureSize()) {
      throw new IllegalArgumentException(
          maps.channels() + " channels for a head of " + head.featureSize());
    }
    double[][] shares = shares(maps, image, pooling);
    double[] pooled = sum(shares, maps.channels());
    double mean = layerNorm ? mean(pooled) : 0;
    double deviation = layerNorm ? deviation(pooled, mean) : 1;
    Projection projection = new Projection(head.weight(), head.bias(), deviation);
    double[][] contributions = new double[shares.length][];
    for (int place = 0; place < shares.length; place++) {
      contributions[place] = projection.of(shares[place]);
    }
    double[] rest = projection.rest(mean);
    double[] unit = sum(contributions, rest.length);
    for (int e = 0; e < unit.length; e++) {
      unit[e] += rest[e];
    }
    double length = Math.max(Math.sqrt(dot(unit, unit)), Embeddings.SMALLEST_NORM);
    divide(unit, length);
    divide(rest, length);
    for (double[] contribution : contributions) {
      divide(contribution, length);
    }
    return new LocatedEmbedding(maps.rows(), maps.columns(), contributions, rest, unit);
  }

  /** What each place gives to the pooled features [P,C]. */
  private static double[][] shares(FeatureMaps maps, int image, Pooling pooling) {
    int places = maps.places();
    double[][] shares = new double[places][maps.channels()];
    for (int channel = 0; channel < maps.channels(); channel++) {
      int winner = 0;
      for (int place = 0; place < places; place++) {
        if (pooling == Pooling.AVERAGE) {
          shares[place][channel] = maps.at(image, channel, place) / (double) places;
        } else if (maps.at(image, channel, place) > maps.at(image, channel, winner)) {
          winner = place;
        }
      }
      if (pooling == Pooling.MAX) {
        shares[winner][channel] = maps.at(image, channel, winner);
      }
    }
    return shares;
  }

  private static double[] sum(double[][] rows, int columns) {
    double[] sum = new double[columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        sum[i] += row[i];
      }
    }
    return sum;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length + EPSILON);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void divide(double[] values, double by) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= by;
    }
  }

  /** Places from top to bottom. */
  public int rows() {
    return rows;
  }

  /** Places from left to right. */
  public int columns() {
    return columns;
  }

  /** The unit embedding [E], a copy. */
  public double[] unit() {
    return unit.clone();
  }

  /** Where the cosine with another image comes from in this one. */
  public PlaceParts towards(LocatedEmbedding other) {
    return towards(other.unit);
  }

  /**
   * The same for a direction that is no image's, such as the mean of two unit embeddings.
   *
   * @param direction [E]
   */
  public PlaceParts towards(double[] direction) {
    double[] parts = new double[contributions.length];
    for (int place = 0; place < parts.length; place++) {
      parts[place] = dot(direction, contributions[place]);
    }
    return new PlaceParts(rows, columns, parts, dot(direction, rest));
  }

  /**
   * What one place of another image has in common with each place of this one; over all places of the other these parts and
   * what its rest has in common with this image add up to the cosine.
   *
   * @param place of the other image, counted row by row
   */
  public PlaceParts towardsPlace(LocatedEmbedding other, int place) {
    return towards(other.contributions[place]);
  }

  /** The last linear layer on parts of normalised features. */
  private record Projection(float[] weight, float[] bias, double deviation) {
    double[] of(double[] features) {
      double[] product = new double[bias.length];
      for (int e = 0; e < product.length; e++) {
        double sum = 0;
        int row = e * features.length;
        for (int f = 0; f < features.length; f++) {
          sum += weight[row + f] * features[f];
        }
        product[e] = sum / deviation;
      }
      return product;
    }

    double[] rest(double mean) {
      double[] rest = new double[bias.length];
      int features = weight.length / bias.length;
      for (int e = 0; e < rest.length; e++) {
        double sum = 0;
        for (int f = 0; f < features; f++) {
          sum += weight[e * features + f];
        }
        rest[e] = bias[e] - sum * mean / deviation;
      }
      return rest;
    }
  }
}
