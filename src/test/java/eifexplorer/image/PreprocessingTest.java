package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessingTest {
  @ParameterizedTest
  @CsvSource({
    "256,0,500,375,341,256",
    "256,0,375,500,256,341",
    "256,0,256,256,256,256",
    "288,256,500,375,256,256",
    "0,0,500,375,500,375",
    "0,64,500,30,64,64",
    "256,0,3,2,384,256"
  })
  void tellsTheSizeOfWhatComesOut(
      int resize, int crop, int width, int height, int outWidth, int outHeight) {
    assertEquals(
        new ImageSize(outWidth, outHeight),
        Preprocessing.of(resize, crop).outputSize(width, height));
  }

  @ParameterizedTest
  @CsvSource({"256,0", "64,48", "30,64", "0,32", "0,0"})
  void makesPicturesOfTheSizeTold(int resize, int crop) {
    Preprocessing preprocessing = Preprocessing.of(resize, crop);
    RgbImage image = TestImages.photo(61, 43, 1);
    assertEquals(preprocessing.outputSize(61, 43), preprocessing.resizeAndCrop(image).size());
  }

  @Test
  void cropsWhatItResized() {
    RgbImage image = TestImages.photo(61, 43, 1);
    RgbImage resized = Preprocessing.of(50, 0).resizeAndCrop(image);
    assertEquals(CenterCrop.crop(resized, 32), Preprocessing.of(50, 32).resizeAndCrop(image));
  }

  @Test
  void normalisesChannelByChannel() {
    Normalization normalization =
        new Normalization(List.of(0f, 0.5f, 1f), List.of(1f, 0.5f, 0.25f));
    PixelTensor tensor =
        new Preprocessing(0, 0, normalization).apply(TestImages.of(1, 0xFF00FF, 0x00FF00));
    assertEquals(
        List.of(1f, 0f, -1f, 1f, 0f, -4f),
        List.of(
            tensor.get(0, 0, 0),
            tensor.get(0, 1, 0),
            tensor.get(1, 0, 0),
            tensor.get(1, 1, 0),
            tensor.get(2, 0, 0),
            tensor.get(2, 1, 0)));
  }

  @Test
  void describesItselfForFingerprints() {
    assertEquals(
        "resize=288 crop=256 filter=pillow-bilinear mean=0.485,0.456,0.406 std=0.229,0.224,0.225",
        Preprocessing.EVALUATION.describe());
  }

  @Test
  void equalsByContent() {
    assertEquals(
        new Preprocessing(
            256,
            224,
            new Normalization(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f))),
        Preprocessing.MOBILENET_224);
  }

  @ParameterizedTest
  @CsvSource({"-1,0", "0,-1", "2049,0", "0,2049"})
  void refusesLengthsOutOfRange(int resize, int crop) {
    assertThrows(ProblemException.class, () -> Preprocessing.of(resize, crop));
  }

  @ParameterizedTest
  @CsvSource({"256,0,1,100000", "256,0,300,1", "256,224,100000,1", "0,0,4000,3000"})
  void refusesPicturesTooLargeOrTooElongated(int resize, int crop, int width, int height) {
    Preprocessing preprocessing = Preprocessing.of(resize, crop);
    assertThrows(ProblemException.class, () -> preprocessing.outputSize(width, height));
  }

  @Test
  void refusesSpreadsOfZero() {
    assertThrows(
        ProblemException.class, () -> new Normalization(List.of(0f, 0f, 0f), List.of(1f, 0f, 1f)));
  }

  @Test
  void refusesTwoMeans() {
    assertThrows(
        ProblemException.class, () -> new Normalization(List.of(0f, 0f), List.of(1f, 1f, 1f)));
  }
}
