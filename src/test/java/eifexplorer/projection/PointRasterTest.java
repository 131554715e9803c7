package eifexplorer.projection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointRasterTest {
  private static final int GROUND = 0xff102030;
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  /** One pixel a unit, with the place 0, 0 at the upper left corner. */
  private static PlaneView view(int width, int height) {
    return new PlaneView(width / 2.0, -height / 2.0, 1, width, height);
  }

  private static int[] painted(PlaneView view, float[] places, int trainCount, int... colours) {
    int[] pixels = new int[((int) view.width()) * (int) view.height()];
    new PointRaster()
        .paint(
            pixels, view, new Layout(places, trainCount), new PointRaster.Look(GROUND, colours, 2));
    return pixels;
  }

  /** A letter for each pixel: ground, wholly covered, or in between. */
  private static String drawing(int[] pixels, int width, int colour) {
    StringBuilder drawing = new StringBuilder();
    for (int i = 0; i < pixels.length; i++) {
      drawing.append(
          pixels[i] == GROUND ? '.' : (pixels[i] & 0xfefefe) == (colour & 0xfefefe) ? '#' : '+');
      drawing.append(i % width == width - 1 ? "\n" : "");
    }
    return drawing.toString();
  }

  @Test
  void aTrainingImageIsADiscAndATestImageADiamond() {
    assertEquals(
        """
        .......
        ..+++..
        .+###+.
        .+###+.
        .+###+.
        ..+++..
        .......
        """,
        drawing(painted(view(7, 7), new float[] {3.5f, -3.5f}, 1, RED), 7, RED));
    assertEquals(
        """
        ...+...
        ..+++..
        .++#++.
        ++###++
        .++#++.
        ..+++..
        ...+...
        """,
        drawing(painted(view(7, 7), new float[] {3.5f, -3.5f}, 0, RED), 7, RED));
  }

  @Test
  void whatIsPaintedByDifferentThreadsFitsTogether() {
    int width = 9;
    int[] pixels = painted(view(width, 400), everySixthRow(400), 66, reds(66));
    int[] one = Arrays.copyOfRange(pixels, width * 6, width * 12);
    for (int row = 12; row < 390; row += 6) {
      assertArrayEquals(
          one, Arrays.copyOfRange(pixels, width * row, width * (row + 6)), "from row " + row);
    }
  }

  private static float[] everySixthRow(int height) {
    float[] places = new float[2 * (height / 6)];
    for (int i = 0; i < height / 6; i++) {
      places[2 * i] = 4.25f;
      places[2 * i + 1] = -(6 * i + 3.5f);
    }
    return places;
  }

  private static int[] reds(int count) {
    return IntStream.generate(() -> RED).limit(count).toArray();
  }

  @Test
  void laterOnesLieOverEarlierOnesAndHiddenOnesAreLeftOut() {
    float[] places = {3.5f, -3.5f, 3.5f, -3.5f, 3.5f, -3.5f};
    assertArrayEquals(
        painted(view(7, 7), new float[] {3.5f, -3.5f, 3.5f, -3.5f}, 2, RED, BLUE),
        painted(view(7, 7), places, 3, RED, BLUE, 0x0000ff00));
    assertEquals(
        BLUE & 0xfefefe, painted(view(7, 7), places, 3, RED, BLUE, 0)[3 * 7 + 3] & 0xfefefe);
  }

  @Test
  void whatReachesOverAnEdgeIsCutOff() {
    float[] places = {0, -3.5f, 7, -3.5f, 3.5f, 4, 1e9f, -1e9f};
    assertEquals(
        """
        .......
        +.....+
        #+...+#
        ##...##
        #+...+#
        +.....+
        .......
        """,
        drawing(painted(view(7, 7), places, 4, RED, RED, RED, RED), 7, RED));
  }

  @Test
  void manyPointsAreADensityOfTheirMeanColour() {
    PointRaster raster = new PointRaster();
    for (int seed = 0; seed < 2; seed++) {
      Random random = new Random(seed);
      int points = 6000;
      float[] places = new float[2 * points];
      int[] colours = new int[points];
      for (int i = 0; i < points; i++) {
        places[2 * i] = (float) (20 + 6 * random.nextGaussian());
        places[2 * i + 1] = (float) (-70 + 20 * random.nextGaussian());
        colours[i] = 0xff000000 | random.nextInt(1 << 24);
      }
      int[] pixels = new int[40 * 140];

      assertTrue(
          raster.paint(
              pixels,
              view(40, 140),
              new Layout(places, points),
              new PointRaster.Look(GROUND, colours, 2)));
      assertArrayEquals(density(places, colours, 40, 140), pixels);
    }
  }

  @Test
  void fewPointsAreNoDensity() {
    int[] pixels = new int[49];
    assertFalse(
        new PointRaster()
            .paint(
                pixels,
                view(7, 7),
                new Layout(new float[100], 50),
                new PointRaster.Look(GROUND, reds(50), 2)));
  }

  /** As the class says it: the mean colour, as strong as the logarithm of the number, half as strong beside it. */
  private static int[] density(float[] places, int[] colours, int width, int height) {
    int[][] sums = new int[width * height][4];
    for (int i = 0; i < colours.length; i++) {
      double x = places[2 * i];
      double y = -places[2 * i + 1];
      if (x >= 0 && x < width && y >= 0 && y < height) {
        int[] sum = sums[((int) y) * width + (int) x];
        sum[0] += colours[i] >> 16 & 255;
        sum[1] += colours[i] >> 8 & 255;
        sum[2] += colours[i] & 255;
        sum[3]++;
      }
    }
    int most = Arrays.stream(sums).mapToInt(sum -> sum[3]).max().orElseThrow();
    return IntStream.range(0, sums.length)
        .map(
            at ->
                sums[at][3] > 0
                    ? mixed(sums[at], most, 1)
                    : mixed(fullestBeside(sums, at, width), most, 0.5))
        .toArray();
  }

  private static int[] fullestBeside(int[][] sums, int at, int width) {
    IntStream beside =
        IntStream.of(at - width, at + width, at - 1, at + 1)
            .filter(other -> other >= 0 && other < sums.length)
            .filter(other -> other % width == at % width || other / width == at / width);
    return beside
        .mapToObj(other -> sums[other])
        .reduce(sums[at], (sum, other) -> other[3] > sum[3] ? other : sum);
  }

  private static int mixed(int[] sum, int most, double share) {
    if (sum[3] == 0) {
      return GROUND;
    }
    int strength = (int) (255 * (0.6 + 0.4 * Math.log1p(sum[3]) / Math.log1p(most)));
    int alpha = (int) (share * strength);
    int mixed = 0xff;
    for (int channel = 0; channel < 3; channel++) {
      int ground = GROUND >> (16 - 8 * channel) & 255;
      mixed = mixed << 8 | (sum[channel] / sum[3] * alpha + ground * (255 - alpha)) >> 8;
    }
    return mixed;
  }
}
