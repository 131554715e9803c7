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
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.Map;

/** A TorchScript program from a file, run as it is in evaluation mode. */
final class TorchScriptBackbone implements Backbone {
  private static final int PROBE = 224;

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
    int features = run(new float[3 * PROBE * PROBE], 1, PROBE, PROBE, pooling, norm).length;
    this.spec = new BackboneSpec(new TorchScriptNetwork(features), pooling, norm);
  }

  /** Opens a file and asks it for the features of one grey image of 224 × 224 to learn their number. */
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
    } catch (EngineException | ProblemException e) {
      memory.close();
      throw new ProblemException(
          "The file is no TorchScript program that takes images",
          file.toString(),
          "Save the network in evaluation mode with torch.jit.trace(model, images).save(file).",
          e);
    }
  }

  @Override
  public BackboneSpec spec() {
    return spec;
  }

  @Override
  public synchronized float[] features(float[] images, int n, int height, int width) {
    ImageBatch.check(images, n, height, width);
    return n == 0 ? new float[0] : run(images, n, height, width, spec.pooling(), spec.layerNorm());
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
