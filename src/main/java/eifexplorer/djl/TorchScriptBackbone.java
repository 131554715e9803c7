package eifexplorer.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.DeviceMemoryException;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.PlainText;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.Reason;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A TorchScript program from a file, run as it is in evaluation mode. */
final class TorchScriptBackbone implements Backbone {
  /** Sides of images networks are made for, the most usual first: one traced with a fixed size takes no other. */
  private static final int[] PROBES = {
    224, 256, 112, 128, 64, 96, 32, 28, 384, 299, 448, 336, 160, 192, 227, 240, 288, 320, 512, 518
  };

  private static final Pattern RAISED = Pattern.compile("RuntimeError: (.+)");

  private final DjlRuntime runtime;
  private final NDManager memory;
  private final PtSymbolBlock module;
  private final HostArrays host = new HostArrays();
  private final BackboneSpec spec;

  private TorchScriptBackbone(
      DjlRuntime runtime, NDManager memory, PtSymbolBlock module, Pooling pooling, boolean norm) {
    this.runtime = runtime;
    this.memory = memory;
    this.module = module;
    this.spec = new BackboneSpec(new TorchScriptNetwork(probed(pooling, norm)), pooling, norm);
  }

  /** F of one grey image, of the first size that the program takes. */
  private int probed(Pooling pooling, boolean norm) {
    @Nullable ProblemException first = null;
    for (int side : PROBES) {
      try {
        return run(new float[3 * side * side], 1, side, side, pooling, norm).length;
      } catch (DeviceMemoryException e) {
        throw e;
      } catch (ProblemException e) {
        first = first == null ? e : first;
      }
    }
    throw Objects.requireNonNull(first);
  }

  /** Opens a file and asks it for the features of one grey image to learn their number. */
  static Backbone open(DjlRuntime runtime, Path file, Pooling pooling, boolean layerNorm) {
    try (TorchScriptArchive archive = TorchScriptArchive.open(file)) {
      return open(runtime, file, archive, pooling, layerNorm);
    }
  }

  private static Backbone open(
      DjlRuntime runtime,
      Path file,
      TorchScriptArchive archive,
      Pooling pooling,
      boolean layerNorm) {
    NDManager memory = runtime.newMemory();
    try {
      PtSymbolBlock module =
          JniUtils.loadModule(
              (PtNDManager) memory, archive.copy(), false, new String[0], new String[0], false);
      JniUtils.enableInferenceMode(module);
      return new TorchScriptBackbone(runtime, memory, module, pooling, layerNorm);
    } catch (DeviceMemoryException e) {
      memory.close();
      throw e;
    } catch (EngineException | ProblemException e) {
      memory.close();
      throw new ProblemException(
          "The file is no TorchScript program that takes images (" + reason(e) + ")",
          file.toString(),
          "Save the network in evaluation mode with torch.jit.trace(model, images).save(file), so"
              + " that it takes any number of images.",
          e);
    }
  }

  /** The line of the interpreter's report that says what went wrong, or what we say ourselves. */
  private static String reason(Throwable failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      Matcher said = RAISED.matcher(String.valueOf(e.getMessage()));
      if (said.find()) {
        return PlainText.of(said.group(1), 160);
      }
    }
    return failure instanceof ProblemException problem
        ? problem.what()
        : Reason.of(new IllegalStateException(spaced(failure.getMessage())));
  }

  private static String spaced(@Nullable String text) {
    return String.valueOf(text).strip().replaceAll("\\s+", " ");
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
    float[] features = run(images, n, height, width, spec.pooling(), spec.layerNorm());
    if (features.length != n * featureSize()) {
      throw new ProblemException(
          "The TorchScript program gives images of "
              + (width + "×" + height + " pixels ")
              + (features.length / n + " features, others " + featureSize()),
          "",
          "Crop images to the size it was made for, or save it so that it ends with a feature map"
              + " [n,C,h,w] or a pooling layer.");
    }
    return features;
  }

  private float[] run(float[] images, int n, int h, int w, Pooling pooling, boolean layerNorm) {
    try (TorchScope scope = runtime.scope(false)) {
      NDArray map = forward(scope, images, n, h, w);
      return normalised(pooled(map, pooling), layerNorm).toFloatArray();
    } catch (EngineException e) {
      throw ImageBatch.refused(n, h, w, e);
    }
  }

  @Override
  public synchronized FeatureMaps featureMaps(float[] images, int n, int height, int width) {
    ImageBatch.check(images, n, height, width);
    try (TorchScope scope = runtime.scope(false)) {
      NDArray map = forward(scope, images, n, height, width);
      if (map.getShape().dimension() != 4) {
        throw new ProblemException(
            "The TorchScript program gives features that are pooled already",
            "",
            "Save it so that it ends with its last feature map [n,C,h,w].");
      }
      return ImageBatch.maps(map);
    } catch (EngineException e) {
      throw ImageBatch.refused(n, height, width, e);
    }
  }

  /** What the program gives: a feature map [n,C,h,w] or features [n,F]. */
  private NDArray forward(TorchScope scope, float[] images, int n, int h, int w) {
    NDArray x = host.borrow(scope.memory(), images, n, ImageBatch.CHANNELS, h, w);
    NDArray map = answer(x);
    int axes = map.getShape().dimension();
    if (map.getDataType() != DataType.FLOAT32 || (axes != 2 && axes != 4) || map.size(0) != n) {
      throw new ProblemException(
          "The program gives " + map.getDataType() + map.getShape() + " for " + n + " images",
          "",
          "A feature map [n,C,h,w] or features [n,F] in float32 are needed.");
    }
    return map;
  }

  private NDArray answer(NDArray x) {
    try {
      return IValueUtils.forward(module, new NDList(x), false).get(0);
    } catch (UnsupportedOperationException e) {
      throw new ProblemException(
          "The program gives something else than a tensor",
          "",
          "Save a network whose forward gives a feature map [n,C,h,w] or features [n,F].",
          e);
    }
  }

  private static NDArray pooled(NDArray map, Pooling pooling) {
    if (map.getShape().dimension() == 2) {
      return map;
    }
    NDArray pixels = map.reshape(map.size(0), map.size(1), map.size(2) * map.size(3));
    int[] last = {2};
    return pooling == Pooling.MAX ? pixels.max(last) : pixels.mean(last);
  }

  private static NDArray normalised(NDArray features, boolean layerNorm) {
    if (!layerNorm) {
      return features;
    }
    int[] row = {1};
    NDArray centred = features.sub(features.mean(row, true));
    return centred.div(centred.square().mean(row, true).add(1e-5f).sqrt());
  }

  @Override
  public StateDict weights() {
    return StateDict.of(Map.of());
  }

  @Override
  public synchronized void close() {
    module.close();
    memory.close();
  }
}
