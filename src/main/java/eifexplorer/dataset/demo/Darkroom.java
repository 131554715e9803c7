package eifexplorer.dataset.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/** Turns a finished, opaque layer into a photograph: exposure, colour of the light, vignette, grain. */
final class Darkroom {
  private final BirdScene scene;

  Darkroom(BirdScene scene) {
    this.scene = scene;
  }

  /** The picture, without transparency. */
  BufferedImage develop(PixelLayer layer) {
    BufferedImage picture =
        new BufferedImage(layer.width, layer.height, BufferedImage.TYPE_INT_RGB);
    int[] out = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    SplittableRandom random = scene.stream(BirdScene.Detail.GRAIN);
    Light light = scene.light();
    double red = light.exposure() * (1 + .07 * light.warmth());
    double green = light.exposure() * (1 + .01 * light.warmth());
    double blue = light.exposure() * (1 - .09 * light.warmth());
    double half = layer.width / 2.0;
    for (int y = 0; y < layer.height; y++) {
      for (int x = 0; x < layer.width; x++) {
        int i = y * layer.width + x;
        int pixel = layer.pixels[i];
        double dx = (x - half) / half;
        double dy = (y - half) / half;
        double fall = 1 - .09 * (dx * dx + dy * dy);
        double grain = light.grain() * noise(random);
        out[i] =
            Tint.pack(
                curve(Tint.red(pixel) * red * fall) + grain,
                curve(Tint.green(pixel) * green * fall) + grain,
                curve(Tint.blue(pixel) * blue * fall) + grain);
      }
    }
    return picture;
  }

  /** A gentle shoulder, so that bright colours keep their hue. */
  private static double curve(double value) {
    return value <= 200 ? value : 200 + 55 * (1 - 1 / (1 + (value - 200) / 55));
  }

  /** Close to a normal deviate: the sum of four uniform ones from one draw. */
  private static double noise(SplittableRandom random) {
    int bits = random.nextInt();
    int sum = (bits & 255) + (bits >> 8 & 255) + (bits >> 16 & 255) + (bits >>> 24);
    return (sum - 510) / 147.8;
  }
}
