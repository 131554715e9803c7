package eifexplorer.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import eifexplorer.testing.GoldenFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PthReaderTest {
  @TempDir Path folder;

  @Test
  void aStridedTensorIsGathered() throws IOException {
    Path file = new CraftedPth().tensor("0", 3, 1, 2, 1).write(path(), floats(1, 2, 3));
    assertEquals(
        StateDict.of(Map.of(StateDict.BARE, WeightTensor.of(new float[] {2, 3}, 2))),
        PthReader.read(file));
  }

  @Test
  void nestedDictionariesAreFlattenedInOrder() throws IOException {
    CraftedPth pth = new CraftedPth().raw("}(").text("state_dict").raw("}(");
    pth.text("b").tensor("0", 1, 0, 1, 1).text("a").tensor("0", 1, 0, 1, 1).raw("u");
    Path file = pth.text("epoch").integer(3).raw("u").write(path(), floats(4));
    assertEquals(
        List.of("state_dict.b", "state_dict.a"), List.copyOf(PthReader.read(file).names()));
  }

  @Test
  void aTupleAndTheListsInADictionaryAreReadByPosition() throws IOException {
    CraftedPth pth = new CraftedPth().tensor("0", 2, 0, 2, 1).raw("}(").text("paths").raw("](");
    pth.text("a.jpg").text("b.jpg").raw("e").text("labels").raw("](").integer(3).integer(1);
    Path file = pth.raw("eu").bytes(0x86).write(path(), floats(4, 5));
    assertEquals(
        new SavedArrays(
            StateDict.of(Map.of("0", WeightTensor.of(new float[] {4, 5}, 2))),
            Map.of("1.paths", List.of("a.jpg", "b.jpg"), "1.labels", List.of(3, 1))),
        PthReader.readAll(file));
  }

  @Test
  void aPickleThatCallsTheSystemIsRefusedAndRunsNothing() throws IOException {
    Path trace = folder.resolve("ran");
    CraftedPth pth = new CraftedPth().raw("cos\nsystem\n(").text("touch " + trace).raw("tR");
    assertRefused("os.system", pth.write(path(), new byte[0]));
    assertFalse(Files.exists(trace));
  }

  @Test
  void aClassNamedFromTheStackIsRefused() throws IOException {
    CraftedPth pth = new CraftedPth().text("builtins").text("eval").bytes(0x93);
    assertRefused("builtins.eval", pth.write(path(), new byte[0]));
  }

  /** Each line is what a pickle holds beside a tensor: an object of numpy, argparse, collections, pathlib, datetime, torch. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cnumpy.core.multiarray\nscalar\n(cnumpy\ndtype\n(U\u0002f8\u0089\u0088tRU\u0004abcdtR",
        "cargparse\nNamespace\n)\u0081}U\u0002lrK\u0001sb",
        "ccollections\nCounter\n(}tR",
        "ccollections\ndefaultdict\n(c__builtin__\nlist\ntR",
        "c__builtin__\nset\n(](K\u0001K\u0002etR",
        "cpathlib\nPosixPath\n(U\u0001atR",
        "cdatetime\ndatetime\n(U\u0002abtR",
        "ctorch\ndevice\n(U\u0003cputR",
        "ctorch\nfloat32\n",
        "comegaconf.dictconfig\nDictConfig\n)\u0081}U\u0008_contentNsb",
        "\u008f(K\u0001\u0090",
        "cmylist\nList\n)\u0081(K\u0001K\u0002e",
        "}K\u0001\u0085K\u0002s",
        "\u008b\u0003\u0000\u0000\u0000abc",
        "\u0096\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000a"
      })
  void anotherObjectBesideTheTensorsIsLeftOut(String object) throws IOException {
    CraftedPth pth = new CraftedPth().raw("}").text("w").tensor("0", 1, 0, 1, 1).raw("s");
    Path file = pth.text("extra").latin(object).raw("s").write(path(), floats(7));
    assertEquals(
        StateDict.of(Map.of("w", WeightTensor.of(new float[] {7}, 1))), PthReader.read(file));
  }

  /** Objects that are dictionaries may hold weights; an optimiser's moments are none. */
  @Test
  void tensorsInsideObjectsAreReadButNotThoseOfTheOptimiser() throws IOException {
    CraftedPth pth =
        new CraftedPth().raw("}").text("net").raw("ceasydict\nEasyDict\n").latin(")\u0081");
    pth.text("w").tensor("0", 1, 0, 1, 1).raw("ss").text("optimizer").raw("}").text("m");
    Path file = pth.tensor("0", 1, 0, 1, 1).raw("ss").write(path(), floats(7));
    assertEquals(List.of("net.w"), List.copyOf(PthReader.read(file).names()));
  }

  @ParameterizedTest
  @CsvSource({
    "__main__,Net,it holds an object of __main__.Net",
    "numpy.core.multiarray,_reconstruct,its arrays are numpy's",
    "subprocess,Popen,can run commands in Python",
    "torch._utils,_rebuild_qtensor,quantised",
    "torch._utils,_rebuild_sparse_tensor,tensors made by torch._utils._rebuild_sparse_tensor"
  })
  void whatTheWeightsDependOnIsNamed(String module, String name, String why) throws IOException {
    CraftedPth pth = new CraftedPth().raw("c" + module + "\n" + name + "\n)").latin("\u0081");
    assertRefused(why, pth.write(path(), new byte[0]));
  }

  @Test
  void classesThePickleLibraryWouldBuildAreRefused() throws IOException {
    CraftedPth pth = new CraftedPth().raw("cdecimal\nDecimal\n(").text("1").raw("tR");
    assertRefused("decimal.Decimal", pth.write(path(), new byte[0]));
  }

  @Test
  void aTensorBeyondItsStorageIsRefused() throws IOException {
    Path file = new CraftedPth().tensor("0", 3, 2, 2, 1).write(path(), floats(1, 2, 3));
    assertRefused("reaches element 3 of a storage of 3", file);
  }

  @Test
  void aRepeatedElementDoesNotFillTheMemory() throws IOException {
    Path file = new CraftedPth().tensor("0", 1, 0, 1 << 30, 0).write(path(), floats(1));
    assertRefused("bytes of memory", file);
  }

  @Test
  void aStorageShorterThanAnnouncedIsRefused() throws IOException {
    Path file = new CraftedPth().tensor("0", 4, 0, 4, 1).write(path(), floats(1, 2, 3));
    assertRefused("storage 0 has not its full length", file);
  }

  @Test
  void aTextLongerThanTheFileIsRefused() throws IOException {
    CraftedPth pth = new CraftedPth().bytes('X', 0xff, 0xff, 0xff, 0x7f);
    assertRefused("cut short", pth.write(path(), new byte[0]));
  }

  @Test
  void keysThatAreListsAreRefused() throws IOException {
    CraftedPth pth = new CraftedPth().raw("}]K").bytes(1, (int) 's');
    assertRefused("neither text nor a number", pth.write(path(), new byte[0]));
  }

  @Test
  void aNestOfListsIsNeverMadeText() throws IOException {
    CraftedPth nest = new CraftedPth().raw("]q").bytes(0);
    for (int level = 1; level < 40; level++) {
      nest.raw("](h").bytes(level - 1).raw("h").bytes(level - 1).raw("eq").bytes(level);
    }
    nest.raw("ctorch._utils\n_rebuild_tensor_v2\n((").text("storage");
    nest.raw("ctorch\nFloatStorage\n").bytes('h', 39).text("cpu").integer(1).raw("tQ");
    assertRefused("neither a short text nor a number", nest.write(path(), new byte[0]));
  }

  @Test
  void copiesOfCopiesAreRefused() throws IOException {
    CraftedPth pth = new CraftedPth().raw("](");
    for (int i = 0; i < 1000; i++) {
      pth.integer(i).raw("K").bytes(1).bytes(0x86);
    }
    pth.raw("eq").bytes(0);
    for (int i = 0; i < 200; i++) {
      pth.raw("ccollections\nOrderedDict\n").bytes('h', 0, 0x85).raw("R");
    }
    assertRefused("builds far more than it is long", pth.write(path(), new byte[0]));
  }

  @Test
  void aTensorOfManyAxesIsRefused() throws IOException {
    CraftedPth pth = new CraftedPth().raw("ctorch._utils\n_rebuild_tensor_v2\n((");
    pth.text("storage").raw("ctorch\nFloatStorage\n").text("0").text("cpu").integer(1).raw("tQ");
    pth.integer(0).raw("(");
    for (int axis = 0; axis < 65; axis++) {
      pth.bytes('K', 1);
    }
    assertRefused("more than 64 axes", pth.raw("t))tR").write(path(), new byte[4]));
  }

  @Test
  void dictionariesNestedWithoutEndAreRefused() throws IOException {
    CraftedPth pth = new CraftedPth().raw("}");
    for (int level = 0; level < 100_000; level++) {
      pth.text("a").raw("}");
    }
    pth.text("w").tensor("0", 1, 0, 1, 1).raw("s".repeat(100_001));
    assertRefused("nested more than 64 deep", pth.write(path(), floats(1)));
  }

  @Test
  void nonsenseIsRefused() throws IOException {
    assertRefused("damaged", new CraftedPth().raw("tttt").write(path(), new byte[0]));
  }

  @Test
  void aPickleThatEndsEarlyIsCalledCutShort() throws IOException {
    CraftedPth pth = new CraftedPth().raw("ccollections\nOrdered");
    Path file = pth.write(path(), new byte[0]); // its last byte is taken for one of the name
    assertRefused("cut short", file);
  }

  @Test
  void aCompressedEntryIsRefused() throws IOException {
    try (OutputStream out = Files.newOutputStream(path());
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a/data.pkl"));
      zip.write(new byte[1 << 20]);
    }
    assertRefused("pack it again without compression", path());
  }

  @Test
  void aFlippedBitIsNoticedByTheArchivesSum() throws IOException {
    byte[] whole = Files.readAllBytes(GoldenFiles.file("checkpoints/linear_zip.pth"));
    StateDict read = PthReader.read(GoldenFiles.file("checkpoints/linear_zip.pth"));
    byte[] tensor = floats(read.get(read.names().iterator().next()).floats());
    whole[indexOf(whole, tensor)] ^= 1;

    assertRefused("is damaged", Files.write(path(), whole));
  }

  /** As PyTorch writes archives after {@code torch.serialization.set_crc32_options(False)}. */
  @Test
  void anArchiveWithoutSumsIsRead() throws IOException {
    byte[] whole = withSums(0);
    StateDict expected = PthReader.read(GoldenFiles.file("checkpoints/linear_zip.pth"));

    StateDict read = PthReader.read(Files.write(path(), whole));

    assertEquals(expected.names(), read.names());
    for (String name : read.names()) {
      assertArrayEquals(expected.get(name).floats(), read.get(name).floats(), name);
    }
  }

  @Test
  void anArchiveAllOfWhoseSumsAreWrongIsDamaged() throws IOException {
    assertRefused("is damaged", Files.write(path(), withSums(1)));
  }

  private static byte[] withSums(int sum) throws IOException {
    byte[] whole = Files.readAllBytes(GoldenFiles.file("checkpoints/linear_zip.pth"));
    for (int i = 0; i < whole.length - 20; i++) {
      if (whole[i] == 'P' && whole[i + 1] == 'K' && whole[i + 2] == 1 && whole[i + 3] == 2) {
        Arrays.fill(whole, i + 16, i + 20, (byte) sum);
      }
    }
    return whole;
  }

  @Test
  void everyTruncationOfAFileIsRefused() throws IOException {
    for (String name : List.of("linear_zip.pth", "linear_legacy.pth")) {
      byte[] whole = Files.readAllBytes(GoldenFiles.file("checkpoints/" + name));
      for (int length = 0; length < whole.length; length += 7) {
        Path file = Files.write(path(), Arrays.copyOf(whole, length));
        assertThrows(ProblemException.class, () -> PthReader.read(file), name);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "version https://git-lfs.github.com/spec/v1, git lfs pull",
    "'  <!DOCTYPE html><html>', web page",
    "'', empty"
  })
  void whatIsOftenTakenForWeightsIsNamed(String content, String named) throws IOException {
    Path file = Files.writeString(path(), content);
    String message =
        assertThrows(ProblemException.class, () -> Checkpoints.read(file)).getMessage();
    assertTrue(message.contains(named), message);
  }

  @Test
  void aMissingFileIsSaid() {
    assertRefused("can't be read", folder.resolve("absent.pth"));
  }

  private Path path() {
    return folder.resolve("crafted.pth");
  }

  @Test
  void anOnnxNetworkIsCalledThat() throws IOException {
    Path file =
        Files.write(folder.resolve("net.onnx"), new byte[] {8, 6, 18, 7, 'p', 'y', 't', 'o'});
    ProblemException problem = assertThrows(ProblemException.class, () -> Checkpoints.read(file));
    assertTrue(problem.getMessage().startsWith("This is an ONNX network"), problem.getMessage());
  }

  private static void assertRefused(String why, Path file) {
    String message = assertThrows(ProblemException.class, () -> PthReader.read(file)).getMessage();
    assertTrue(message.contains(why), message);
  }

  private static int indexOf(byte[] whole, byte[] part) {
    return IntStream.rangeClosed(0, whole.length - part.length)
        .filter(i -> Arrays.equals(whole, i, i + part.length, part, 0, part.length))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] floats(float... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * 4);
    buffer.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return buffer.array();
  }
}
