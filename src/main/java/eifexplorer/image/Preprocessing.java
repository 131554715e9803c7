package eifexplorer.image;

import eifexplorer.problem.ProblemException;

/**
 * What is done to a picture before a network that is not being trained sees it: torchvision's {@code Resize},
 * {@code CenterCrop}, {@code ToTensor} and {@code Normalize}.
 *
 * @param resize length in pixels that sides are brought to, 0 for none; 0 to 2048
 * @param crop side in pixels of the square cut from the middle, 0 for none; 0 to 2048
 * @param normalization mean and spread of the channels
 * @param side which sides are brought to that length
 * @param filter how
 */
public record Preprocessing(
    int resize, int crop, Normalization normalization, ResizeSide side, ResizeFilter filter) {
  /** How the training scripts evaluate: Resize(288), CenterCrop(256). */
  public static final Preprocessing EVALUATION = of(288, 256);

  /** How the influence experiments look at pictures: Resize(256), no crop, so that sizes differ. */
  public static final Preprocessing ANALYSIS = of(256, 0);

  /** What torchvision's MobileNets were trained for: Resize(256), CenterCrop(224). */
  public static final Preprocessing MOBILENET_224 = of(256, 224);

  /** Largest value of {@code resize} and {@code crop}, in pixels. */
  public static final int MAX_SIDE = 2048;

  /** Most pixels of one picture given to a network. */
  static final long MAX_OUTPUT_PIXELS = 1L << 23;

  /** Longest side, in pixels, that an elongated picture may get by resizing. */
  private static final double MAX_LONG_SIDE = 1 << 20;

  /** The shorter side brought to a length, bilinear. */
  public Preprocessing(int resize, int crop, Normalization normalization) {
    this(resize, crop, normalization, ResizeSide.SHORT, ResizeFilter.BILINEAR);
  }

  /** Throws {@link ProblemException} if a length is out of range. */
  public Preprocessing {
    requireSide("resize", resize);
    requireSide("crop", crop);
  }

  private static void requireSide(String name, int value) {
    if (value < 0 || value > MAX_SIDE) {
      throw ProblemException.badValue(name, value, "0 to " + MAX_SIDE);
    }
  }

  /** With the mean and spread of ImageNet. */
  public static Preprocessing of(int resize, int crop) {
    return new Preprocessing(resize, crop, Normalization.IMAGENET);
  }

  /**
   * Reads what {@link #text} gave, such as {@code side=both filter=bicubic mean=0.5,0.5,0.5 std=0.5,0.5,0.5}, {@code order=bgr}
   * and {@code range=255} besides; what is left out is as in {@link #of}.
   *
   * @throws ProblemException naming what it can't read
   */
  public static Preprocessing parse(int resize, int crop, String text) {
    return PreprocessingText.parse(resize, crop, text);
  }

  /** All that differs from {@link #of} with the same lengths, in a form that {@link #parse} reads; empty if nothing does. */
  public String text() {
    return PreprocessingText.of(this);
  }

  /** The picture resized, cropped and normalised. Throws {@link ProblemException} like {@link #outputSize}. */
  public PixelTensor apply(RgbImage image) {
    return normalization.apply(resizeAndCrop(image));
  }

  /** The picture resized and cropped only. Throws {@link ProblemException} like {@link #outputSize}. */
  public RgbImage resizeAndCrop(RgbImage image) {
    ImageSize output = outputSize(image.width(), image.height());
    ImageSize resized = resizedSize(image.size());
    PixelRectangle window =
        crop == 0 ? PixelRectangle.all(resized) : CenterCrop.window(resized, crop);
    RgbImage part =
        PillowResize.part(filter, image, PixelRectangle.all(image.size()), resized, window);
    return CenterCrop.pad(part, output);
  }

  /**
   * Size of what comes out for a picture of this size.
   *
   * @throws ProblemException if the picture is too elongated or, without resizing, too large for a network's input
   */
  public ImageSize outputSize(int width, int height) {
    ImageSize resized = resizedSize(new ImageSize(width, height));
    ImageSize output = crop == 0 ? resized : new ImageSize(crop, crop);
    if (output.pixels() > MAX_OUTPUT_PIXELS) {
      throw tooLarge(width, height);
    }
    return output;
  }

  /**
   * The part of a picture of this size that a network sees; it reaches beyond the picture where that is smaller than the
   * crop.
   *
   * @throws ProblemException like {@link #outputSize}
   */
  public PictureShare seenPart(ImageSize picture) {
    ImageSize resized = resizedSize(picture);
    if (crop == 0) {
      return new PictureShare(0, 0, 1, 1);
    }
    PixelRectangle window = CenterCrop.window(resized, crop);
    double left = window.x() - (crop - window.width()) / 2;
    double top = window.y() - (crop - window.height()) / 2;
    return new PictureShare(
        left / resized.width(),
        top / resized.height(),
        (double) crop / resized.width(),
        (double) crop / resized.height());
  }

  private ImageSize resizedSize(ImageSize size) {
    if (resize == 0) {
      return size;
    }
    boolean upright = size.width() <= size.height();
    return switch (side) {
      case BOTH -> new ImageSize(resize, resize);
      case LONG -> {
        int other = (int) ((long) resize * shortSide(size) / size.longSide());
        yield upright
            ? new ImageSize(Math.max(1, other), resize)
            : new ImageSize(resize, Math.max(1, other));
      }
      case SHORT -> {
        double longSide = (double) ((long) resize * size.longSide()) / shortSide(size);
        if (longSide > MAX_LONG_SIDE) {
          throw tooLarge(size.width(), size.height());
        }
        yield upright
            ? new ImageSize(resize, (int) longSide)
            : new ImageSize((int) longSide, resize);
      }
    };
  }

  private static int shortSide(ImageSize size) {
    return Math.min(size.width(), size.height());
  }

  private ProblemException tooLarge(int width, int height) {
    return new ProblemException(
        "A picture of "
            + width
            + " x "
            + height
            + " pixels is too large or too elongated for a network",
        "",
        "Cut it, or choose preprocessing that resizes and crops.");
  }

  /** All that determines the result, in a form that never changes, for fingerprints. */
  public String describe() {
    return "resize="
        + resize
        + " crop="
        + crop
        + " filter=pillow-"
        + filter.text()
        + (side == ResizeSide.SHORT ? " " : " side=" + side.text() + " ")
        + normalization.describe();
  }
}
