package eifexplorer.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.djl.ScriptReading;
import eifexplorer.engine.Architecture;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.checkpoint.Checkpoints;
import eifexplorer.engine.checkpoint.Safetensors;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.model.ForeignModelReader;
import eifexplorer.model.ModelFiles;
import eifexplorer.testing.GoldenFiles;
import eifexplorer.training.Checkpoint;
import eifexplorer.training.Schedule;
import eifexplorer.training.TrainingPosition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Weights, and programs to which nothing is done but to look through them. */
final class CheckpointFormats {
  private static final List<String> PICKLE =
      List.of(
          "ctorch._utils\n_rebuild_tensor_v2\n",
          "ccollections\nOrderedDict\n",
          "(",
          "t",
          "R",
          "}",
          "]",
          ")",
          "\u0080\2",
          "X\3\0\0\0abc",
          "q\0",
          "h\0",
          "j\0\0\0\0",
          "J\uffff\uffff\uffff\uffff",
          "ctorch\nFloatStorage\n",
          "cposix\nsystem\n",
          "Q",
          "u",
          "e",
          "b",
          ".",
          "\u0085",
          "\u0086",
          "\u008a\2\u00ff\u00ff",
          "M\u00ff\u00ff",
          "K\1",
          "0",
          "2",
          "N",
          "\u0088",
          "\u0089",
          "B\0\0\0\u007f");
  private static final List<String> CODE =
      List.of(
          "torch.",
          "ops.",
          "getattr(",
          "while True:\n",
          "(",
          ")",
          "[",
          "]",
          "\"",
          "'''",
          "#",
          "\\",
          "\n",
          "    ",
          "class A(Module):\n",
          "def forward(self):\n",
          "self.",
          "lambda",
          "1e999",
          "torch.save",
          "torch.from_file",
          "\u0000",
          "é",
          "if x:\n",
          "List[",
          "=",
          "annotate(");

  private CheckpointFormats() {}

  static List<Format> all() throws IOException {
    List<byte[]> safetensors = List.of(safetensors(false), safetensors(true), checkpoint());
    List<byte[]> zipped = golden("linear_zip.pth", "views_dtypes.pth", "proxy.pth");
    List<byte[]> legacy = golden("linear_legacy.pth");
    List<Mutation> header =
        List.of(new Mutation("header", CheckpointFormats::header), JsonMutations.whole().get(0));
    return List.of(
        Format.of(
            "safetensors",
            "a.safetensors",
            safetensors,
            List.of("\"dtype\":\"F32\"", "\"shape\":[", "\"data_offsets\":[0,4]", "{", "}", "BF16"),
            header,
            file -> tensors(Checkpoints.read(file))),
        Format.of(
            "run's checkpoint",
            "last.safetensors",
            safetensors,
            List.of("\"position\"", "\"sampler\"", "{", "}"),
            header,
            file -> Checkpoint.read(file).sampler() != null),
        Format.of(
            "pth",
            "a.pth",
            zipped,
            PICKLE,
            ZipMutations.around(ByteMutations.all(zipped, PICKLE)),
            file -> tensors(Checkpoints.read(file))),
        Format.of(
            "old pth", "a.pth", legacy, PICKLE, List.of(), file -> tensors(Checkpoints.read(file))),
        Format.of(
            "model",
            "a.pth",
            Stream.of(List.of(network()), zipped, legacy, safetensors)
                .flatMap(List::stream)
                .toList(),
            PICKLE,
            header,
            file -> ForeignModelReader.read(ModelFiles.at(file)).finding(3) != null),
        Format.of(
            "TorchScript",
            "a.pt",
            List.of(program()),
            CODE,
            ZipMutations.around(ByteMutations.all(List.of(program()), CODE)),
            ScriptReading::accepts));
  }

  private static List<byte[]> golden(String... names) throws IOException {
    byte[][] all = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      all[i] = Files.readAllBytes(GoldenFiles.file("checkpoints/" + names[i]));
    }
    return List.of(all);
  }

  private static byte[] safetensors(boolean whole) throws IOException {
    Random random = new Random(3);
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    tensors.put("head.weight", tensor(random, 4, 3));
    tensors.put("head.bias", tensor(random, 4));
    tensors.put("proxies", tensor(random, 2, 4));
    if (whole) {
      tensors.put("count", WeightTensor.of(new long[] {7}));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(out, StateDict.of(tensors), Map.of("format", "pt"));
    return out.toByteArray();
  }

  private static WeightTensor tensor(Random random, int... shape) {
    return eifexplorer.testing.SmallWorkspace.tensor(random, shape);
  }

  /** A whole model as this program keeps it. */
  private static byte[] network() throws IOException {
    Architecture network = Architecture.parse("basic-1-1-1-1-w8");
    StateDict last =
        StateDict.of(
            Map.of(
                "head.weight", tensor(new Random(1), 4, network.featureSize()),
                "head.bias", tensor(new Random(2), 4),
                "proxies", tensor(new Random(3), 3, 4)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(
        out, last.plus(BackboneWeights.random(network, 1).prefixed("backbone.")), Map.of());
    return out.toByteArray();
  }

  private static byte[] checkpoint() throws IOException {
    Path file = Files.createTempFile("checkpoint", ".safetensors");
    try {
      Map<String, WeightTensor> weights =
          Map.of(
              "head.weight", tensor(new Random(1), 2, 2),
              "head.bias", tensor(new Random(2), 2),
              "proxies", tensor(new Random(3), 2, 2));
      new Checkpoint(
              new TrainingPosition(2, 0, 0, 0, 0, 0, new Schedule(1, -1, 0, -1, 0, 0)),
              StateDict.of(weights),
              new long[] {1, 2})
          .write(file);
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  /** JSON damage inside the header, whose length then fits again. */
  private static byte[] header(byte[] bytes, Random random) {
    long length =
        bytes.length < 8 ? -1 : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > bytes.length - 8) {
      return bytes;
    }
    int end = 8 + (int) length;
    byte[] changed = JsonMutations.mutate(Arrays.copyOfRange(bytes, 8, end), random);
    byte[] joined = ByteMutations.join(bytes, 8, changed, end);
    ByteBuffer.wrap(joined).order(ByteOrder.LITTLE_ENDIAN).putLong(changed.length);
    return joined;
  }

  private static boolean tensors(StateDict all) {
    for (WeightTensor tensor : all.asMap().values()) {
      int size = Arrays.stream(tensor.shape()).reduce(1, Math::multiplyExact);
      assertEquals(size, tensor.size());
      if (tensor.isFloat()) {
        assertEquals(size, tensor.floats().length);
      } else {
        assertEquals(size, tensor.longView().remaining());
      }
    }
    return true;
  }

  private static byte[] program() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("net/data.pkl", "\u0080\u0002c__torch__\nNet\n)\u0081}b.");
    parts.put(
        "net/code/__torch__.py",
        """
        class Net(Module):
          __parameters__ = ["weight", ]
          __buffers__ = []
          weight : Tensor
          training : bool
          def forward(self: __torch__.Net,
            x: Tensor) -> Tensor:
            weight = self.weight
            y = torch.relu(torch.matmul(x, weight))
            _0 = [torch.size(y, 0), -1]
            if bool(training):
              z = torch.dropout(y, 0.5, True)
            else:
              z = y
            return torch.view(z, _0)
        """);
    parts.put("net/constants.pkl", "\u0080\u0002).");
    parts.put("net/data/0", "\u0001\u0002\u0003\u0004");
    parts.put("net/version", "3\n");
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.ISO_8859_1)));
    return ArrayFormats.zip(bytes);
  }
}
