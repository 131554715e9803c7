package eifexplorer.dataset.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BirdPainterTest {
  private final BirdPainter painter = new BirdPainter();

  @Test
  void picturesAreOpaqueAnd192PixelsWide() {
    BufferedImage picture = painter.paint(FieldGuide.species().get(0), scene(1));
    assertEquals(
        List.of(192, 192, BufferedImage.TYPE_INT_RGB),
        List.of(picture.getWidth(), picture.getHeight(), picture.getType()));
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    int[][] alone = IntStream.range(0, 12).mapToObj(this::pixels).toArray(int[][]::new);
    int[][] together =
        IntStream.range(0, 12).parallel().mapToObj(this::pixels).toArray(int[][]::new);
    assertArrayEquals(alone, together);
  }

  @Test
  void lookAlikesDifferInFewPixels() {
    Species citrine = species("Citrine Warbler");
    double toLookAlike = difference(citrine, species("Larch Warbler"));
    double toOthers = difference(citrine, species("Cobalt Sunbird"));
    assertTrue(0 < toLookAlike && 2 * toLookAlike < toOthers, toLookAlike + " " + toOthers);
  }

  @Test
  void allPerchesAndSeasonsCanBePainted() {
    for (Season season : Season.values()) {
      for (Perch perch : Perch.values()) {
        BirdScene scene = scene(3);
        Setting setting = new Setting(season, perch, .1, 1);
        BufferedImage picture =
            painter.paint(
                FieldGuide.species().get(7),
                new BirdScene(
                    scene.pose(), scene.framing(), setting, scene.light(), 1, scene.seed()));
        assertTrue(spread(picture) > 20, season + " " + perch);
      }
    }
  }

  /** Mean difference of the pictures of two species in the same scene, in grey levels. */
  private double difference(Species a, Species b) {
    BufferedImage first = painter.paint(a, scene(5));
    BufferedImage second = painter.paint(b, scene(5));
    return IntStream.range(0, 192 * 192)
        .mapToDouble(
            i ->
                Math.abs(
                    Tint.luma(first.getRGB(i % 192, i / 192))
                        - Tint.luma(second.getRGB(i % 192, i / 192))))
        .average()
        .orElseThrow();
  }

  private static double spread(BufferedImage picture) {
    double[] grey =
        IntStream.range(0, 192 * 192)
            .mapToDouble(i -> Tint.luma(picture.getRGB(i % 192, i / 192)))
            .sorted()
            .toArray();
    return grey[grey.length * 9 / 10] - grey[grey.length / 10];
  }

  private int[] pixels(int seed) {
    return painter
        .paint(FieldGuide.species().get(2 * seed), scene(seed))
        .getRGB(0, 0, 192, 192, null, 0, 192);
  }

  private static BirdScene scene(long seed) {
    return BirdScene.sample(new SplittableRandom(seed), Difficulty.STAGE);
  }

  private static Species species(String name) {
    return FieldGuide.species().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
