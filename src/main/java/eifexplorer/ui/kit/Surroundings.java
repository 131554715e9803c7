package eifexplorer.ui.kit;

import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/** The colours of a picture without anything in it that could be taken for a picture, to fill what it leaves empty. */
final class Surroundings {
  /** Patches along each side. */
  static final int PATCHES = 6;

  /** Pixels looked at along each side of a patch. */
  private static final int SAMPLES = 4;

  private Surroundings() {}

  /** The mean colours of {@link #PATCHES}² patches, a pixel each. */
  static Image of(Image picture) {
    WritableImage patches = new WritableImage(PATCHES, PATCHES);
    for (int y = 0; y < PATCHES; y++) {
      for (int x = 0; x < PATCHES; x++) {
        patches.getPixelWriter().setArgb(x, y, mean(picture, x, y));
      }
    }
    return patches;
  }

  private static int mean(Image picture, int patchX, int patchY) {
    PixelReader pixels = picture.getPixelReader();
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int i = 0; i < SAMPLES * SAMPLES; i++) {
      int argb =
          pixels.getArgb(
              at(patchX * SAMPLES + i % SAMPLES, picture.getWidth()),
              at(patchY * SAMPLES + i / SAMPLES, picture.getHeight()));
      red += argb >> 16 & 0xff;
      green += argb >> 8 & 0xff;
      blue += argb & 0xff;
    }
    int count = SAMPLES * SAMPLES;
    return (0xff << 24) | ((red / count) << 16) | ((green / count) << 8) | (blue / count);
  }

  /** The pixel in the middle of one of all samples along a side. */
  private static int at(int sample, double length) {
    return (int) ((sample + 0.5) / (PATCHES * SAMPLES) * length);
  }
}
