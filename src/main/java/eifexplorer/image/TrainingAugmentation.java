package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import java.util.SplittableRandom;

/**
 * What is done to a picture each time a network trains on it: torchvision's {@code RandomResizedCrop} (8 % to 100 % of the
 * area, sides 3:4 to 4:3), {@code RandomHorizontalFlip}, {@code ToTensor} and {@code Normalize}.
 *
 * <p>Chance depends on the seed, the epoch and the sample alone, so threads and order change nothing. The numbers drawn
 * are not those of Python.
 *
 * @param size side of the resulting square in pixels, 1 to 2048
 * @param normalization mean and spread of the channels
 */
public record TrainingAugmentation(int size, Normalization normalization) {
  private static final double SMALLEST_AREA = 0.08;
  private static final double SLIMMEST = 3.0 / 4.0;
  private static final double WIDEST = 4.0 / 3.0;
  private static final int TRIES = 10;

  /** Throws {@link ProblemException} if the size is out of range. */
  public TrainingAugmentation {
    if (size < 1 || size > Preprocessing.MAX_SIDE) {
      throw ProblemException.badValue("size", size, "1 to " + Preprocessing.MAX_SIDE);
    }
  }

  /** With the mean and spread of ImageNet. */
  public static TrainingAugmentation of(int size) {
    return new TrainingAugmentation(size, Normalization.IMAGENET);
  }

  /** The picture cut, resized, perhaps mirrored, and normalised, {@code [3,size,size]}. */
  public PixelTensor apply(RgbImage image, long seed, int epoch, int sampleIndex) {
    return normalization.apply(cropAndFlip(image, seed, epoch, sampleIndex));
  }

  /** The picture cut, resized and perhaps mirrored only. */
  public RgbImage cropAndFlip(RgbImage image, long seed, int epoch, int sampleIndex) {
    SplittableRandom random = new SplittableRandom(mix(mix(mix(seed) + epoch) + sampleIndex));
    PixelRectangle part = randomPart(image.size(), random);
    ImageSize square = new ImageSize(size, size);
    RgbImage resized = PillowResize.part(image, part, square, PixelRectangle.all(square));
    return random.nextBoolean()
        ? ExifOrientation.upright(resized, ExifOrientation.MIRRORED)
        : resized;
  }

  /** The finaliser of splitmix64: near keys give unrelated streams. */
  private static long mix(long key) {
    long z = key + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** torchvision's {@code RandomResizedCrop.get_params}. */
  static PixelRectangle randomPart(ImageSize size, SplittableRandom random) {
    for (int i = 0; i < TRIES; i++) {
      double area = size.pixels() * random.nextDouble(SMALLEST_AREA, 1.0);
      double ratio = Math.exp(random.nextDouble(Math.log(SLIMMEST), Math.log(WIDEST)));
      int width = (int) Math.rint(Math.sqrt(area * ratio));
      int height = (int) Math.rint(Math.sqrt(area / ratio));
      if (width > 0 && width <= size.width() && height > 0 && height <= size.height()) {
        int y = random.nextInt(size.height() - height + 1);
        int x = random.nextInt(size.width() - width + 1);
        return new PixelRectangle(x, y, width, height);
      }
    }
    return middle(size);
  }

  /** The largest part from the middle whose sides are in the allowed ratio: for very elongated pictures. */
  private static PixelRectangle middle(ImageSize size) {
    int width = size.width();
    int height = size.height();
    double ratio = (double) width / height;
    if (ratio < SLIMMEST) {
      height = Math.max(1, (int) Math.rint(width / SLIMMEST));
    } else if (ratio > WIDEST) {
      width = Math.max(1, (int) Math.rint(height * WIDEST));
    }
    return new PixelRectangle(
        (size.width() - width) / 2, (size.height() - height) / 2, width, height);
  }

  /** All that determines the result but the seed, in a form that never changes, for fingerprints. */
  public String describe() {
    return "random-resized-crop=" + size + " flip=0.5 " + normalization.describe();
  }
}
