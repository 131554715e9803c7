package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * torchvision's {@code ToTensor} and {@code Normalize}: {@code (value / 255 - mean) / std} per channel.
 *
 * @param mean three values, red, green, blue, of channels scaled to 0..1
 * @param std three positive values
 */
public record Normalization(List<Float> mean, List<Float> std) {
  /** The mean and spread of ImageNet, which nearly every pretrained network expects. */
  public static final Normalization IMAGENET =
      new Normalization(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));

  private static final int LEVELS = 256;

  /** Throws {@link ProblemException} unless there are three finite values each and the spreads are above 0. */
  public Normalization {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != RgbImage.CHANNELS || !mean.stream().allMatch(Float::isFinite)) {
      throw ProblemException.badValue("mean", mean, "three numbers");
    }
    if (std.size() != RgbImage.CHANNELS
        || !std.stream().allMatch(s -> s > 0 && s <= Float.MAX_VALUE)) {
      throw ProblemException.badValue("std", std, "three numbers above 0");
    }
  }

  /** The picture as a tensor. */
  PixelTensor apply(RgbImage image) {
    float[] values =
        new float[Math.multiplyExact(image.width() * RgbImage.CHANNELS, image.height())];
    write(image, values, 0);
    return new PixelTensor(image.size(), values);
  }

  /** Writes the picture's {@code [3,h,w]} to {@code target} from {@code offset} on. */
  void write(RgbImage image, float[] target, int offset) {
    byte[] rgb = image.bytes();
    int plane = image.width() * image.height();
    for (int c = 0; c < RgbImage.CHANNELS; c++) {
      float[] levels = levels(c);
      int to = offset + c * plane;
      for (int from = c; from < rgb.length; from += RgbImage.CHANNELS) {
        target[to++] = levels[rgb[from] & 0xff];
      }
    }
  }

  private float[] levels(int channel) {
    float[] levels = new float[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = (i / 255f - mean.get(channel)) / std.get(channel);
    }
    return levels;
  }

  /** The values in a form that never changes, for fingerprints. */
  public String describe() {
    return "mean=" + join(mean) + " std=" + join(std);
  }

  private static String join(List<Float> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
