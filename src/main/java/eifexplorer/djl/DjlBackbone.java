package eifexplorer.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import eifexplorer.djl.NetworkProgram.Dialect;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.Layer;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Stage;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A network for inference: batch normalisation folded into the kernels, and fused convolutions where oneDNN is there. */
final class DjlBackbone implements Backbone {
  private static final Logger LOG = LoggerFactory.getLogger(DjlBackbone.class);
  private static final String FEATURES = "features";
  private static final String MAPS = "maps";
  private static final String STAGES = "stages";
  private static final String PACK = "pack";

  private final DjlRuntime runtime;
  private final BackboneSpec spec;
  private final StateDict weights;
  private final NDManager memory;
  private final HostArrays host = new HostArrays();
  private final TorchProgram program;
  private boolean fused;

  /** Compiled when it is first asked for, which is seldom. */
  private @Nullable TorchProgram mapProgram;

  private @Nullable TorchProgram stageProgram;

  private final List<NDArray> arrays = new ArrayList<>();

  /** Takes complete weights, as {@link eifexplorer.engine.BackboneWeights#require} gives them. */
  DjlBackbone(DjlRuntime runtime, BackboneSpec spec, StateDict weights) {
    this(runtime, spec, weights, runtime.canFuse());
  }

  /** As above, choosing whether oneDNN's fused operations are used. */
  DjlBackbone(DjlRuntime runtime, BackboneSpec spec, StateDict weights, boolean fuse) {
    this.runtime = runtime;
    this.spec = spec;
    this.weights = weights;
    this.memory = runtime.newMemory();
    try (TorchScope scope = runtime.scope(false)) {
      upload();
      program = fuse ? fused(scope) : folded();
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  /** One convolution after the other, so that folding needs little memory besides. */
  private void upload() {
    for (Layer layer : WeightOrder.leaves(spec)) {
      Map<String, WeightTensor> tensors = new HashMap<>();
      layer.weights().stream()
          .filter(weight -> !weight.isCounter())
          .forEach(weight -> tensors.put(weight.name(), weights.get(weight.name())));
      if (layer instanceof Convolution convolution && convolution.norm().isPresent()) {
        FoldedWeights.put(convolution, convolution.norm().get(), weights, tensors);
      }
      for (String name : new WeightOrder(layer, true).names()) {
        WeightTensor tensor = Objects.requireNonNull(tensors.get(name));
        arrays.add(host.copy(memory, tensor.floatView(), HostArrays.longs(tensor.shape())));
      }
    }
  }

  /** A program for oneDNN, and its packed kernels; a PyTorch that lacks the fused operations gets the plain program. */
  private TorchProgram fused(TorchScope scope) {
    TorchProgram compiled;
    try {
      compiled =
          TorchProgram.compile(
              memory,
              NetworkProgram.method(FEATURES, spec, Dialect.FUSED, true, false),
              NetworkProgram.packMethod(PACK, spec),
              NetworkProgram.functions(spec));
    } catch (EngineException e) {
      LOG.debug("This PyTorch has no fused convolutions", e);
      return folded();
    }
    this.fused = true;
    NDArray unused = scope.memory().create(0f);
    List<NDArray> packed = compiled.run(scope.memory(), PACK, unused, false, arrays);
    for (int i = 0; i < arrays.size(); i++) {
      arrays.get(i).close();
      packed.get(i).attach(memory);
      arrays.set(i, packed.get(i));
    }
    return compiled;
  }

  private TorchProgram folded() {
    return TorchProgram.compile(
        memory,
        NetworkProgram.method(FEATURES, spec, Dialect.FOLDED, false, false),
        NetworkProgram.functions(spec));
  }

  @Override
  public BackboneSpec spec() {
    return spec;
  }

  @Override
  public synchronized float[] features(float[] images, int n, int height, int width) {
    return rows(() -> program, FEATURES, images, n, height, width);
  }

  @Override
  public List<Stage> stages() {
    return spec.architecture().stages();
  }

  @Override
  public synchronized float[] featuresAndStages(float[] images, int n, int height, int width) {
    return stages().isEmpty()
        ? features(images, n, height, width)
        : rows(this::stageProgram, STAGES, images, n, height, width);
  }

  private float[] rows(
      Supplier<TorchProgram> of, String method, float[] images, int n, int height, int width) {
    ImageBatch.check(images, n, height, width);
    if (n == 0) {
      return new float[0];
    }
    try (TorchScope scope = runtime.scope(false)) {
      NDArray x = host.borrow(scope.memory(), images, n, ImageBatch.CHANNELS, height, width);
      return of.get().run(scope.memory(), method, x, false, arrays).get(0).toFloatArray();
    } catch (EngineException e) {
      throw ImageBatch.refused(n, height, width, e);
    }
  }

  @Override
  public synchronized FeatureMaps featureMaps(float[] images, int n, int height, int width) {
    ImageBatch.check(images, n, height, width);
    try (TorchScope scope = runtime.scope(false)) {
      NDArray x = host.borrow(scope.memory(), images, n, ImageBatch.CHANNELS, height, width);
      NDArray map = mapProgram().run(scope.memory(), MAPS, x, false, arrays).get(0);
      return ImageBatch.maps(map);
    } catch (EngineException e) {
      throw ImageBatch.refused(n, height, width, e);
    }
  }

  private TorchProgram mapProgram() {
    TorchProgram compiled = mapProgram;
    if (compiled == null) {
      compiled = compiled(NetworkProgram.mapMethod(MAPS, spec, dialect(), fused));
      mapProgram = compiled;
    }
    return compiled;
  }

  private TorchProgram stageProgram() {
    TorchProgram compiled = stageProgram;
    if (compiled == null) {
      compiled = compiled(NetworkProgram.stagesMethod(STAGES, spec, dialect(), fused));
      stageProgram = compiled;
    }
    return compiled;
  }

  private Dialect dialect() {
    return fused ? Dialect.FUSED : Dialect.FOLDED;
  }

  private TorchProgram compiled(String method) {
    return TorchProgram.compile(memory, method, NetworkProgram.functions(spec));
  }

  @Override
  public StateDict weights() {
    return weights;
  }

  @Override
  public synchronized void close() {
    program.close();
    if (mapProgram != null) {
      mapProgram.close();
    }
    if (stageProgram != null) {
      stageProgram.close();
    }
    memory.close();
    NativeTuning.giveBack();
  }
}
