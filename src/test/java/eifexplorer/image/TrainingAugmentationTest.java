package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingAugmentationTest {
  private final TrainingAugmentation augmentation = TrainingAugmentation.of(24);
  private final RgbImage image = TestImages.photo(60, 40, 4);

  @Test
  void repeatsItselfForTheSameSeedEpochAndSample() {
    assertArrayEquals(
        augmentation.apply(image, 5, 2, 17).toArray(),
        augmentation.apply(image, 5, 2, 17).toArray());
  }

  @Test
  void differsBySeedByEpochAndBySample() {
    Set<RgbImage> results = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      results.add(augmentation.cropAndFlip(image, i >> 2, i >> 1 & 1, i & 1));
    }
    assertEquals(8, results.size());
  }

  @Test
  void makesSquares() {
    assertEquals(new ImageSize(24, 24), augmentation.cropAndFlip(image, 0, 0, 0).size());
  }

  @Test
  void mirrorsHalfOfThePictures() {
    // Red grows to the right in the picture, so it falls where the picture was mirrored.
    long mirrored =
        IntStream.range(0, 2000)
            .mapToObj(i -> augmentation.cropAndFlip(image, 1, 0, i))
            .filter(p -> columnSum(p, 0) > columnSum(p, 23))
            .count();
    assertEquals(1000, (double) mirrored, 80);
  }

  private static int columnSum(RgbImage picture, int x) {
    return IntStream.range(0, picture.height()).map(y -> picture.pixel(x, y) >> 16).sum();
  }

  @Test
  void takesEightToAHundredPercentOfTheArea() {
    double[] shares =
        randomParts(new ImageSize(300, 300), 4000)
            .mapToDouble(p -> p.width() * p.height() / 90000.0)
            .sorted()
            .toArray();
    assertTrue(shares[0] > 0.078 && shares[0] < 0.09, "least " + shares[0]);
    assertTrue(shares[3999] > 0.97 && shares[3999] <= 1, "most " + shares[3999]);
  }

  @Test
  void keepsTheSidesBetweenThreeToFourAndFourToThree() {
    double[] ratios =
        randomParts(new ImageSize(3000, 3000), 4000)
            .mapToDouble(p -> (double) p.width() / p.height())
            .sorted()
            .toArray();
    assertEquals(0.75, ratios[0], 0.005);
    assertEquals(1.0, ratios[2000], 0.03);
    assertEquals(4.0 / 3, ratios[3999], 0.005);
  }

  private static Stream<PixelRectangle> randomParts(ImageSize size, int count) {
    SplittableRandom random = new SplittableRandom(3);
    return IntStream.range(0, count).mapToObj(i -> TrainingAugmentation.randomPart(size, random));
  }

  @Test
  void takesTheMiddleOfVeryElongatedPictures() {
    assertEquals(
        new PixelRectangle(493, 0, 13, 10),
        TrainingAugmentation.randomPart(new ImageSize(1000, 10), new SplittableRandom(0)));
  }

  @Test
  void cutsPicturesOfOnePixel() {
    RgbImage dot = TestImages.of(1, 0x123456);
    assertEquals(0x123456, augmentation.cropAndFlip(dot, 0, 0, 0).pixel(23, 0));
  }

  @Test
  void tellsItsSettingsForFingerprints() {
    assertNotEquals(augmentation.describe(), TrainingAugmentation.of(25).describe());
  }

  @Test
  void refusesNoSize() {
    assertThrows(ProblemException.class, () -> TrainingAugmentation.of(0));
  }
}
