package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.array.NdArray;
import eifexplorer.array.Npz;
import eifexplorer.testing.GoldenFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resizing, cropping and normalising against torchvision's transforms on Pillow pictures. */
class PreprocessingGoldenTest {
  private static final float TOLERANCE = 1e-5f;

  @ParameterizedTest
  @CsvSource({"0,img0_300x200", "1,img1_97x310", "2,img2_64x64"})
  void resizesAndCropsAsInEvaluation(int number, String picture) {
    RgbImage image = image(picture);
    try (Npz golden = GoldenFiles.open("10_image_" + number + ".npz")) {
      assertArrayEquals(
          golden.array("resize_crop").requireShape(3, 256, 256).floats(),
          Preprocessing.EVALUATION.apply(image).toArray(),
          TOLERANCE);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,img0_300x200,1", "1,img1_97x310,4", "2,img2_64x64,1"})
  void resizesAsInAnalysis(int number, String picture, int step) {
    PixelTensor tensor = Preprocessing.ANALYSIS.apply(image(picture));
    try (Npz golden = GoldenFiles.open("10_image_" + number + ".npz")) {
      NdArray expected = golden.array(step == 1 ? "resize_only" : "resize_only_rows");
      assertArrayEquals(expected.floats(), every(step, tensor), TOLERANCE);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,img0_300x200", "1,img1_97x310", "2,img2_64x64"})
  void tellsTheSizeAfterResizing(int number, String picture) {
    RgbImage image = image(picture);
    try (Npz golden = GoldenFiles.open("10_image_" + number + ".npz")) {
      for (int side : new int[] {256, 288}) {
        int[] expected = golden.array("size_" + side).ints();
        ImageSize size = Preprocessing.of(side, 0).outputSize(image.width(), image.height());
        assertEquals(new ImageSize(expected[1], expected[0]), size);
      }
    }
  }

  private static RgbImage image(String name) {
    return ImageDecoder.decode(GoldenFiles.file("images/" + name + ".png"));
  }

  /** Every {@code step}-th row and column of each channel. */
  private static float[] every(int step, PixelTensor tensor) {
    int height = (tensor.height() + step - 1) / step;
    int width = (tensor.width() + step - 1) / step;
    float[] part = new float[3 * height * width];
    for (int i = 0; i < part.length; i++) {
      int x = i % width;
      int y = i / width % height;
      part[i] = tensor.get(i / width / height, y * step, x * step);
    }
    return part;
  }
}
