package eifexplorer.ui.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.LocatedEmbedding;
import eifexplorer.embedding.PlaceParts;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Pooling;
import eifexplorer.image.PictureShare;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  /** One channel at 1 × 4 places that adds -1, 0, 1 and 4 to an embedding of length 4. */
  private final PlaceParts parts =
      LocatedEmbedding.of(
              new FeatureMaps(new float[] {-4, 0, 4, 16}, 1, 1, 1, 4),
              0,
              Pooling.AVERAGE,
              false,
              new EmbeddingHead(new float[] {1}, new float[] {0}))
          .towards(new double[] {1});

  private final HeatMap map = new HeatMap(parts, 0.5, new PictureShare(0.1, 0.2, 0.8, 0.6));

  @Test
  void sharesAreOfTheScaleAndEndThere() {
    assertEquals(
        List.of(-0.5, 0.0, 0.5, 1.0),
        List.of(map.share(0, 0), map.share(0, 1), map.share(0, 2), map.share(0, 3)));
  }

  @Test
  void aPlaceIsFoundWhereTheNetworkSawIt() {
    assertEquals(OptionalInt.of(0), map.placeAt(0.11, 0.5));
    assertEquals(OptionalInt.of(2), map.placeAt(0.6, 0.79));
    assertEquals(OptionalInt.empty(), map.placeAt(0.05, 0.5));
    assertEquals(OptionalInt.empty(), map.placeAt(0.5, 0.9));
  }

  @Test
  void raisingAndLoweringHaveColoursOfTheirOwnAndNothingIsClear() {
    Image image = HeatColours.image(map);

    assertColour(0x539be04a, image.getPixelReader().getArgb(centre(0), 12));
    assertEquals(0, image.getPixelReader().getArgb(centre(1), 12) >>> 24);
    assertColour(0x53f03cd2, image.getPixelReader().getArgb(centre(2), 12));
    assertColour(0xa6f03cd2, image.getPixelReader().getArgb(centre(3), 12));
  }

  private static int centre(int column) {
    return column * HeatColours.CELL + HeatColours.CELL / 2;
  }

  /** An image keeps colours multiplied by their alpha, which rounds them. */
  private static void assertColour(int expected, int found) {
    for (int shift = 0; shift < 32; shift += 8) {
      assertEquals(expected >>> shift & 0xff, found >>> shift & 0xff, 2);
    }
  }
}
