package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** A picture whose every byte follows from its place. */
  private static RgbImage picture(int width, int height) {
    byte[] rgb = new byte[width * height * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (((long) i * i * 31 + i * 7L) >> 3);
    }
    return RgbImage.wrap(width, height, rgb);
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /** Checksums of the bytes by torchvision 0.14 and Pillow 9.4; by the long side, Resize was given both lengths. */
  @ParameterizedTest
  @CsvSource({
    "53,37,20,16,short,bicubic,3625083914",
    "53,37,90,0,short,bicubic,580508801",
    "37,53,24,0,both,bicubic,1424017626",
    "53,37,30,30,long,bicubic,996027770",
    "37,53,90,64,long,bilinear,443950398",
    "53,37,20,16,short,lanczos,3749853414",
    "53,37,80,70,both,lanczos,2885258142",
    "53,37,20,16,short,box,1629803282",
    "53,37,53,0,both,box,1463157686",
    "400,300,224,224,both,bilinear,2385235278"
  })
  void resizesAsTorchvision(
      int width, int height, int resize, int crop, String side, String filter, long expected) {
    Preprocessing preprocessing =
        new Preprocessing(
            resize,
            crop,
            Normalization.IMAGENET,
            ResizeSide.parse(side),
            ResizeFilter.parse(filter));
    RgbImage seen = preprocessing.resizeAndCrop(picture(width, height));
    assertEquals(expected, checksum(seen.toBytes()));
    assertEquals(preprocessing.outputSize(width, height), seen.size());
  }

  /** Checksums of the float32 values by torchvision 0.14: BN-Inception's from Caffe, one half, and CLIP's. */
  @ParameterizedTest
  @CsvSource({
    "mean=104;117;128 std=1;1;1 order=bgr range=255,1096863726",
    "mean=0.5;0.5;0.5 std=0.5;0.5;0.5,2798363022",
    "mean=0.48145466;0.4578275;0.40821073 std=0.26862954;0.26130258;0.27577711,801292604"
  })
  void normalisesAsTorchvision(String normalization, long expected) {
    Preprocessing preprocessing =
        Preprocessing.parse(20, 16, "filter=bicubic " + normalization.replace(';', ','));
    float[] values = preprocessing.apply(picture(53, 37)).toArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    assertEquals(expected, checksum(bytes.array()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "side=both filter=bicubic",
        "side=long mean=0.5,0.5,0.5 std=0.5,0.25,0.125",
        "mean=104.0,117.0,128.0 std=1.0,1.0,1.0 order=bgr range=255"
      })
  void isReadAgainFromItsText(String text) {
    Preprocessing preprocessing = Preprocessing.parse(256, 224, text);
    assertEquals(text, preprocessing.text());
    assertEquals(preprocessing, Preprocessing.parse(256, 224, preprocessing.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter=cubic",
        "side=top",
        "mean=1,2",
        "std=a,b,c",
        "order=grb",
        "range=2",
        "x=1",
        "x"
      })
  void anotherTextIsRefused(String text) {
    assertThrows(ProblemException.class, () -> Preprocessing.parse(256, 224, text));
  }
}
