package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * torchvision's {@code ToTensor} and {@code Normalize}: {@code (value / 255 * range - mean) / std} per channel.
 *
 * @param mean three values, of the channels in the order they are given to the network, scaled to 0..range
 * @param std three positive values
 * @param blueFirst whether the channels are given as blue, green, red, as networks from Caffe take them
 * @param range what white is before the mean is taken off: 1, or 255 for networks from Caffe
 */
public record Normalization(List<Float> mean, List<Float> std, boolean blueFirst, int range) {
  /** The mean and spread of ImageNet, which nearly every pretrained network expects. */
  public static final Normalization IMAGENET =
      new Normalization(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));

  /** What BN-Inception expects, as it came from Caffe. */
  public static final Normalization CAFFE =
      new Normalization(List.of(104f, 117f, 128f), List.of(1f, 1f, 1f), true, 255);

  private static final int LEVELS = 256;

  /** Channels as red, green, blue, scaled to 0..1. */
  public Normalization(List<Float> mean, List<Float> std) {
    this(mean, std, false, 1);
  }

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
    if (range != 1 && range != 255) {
      throw ProblemException.badValue("range", range, "1, 255");
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
      for (int from = blueFirst ? RgbImage.CHANNELS - 1 - c : c;
          from < rgb.length;
          from += RgbImage.CHANNELS) {
        target[to++] = levels[rgb[from] & 0xff];
      }
    }
  }

  private float[] levels(int channel) {
    float[] levels = new float[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = (i / 255f * range - mean.get(channel)) / std.get(channel);
    }
    return levels;
  }

  /** The values in a form that never changes, for fingerprints. */
  public String describe() {
    return "mean="
        + join(mean)
        + " std="
        + join(std)
        + (blueFirst ? " order=bgr" : "")
        + (range == 1 ? "" : " range=" + range);
  }

  private static String join(List<Float> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
