package eifexplorer.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A TorchScript program written by this package, compiled by PyTorch and ready to run. Has no weights of its own. */
final class TorchProgram implements AutoCloseable {
  private static final String HEAD =
      "class Net(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n";

  /** A pickled object of class {@code __torch__.Net} whose only attribute is {@code training = False}. */
  private static final String OBJECT =
      "\u0080\u0002c__torch__\nNet\n)\u0081}(X\b\0\0\0training\u0089ub.";

  private static final String EMPTY_TUPLE = "\u0080\u0002).";

  private final PtSymbolBlock module;

  private TorchProgram(PtSymbolBlock module) {
    this.module = module;
  }

  /**
   * Compiles methods of a module named {@code __torch__.Net}.
   *
   * @param memory what the program belongs to
   * @throws ai.djl.engine.EngineException if PyTorch does not know an operation in them
   */
  static TorchProgram compile(NDManager memory, String... methods) {
    byte[] archive = archive(String.join("", methods));
    try {
      PtSymbolBlock module =
          JniUtils.loadModule(
              (PtNDManager) memory, new ByteArrayInputStream(archive), false, false);
      return new TorchProgram(module);
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory failed", e);
    }
  }

  /**
   * Runs a method of one tensor and lists of tensors, {@code (x: Tensor, a: List[Tensor], b: List[Tensor], …)}; the results
   * belong to {@code scope}.
   *
   * @param gradients whether the result may take part in {@code backward}; the thread's gradient mode decides if it does
   */
  @SafeVarargs
  final NDList run(
      NDManager scope, String method, NDArray x, boolean gradients, List<NDArray>... lists) {
    NDArray name = scope.create(0f);
    name.setName("module_method:" + method);
    NDList arguments = new NDList(name, x);
    for (int i = 0; i < lists.length; i++) {
      for (NDArray array : lists[i]) {
        array.setName("list" + i + "[]");
        arguments.add(array);
      }
    }
    return IValueUtils.forward(module, arguments, gradients);
  }

  /** A TorchScript archive of a module with these methods and no weights. */
  static byte[] archive(String methods) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, "net/data.pkl", OBJECT);
      store(zip, "net/code/__torch__.py", HEAD + methods);
      store(zip, "net/constants.pkl", EMPTY_TUPLE);
      store(zip, "net/version", "3\n");
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  @Override
  public void close() {
    module.close();
  }
}
