package eifexplorer.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Pooling;
import eifexplorer.math.JavaMatrixMath;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatedEmbeddingTest {
  private static final int CHANNELS = 24;
  private static final int ROWS = 3;
  private static final int COLUMNS = 4;

  private final Random random = new Random(5);
  private final EmbeddingHead head = new EmbeddingHead(values(7 * CHANNELS), values(7));
  private final FeatureMaps maps =
      new FeatureMaps(values(2 * CHANNELS * ROWS * COLUMNS), 2, CHANNELS, ROWS, COLUMNS);

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextGaussian() + 0.3);
    }
    return values;
  }

  private LocatedEmbedding located(int image, Pooling pooling, boolean layerNorm) {
    return LocatedEmbedding.of(maps, image, pooling, layerNorm, head);
  }

  /** Unit embeddings [2,E] the usual way: pool, normalise, apply the head. */
  private FeatureMatrix usual(Pooling pooling, boolean layerNorm) {
    float[] pooled = new float[2 * CHANNELS];
    for (int i = 0; i < pooled.length; i++) {
      double sum = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int place = 0; place < maps.places(); place++) {
        float value = maps.at(i / CHANNELS, i % CHANNELS, place);
        sum += value;
        most = Math.max(most, value);
      }
      pooled[i] = (float) (pooling == Pooling.MAX ? most : sum / maps.places());
    }
    if (layerNorm) {
      normalise(pooled, 0);
      normalise(pooled, CHANNELS);
    }
    FeatureMatrix features = new HeapFeatures(pooled, 2, CHANNELS);
    return Embeddings.normalised(Embeddings.of(features, head, new JavaMatrixMath()));
  }

  private static void normalise(float[] values, int from) {
    double mean = 0;
    double square = 0;
    for (int i = from; i < from + CHANNELS; i++) {
      mean += values[i] / CHANNELS;
    }
    for (int i = from; i < from + CHANNELS; i++) {
      square += (values[i] - mean) * (values[i] - mean) / CHANNELS;
    }
    for (int i = from; i < from + CHANNELS; i++) {
      values[i] = (float) ((values[i] - mean) / Math.sqrt(square + 1e-5));
    }
  }

  @ParameterizedTest
  @CsvSource({"AVERAGE,true", "AVERAGE,false", "MAX,true", "MAX,false"})
  void partsAndRestAddUpToTheCosine(Pooling pooling, boolean layerNorm) {
    FeatureMatrix usual = usual(pooling, layerNorm);
    float[] first = usual.row(0);
    float[] second = usual.row(1);
    double cosine = 0;
    for (int e = 0; e < first.length; e++) {
      cosine += (double) first[e] * second[e];
    }
    LocatedEmbedding one = located(0, pooling, layerNorm);
    LocatedEmbedding other = located(1, pooling, layerNorm);

    assertEquals(cosine, one.towards(other).cosine(), 1e-6);
    assertEquals(cosine, other.towards(one).cosine(), 1e-6);
    double sum = one.towards(other).rest();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        sum += one.towards(other).part(row, column);
      }
    }
    assertEquals(cosine, sum, 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"AVERAGE,true", "MAX,true", "MAX,false"})
  void thePlacesOfOneAreSplitFurtherByThePlacesOfTheOther(Pooling pooling, boolean layerNorm) {
    LocatedEmbedding one = located(0, pooling, layerNorm);
    LocatedEmbedding other = located(1, pooling, layerNorm);
    PlaceParts whole = other.towards(one);

    for (int place = 0; place < maps.places(); place++) {
      assertEquals(
          whole.part(place / COLUMNS, place % COLUMNS),
          one.towardsPlace(other, place).cosine(),
          1e-9);
    }
  }

  @Test
  void partsAreThoseOfTheFormula() {
    FeatureMaps map = new FeatureMaps(new float[] {1, 3, 2, 2}, 1, 2, 1, 2);
    EmbeddingHead plain = new EmbeddingHead(new float[] {1, 0, 0, 2}, new float[] {0, 1});
    // Pooled (2, 2), embedding (2, 5) of length sqrt(29).
    PlaceParts parts =
        LocatedEmbedding.of(map, 0, Pooling.AVERAGE, false, plain).towards(new double[] {1, 0});

    double length = Math.sqrt(29);
    assertArrayEquals(
        new double[] {0.5 / length, 1.5 / length, 0},
        new double[] {parts.part(0, 0), parts.part(0, 1), parts.rest()},
        1e-12);
  }

  @Test
  void withMaxPoolingAFeatureBelongsToThePlaceThatWon() {
    FeatureMaps map = new FeatureMaps(new float[] {1, 3, 2, 2}, 1, 2, 1, 2);
    EmbeddingHead plain = new EmbeddingHead(new float[] {1, 0, 0, 1}, new float[] {0, 0});
    // Pooled (3, 2): the first channel is the right place's, the second the first of two equals.
    LocatedEmbedding located = LocatedEmbedding.of(map, 0, Pooling.MAX, false, plain);

    double length = Math.sqrt(13);
    PlaceParts first = located.towards(new double[] {1, 0});
    PlaceParts second = located.towards(new double[] {0, 1});
    assertArrayEquals(
        new double[] {0, 3 / length, 2 / length, 0},
        new double[] {first.part(0, 0), first.part(0, 1), second.part(0, 0), second.part(0, 1)},
        1e-12);
  }

  @Test
  void anotherNumberOfFeaturesIsRefused() {
    EmbeddingHead other = new EmbeddingHead(new float[6], new float[2]);

    assertThrows(
        IllegalArgumentException.class,
        () -> LocatedEmbedding.of(maps, 0, Pooling.MAX, false, other));
  }
}
