package eifexplorer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.engine.Architecture;
import eifexplorer.image.Preprocessing;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparedImagesTest {
  private static final Architecture RESNET = Architecture.parse("resnet18");
  private static final String HALF = "mean=0.5,0.5,0.5 std=0.5,0.5,0.5";

  @TempDir private Path folder;

  private Preprocessing read(String file, String json) throws IOException {
    Files.writeString(folder.resolve(file), json.replace('\'', '"'));
    Path weights = folder.resolve("net.safetensors");
    return PreparedImages.of(weights, ModelFiles.at(weights), RESNET, true).preprocessing();
  }

  @Test
  void timmsConfig() throws IOException {
    assertEquals(
        Preprocessing.parse(248, 224, "filter=bicubic " + HALF),
        read(
            "config.json",
            "{'architecture': 'vit_base_patch16_224', 'pretrained_cfg': {'input_size': [3, 224,"
                + " 224], 'crop_pct': 0.9, 'interpolation': 'bicubic', 'crop_mode': 'center',"
                + " 'mean': [0.5, 0.5, 0.5], 'std': [0.5, 0.5, 0.5]}}"));
  }

  @Test
  void timmsSquashing() throws IOException {
    assertEquals(
        Preprocessing.parse(384, 384, "side=both filter=bicubic"),
        read(
            "net.json",
            "{'input_size': [3, 384, 384], 'crop_pct': 1.0, 'interpolation': 'bicubic',"
                + " 'crop_mode': 'squash'}"));
  }

  @Test
  void huggingFacesProcessorWithACrop() throws IOException {
    assertEquals(
        Preprocessing.parse(256, 224, "filter=bicubic"),
        read(
            "preprocessor_config.json",
            "{'do_center_crop': true, 'crop_size': {'height': 224, 'width': 224}, 'do_resize':"
                + " true, 'size': {'shortest_edge': 256}, 'resample': 3, 'do_normalize': true,"
                + " 'image_mean': [0.485, 0.456, 0.406], 'image_std': [0.229, 0.224, 0.225]}"));
  }

  @Test
  void huggingFacesProcessorOfBothSides() throws IOException {
    assertEquals(
        Preprocessing.parse(224, 0, "side=both " + HALF),
        read(
            "preprocessor_config.json",
            "{'do_resize': true, 'size': {'height': 224, 'width': 224}, 'resample': 2,"
                + " 'image_mean': [0.5, 0.5, 0.5], 'image_std': [0.5, 0.5, 0.5]}"));
  }

  @Test
  void anotherJsonBesideTheWeightsSaysNothing() throws IOException {
    assertEquals(Preprocessing.of(288, 256), read("config.json", "{'hidden_size': 384}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'input_size': [3, 224, 224], 'interpolation': 'random'}|filter is random",
        "{'input_size': [3, 224, 224], 'mean': [0.5]}|mean is [0.5]",
        "{'do_resize': true, 'size': 224, 'resample': 0}|filter is nearest",
        "{'input_size': |no JSON"
      })
  void aConfigThatCantBeFollowedIsNamed(String json, String expected) {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> read("config.json", json));
    assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    assertTrue(problem.getMessage().contains("config.json"), problem.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "resnet101,false,256,224,''",
    "resnet50,true,288,256,''",
    "bninception,false,256,224,'mean=104.0,117.0,128.0 std=1.0,1.0,1.0 order=bgr range=255'",
    "vit_s_16,false,256,224,filter=bicubic",
    "dinov2_s_14,false,256,224,filter=bicubic",
    "vit-12-w384-h6-p16-g24-m1536-r0-s0,false,438,384,filter=bicubic"
  })
  void whatIsUsualForANetwork(
      String network, boolean byAuthors, int resize, int crop, String text) {
    Path weights = folder.resolve("net.pth");
    PreparedImages images =
        PreparedImages.of(weights, ModelFiles.at(weights), Architecture.parse(network), byAuthors);
    assertEquals(Preprocessing.parse(resize, crop, text), images.preprocessing());
  }

  @Test
  void whatIsChosenComesFirst() {
    Path weights = folder.resolve("net.pth");
    ModelFiles files =
        new ModelFiles(
            weights,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.of(100),
            OptionalInt.empty(),
            Optional.of("side=both"),
            Optional.empty());
    PreparedImages images = PreparedImages.of(weights, files, RESNET, false);
    assertEquals(Preprocessing.parse(100, 224, "side=both"), images.preprocessing());
    assertEquals(
        "Images: resized to 100, cropped to 224, side=both (as chosen, the rest usual for"
            + " resnet18).",
        images.note());
  }
}
