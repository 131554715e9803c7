package eifexplorer.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  private static final Map<String, String> NOTES = Map.of("b", "ä", "a", "1");

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Path file = Files.write(folder.resolve("a"), encode(sample()));
    assertEquals(sample(), Checkpoints.read(file));
  }

  @Test
  void namesKeepTheirOrder() throws IOException {
    Path file = Files.write(folder.resolve("a"), encode(sample()));
    assertEquals(
        List.of("w", "count", "none", "scalar"), List.copyOf(Safetensors.read(file).names()));
  }

  @Test
  void onlyTheTensorsOfTheGivenNamesAreRead() throws IOException {
    Path file = Files.write(folder.resolve("a"), encode(sample()));
    assertEquals(
        sample().filtered(Set.of("count", "scalar")::contains),
        Safetensors.read(file, Set.of("scalar", "count", "absent")));
  }

  @Test
  void aWrongHeaderIsRefusedAlsoWhereOtherTensorsAreAskedFor() throws IOException {
    Path file =
        file(
            "{'good':{'dtype':'U8','shape':[1],'data_offsets':[0,1]},"
                + "'bad':{'dtype':'F32','shape':[7],'data_offsets':[1,5]}}",
            1,
            2,
            3,
            4,
            5);
    assertThrows(ProblemException.class, () -> Safetensors.read(file, Set.of("good")));
  }

  @Test
  void notesAreReadAgain() throws IOException {
    Path file = Files.write(folder.resolve("a"), encode(sample()));
    assertEquals(NOTES, Safetensors.readMetadata(file));
  }

  @Test
  void sameTensorsGiveTheSameBytes() throws IOException {
    assertArrayEquals(encode(sample()), encode(sample()));
  }

  @Test
  void halfPrecisionAndBytesAreWidened() throws IOException {
    Path file =
        file(
            "{'h':{'dtype':'F16','shape':[1],'data_offsets':[0,2]},"
                + "'b':{'dtype':'BF16','shape':[1],'data_offsets':[2,4]},"
                + "'u':{'dtype':'U8','shape':[2,1],'data_offsets':[4,6]}}",
            0,
            0x3c,
            0x80,
            0x3f,
            255,
            7);
    StateDict expected =
        StateDict.of(
            Map.of(
                "h", WeightTensor.of(new float[] {1}, 1),
                "b", WeightTensor.of(new float[] {1}, 1),
                "u", WeightTensor.of(new long[] {255, 7}, 2, 1)));
    assertEquals(expected, Safetensors.read(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | offsets of tensor a",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | offsets of tensor a",
        "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}} | no whole number",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0]}} | offsets of tensor a",
        "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,4]}} | too large",
        "{'a':{'dtype':'F8','shape':[1],'data_offsets':[0,1]}} | type \"F8\", which is not read",
        "{'a':{'dtype':'U8','shape':[3],'data_offsets':[0,3]},"
            + "'b':{'dtype':'U8','shape':[2],'data_offsets':[2,4]}} | overlaps",
        "{'a':1,'a':2} | no JSON",
        "{'a | no JSON",
        "[] | no JSON object"
      })
  void aHeaderThatDoesNotFitIsRefused(String json, String why) throws IOException {
    assertRefused(why, file(json, 1, 2, 3, 4));
  }

  @Test
  void aHeaderLongerThanTheFileIsRefused() throws IOException {
    byte[] bytes = encode(sample());
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, Long.MAX_VALUE);
    assertRefused("does not fit the file", Files.write(folder.resolve("a"), bytes));
  }

  @Test
  void aFileInNeitherFormatIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "weights, honestly");
    String message =
        assertThrows(ProblemException.class, () -> Checkpoints.read(file)).getMessage();
    assertTrue(message.contains("neither a PyTorch checkpoint"), message);
  }

  private Path file(String json, int... data) throws IOException {
    byte[] header = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(8 + header.length + data.length);
    out.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
    for (int value : data) {
      out.put((byte) value);
    }
    return Files.write(folder.resolve("crafted"), out.array());
  }

  private static void assertRefused(String why, Path file) {
    String message =
        assertThrows(ProblemException.class, () -> Safetensors.read(file)).getMessage();
    assertTrue(message.contains(why), message);
  }

  private static byte[] encode(StateDict tensors) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(out, tensors, NOTES);
    return out.toByteArray();
  }

  private static StateDict sample() {
    Random random = new Random(1);
    float[] values = new float[150 * 151];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    tensors.put("w", WeightTensor.of(values, 150, 151));
    tensors.put("count", WeightTensor.of(new long[] {Long.MIN_VALUE, 7}, 2));
    tensors.put("none", WeightTensor.of(new float[0], 0, 3));
    tensors.put("scalar", WeightTensor.of(new float[] {2}));
    return StateDict.of(tensors);
  }
}
