package eifexplorer.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.OnnxNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.onnx.OnnxModel;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX network, run by ONNX Runtime on the processor. What runs is a copy of the file as it was looked through, with all its
 * weights in it, so that the runtime follows no path that the file names.
 */
final class OnnxBackbone implements Backbone {
  private static final String ENGINE = "OnnxRuntime";
  private static final int PROBE = 224;

  private final OnnxModel file;
  private final Model model;
  private final int output;
  private final BackboneSpec spec;

  private OnnxBackbone(OnnxModel file, Model model, BackboneSpec wanted) {
    this.file = file;
    this.model = model;
    this.output = ((OnnxNetwork) wanted.architecture()).output();
    this.spec = wanted;
  }

  /** Opens a file and asks it for the features of one grey image to learn their number. */
  static Backbone open(Path path, BackboneSpec wanted, int threads) {
    if (!OnnxNetwork.canRun()) {
      throw ProblemException.inFile(
          path, "This build can't run ONNX networks", OnnxNetwork.HOW_TO_RUN);
    }
    OnnxModel file = OnnxModel.read(path);
    Model model = load(path, threads);
    try {
      OnnxBackbone unknown = new OnnxBackbone(file, model, wanted);
      int height = file.height() == 0 ? PROBE : file.height();
      int width = file.width() == 0 ? PROBE : file.width();
      int features =
          unknown.features(new float[ImageBatch.CHANNELS * height * width], 1, height, width)
              .length;
      OnnxNetwork known = new OnnxNetwork(features, unknown.output);
      return new OnnxBackbone(
          file, model, new BackboneSpec(known, wanted.pooling(), wanted.layerNorm()));
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static Model load(Path path, int threads) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("eif-explorer");
      Path copy = folder.resolve("model.onnx");
      try (OutputStream out = Files.newOutputStream(copy)) {
        OnnxModel.writeWhole(path, out);
      }
      // The copy, not the file, is what is looked through last before it runs.
      OnnxModel.read(copy);
      Model model = Model.newInstance("model", Device.cpu(), ENGINE);
      model.load(folder, "model", Map.of("intraOpNumThreads", String.valueOf(threads)));
      return model;
    } catch (IOException | MalformedModelException | EngineException e) {
      throw new ProblemException(
          "ONNX Runtime can't load the network",
          path.toString(),
          "Export it with a lower opset_version, such as 17.",
          e);
    } finally {
      delete(folder);
    }
  }

  private static void delete(@Nullable Path folder) {
    if (folder != null) {
      try {
        Files.deleteIfExists(folder.resolve("model.onnx"));
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        // Windows keeps a file that is in use; it is of no harm where temporary files are.
        folder.toFile().deleteOnExit();
      }
    }
  }

  @Override
  public BackboneSpec spec() {
    return spec;
  }

  @Override
  public synchronized float[] features(float[] images, int n, int height, int width) {
    ImageBatch.check(images, n, height, width);
    if (n == 0) {
      return new float[0];
    }
    FeatureMaps maps = run(images, n, height, width);
    return OnnxTensors.normalised(OnnxTensors.pooled(maps, spec.pooling()), n, spec.layerNorm());
  }

  @Override
  public synchronized FeatureMaps featureMaps(float[] images, int n, int height, int width) {
    ImageBatch.check(images, n, height, width);
    if (file.outputs().get(output).rank() == 2) {
      throw new ProblemException(
          "The ONNX network gives features that are pooled already",
          file.file().toString(),
          "Export it so that it ends with its last feature map [n,C,h,w].");
    }
    return run(images, n, height, width);
  }

  /** Features are maps of 1×1. A network of a fixed batch runs several times, the last time on images of zeros too. */
  private FeatureMaps run(float[] images, int n, int height, int width) {
    requireSize(height, file.height());
    requireSize(width, file.width());
    int step = file.batch() == 0 ? n : file.batch();
    int one = ImageBatch.CHANNELS * height * width;
    FeatureMaps[] parts = new FeatureMaps[(n + step - 1) / step];
    for (int part = 0; part < parts.length; part++) {
      float[] batch = Arrays.copyOfRange(images, part * step * one, (part + 1) * step * one);
      parts[part] = forward(batch, step, height, width);
    }
    return OnnxTensors.joined(parts, n);
  }

  private void requireSize(int given, int wanted) {
    if (wanted > 0 && given != wanted) {
      throw ProblemException.inFile(
          file.file(),
          "The network takes images of "
              + Math.max(1, file.width())
              + "×"
              + Math.max(1, file.height())
              + " pixels alone",
          "Resize and crop to that.");
    }
  }

  private FeatureMaps forward(float[] images, int n, int height, int width) {
    boolean last = file.channelsLast();
    float[] values =
        last ? OnnxTensors.channelsLast(images, n, ImageBatch.CHANNELS, height * width) : images;
    Shape shape =
        last
            ? new Shape(n, height, width, ImageBatch.CHANNELS)
            : new Shape(n, ImageBatch.CHANNELS, height, width);
    try (NDManager memory = model.getNDManager().newSubManager()) {
      NDArray x = memory.create(FloatBuffer.wrap(values), shape, DataType.FLOAT32);
      NDList answer =
          model.getBlock().forward(new ParameterStore(memory, false), new NDList(x), false);
      answer.attach(memory);
      return OnnxTensors.maps(answer.get(output), n, last);
    } catch (EngineException e) {
      throw ImageBatch.refused(n, height, width, e);
    }
  }

  @Override
  public StateDict weights() {
    return StateDict.of(Map.of());
  }

  @Override
  public synchronized void close() {
    model.close();
  }
}
