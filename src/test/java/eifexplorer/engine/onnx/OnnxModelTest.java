package eifexplorer.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import eifexplorer.testing.Folders;
import eifexplorer.testing.OnnxFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxModelTest {
  private static final String[] IMAGES = {"images"};

  @TempDir Path folder;

  private static OnnxFiles small() {
    return new OnnxFiles().input("images", 1, 3, 8, 8).output("features", 1, 4);
  }

  private String refusal(Path file) {
    return assertThrows(ProblemException.class, () -> OnnxModel.read(file)).getMessage();
  }

  private Path write(OnnxFiles file) {
    return file.write(folder.resolve("a.onnx"));
  }

  @Test
  void aFileSaysWhatGoesInAndComesOut() {
    Path file = OnnxFiles.convolution(folder, false, -1, 5);
    assertEquals(
        new OnnxModel(
            file,
            new OnnxValue("images", true, List.of(-1L, 3L, 5L, 5L)),
            List.of(
                new OnnxValue("map", true, List.of(-1L, 2L, 5L, 5L)),
                new OnnxValue("features", true, List.of(-1L, 2L))),
            Set.of(folder.resolve("network.onnx.data"))),
        OnnxModel.read(file));
  }

  @ParameterizedTest
  @CsvSource({"true,1,6,1,6,6", "false,1,6,1,6,6", "true,-1,-1,0,0,0", "false,-1,-1,0,0,0"})
  void sizesAreReadInEitherOrder(
      boolean last, long batch, long side, int givenBatch, int height, int width) {
    OnnxModel model = OnnxModel.read(OnnxFiles.convolution(folder, last, batch, side));
    assertEquals(
        List.of(last, givenBatch, height, width, 2, 2),
        List.of(
            model.channelsLast(),
            model.batch(),
            model.height(),
            model.width(),
            model.featureSize(0),
            model.featureSize(1)));
  }

  @Test
  void anOutputIsChosenByName() {
    OnnxModel model = OnnxModel.read(OnnxFiles.convolution(folder, false, 1, 4));
    assertEquals(0, model.output(Optional.empty()));
    assertEquals(1, model.output(Optional.of("features")));
    assertEquals(
        "The network has no output \"logits\" of features: it gives \"map\" [1,2,4,4], \"features\""
            + " [1,2]: "
            + model.file()
            + ". Features [n,F] or a feature map [n,C,h,w] in float32 are needed.",
        assertThrows(ProblemException.class, () -> model.output(Optional.of("logits")))
            .getMessage());
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("evil:Run", small().node("evil", "Run", IMAGES, "features")),
        Arguments.of(
            "com.microsoft:EPContext", small().node("com.microsoft", "EPContext", IMAGES, "y")),
        Arguments.of(
            "evil:Inner", small().node("", "If", IMAGES, "y", OnnxFiles.branch("evil", "Inner"))),
        Arguments.of(
            "evil:Deep",
            small().function("own", "Block", "evil", "Deep").node("own", "Block", IMAGES, "y")),
        Arguments.of(
            "com.microsoft:EPContext",
            small()
                .function("com.microsoft", "EPContext", "", "Relu")
                .node("com.microsoft", "EPContext", IMAGES, "y")),
        Arguments.of("outside its folder", small().external("W", "../secret", 0, 4)),
        Arguments.of("outside its folder", small().external("W", "/etc/hostname", 0, 4)),
        Arguments.of("outside its folder", small().external("W", "..\\secret", 0, 4)),
        Arguments.of("which is missing: gone.data", small().external("W", "gone.data", 0, 4)),
        Arguments.of("cut short", small().external("W", "short.data", 4, 8)),
        Arguments.of("cut short", small().external("W", "short.data", Long.MAX_VALUE / 10, 8)),
        Arguments.of("takes 2 inputs", small().input("mask", 1, 8)),
        Arguments.of(
            "takes \"tokens\" [1,77], no images",
            new OnnxFiles().input("tokens", 1, 77).output("y", 1, 4)));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String why, OnnxFiles file) throws IOException {
    Files.write(folder.resolve("short.data"), new byte[8]);
    String message = refusal(write(file));
    assertTrue(message.contains(why), message);
  }

  @Test
  void aFunctionOfTheFilesOwnIsLetThrough() {
    Path file =
        write(
            small()
                .function("own", "Block", "", "Relu")
                .node("own", "Block", IMAGES, "y")
                .node("com.microsoft", "FusedConv", IMAGES, "features"));
    assertEquals("features", OnnxModel.read(file).outputs().get(0).name());
  }

  @Test
  void aLinkOutOfTheFolderIsRefused() throws IOException {
    Path secret = Files.write(folder.resolve("secret"), new byte[8]);
    Path models = Files.createDirectories(folder.resolve("models"));
    Folders.link(models.resolve("W.data"), secret);
    String message = refusal(small().external("W", "W.data", 0, 8).write(models.resolve("a.onnx")));
    assertTrue(message.contains("outside its folder"), message);
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(OnnxFiles.convolution(folder, true, 1, 4));
    List<UnaryOperator<byte[]>> damages =
        List.of(
            bytes -> new byte[0],
            bytes -> "no model".getBytes(StandardCharsets.UTF_8),
            bytes -> Arrays.copyOf(bytes, bytes.length / 2),
            bytes -> new byte[] {58, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1});
    for (UnaryOperator<byte[]> damage : damages) {
      Path file = Files.write(folder.resolve("a.onnx"), damage.apply(whole));
      String message = refusal(file);
      assertTrue(message.contains("no ONNX model, or a damaged one"), message);
    }
  }

  /** Whichever byte is changed: an answer or a refusal, no other trouble. */
  @Test
  void everyChangedByteIsAnswered() throws IOException {
    byte[] whole = Files.readAllBytes(OnnxFiles.convolution(folder, true, 1, 4));
    Path file = folder.resolve("changed.onnx");
    for (int i = 0; i < whole.length; i += 5) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      Files.write(file, changed);
      try {
        OnnxModel.read(file);
      } catch (ProblemException e) {
        assertTrue(!e.getMessage().isEmpty());
      }
    }
  }

  @Test
  void weightsOfOtherFilesArePutIn() throws IOException {
    Path file = OnnxFiles.convolution(folder, false, 1, 4);
    Path whole = folder.resolve("whole.onnx");
    Files.write(whole, whole(file));
    OnnxModel model = OnnxModel.read(whole);

    assertEquals(Set.of(), model.data());
    assertEquals(OnnxModel.read(file).outputs(), model.outputs());
    byte[] values =
        Arrays.copyOfRange(Files.readAllBytes(folder.resolve("network.onnx.data")), 8, 32);
    assertTrue(indexOf(Files.readAllBytes(whole), values) > 0);
    assertArrayEquals(Files.readAllBytes(whole), whole(whole));
  }

  private static byte[] whole(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OnnxModel.writeWhole(file, out);
    return out.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }
}
