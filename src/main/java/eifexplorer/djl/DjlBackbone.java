package eifexplorer.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import eifexplorer.djl.NetworkProgram.Dialect;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.checkpoint.StateDict;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A network for inference: batch normalisation folded into the kernels, and fused convolutions where oneDNN is there. */
final class DjlBackbone implements Backbone {
  private static final Logger LOG = LoggerFactory.getLogger(DjlBackbone.class);
  private static final String FEATURES = "features";
  private static final String PACK = "pack";

  private final DjlRuntime runtime;
  private final BackboneSpec spec;
  private final StateDict weights;
  private final NDManager memory;
  private final HostArrays host = new HostArrays();
  private final TorchProgram program;
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
      for (Convolution convolution : NetworkProgram.convolutions(spec.architecture().layers())) {
        FoldedWeights folded = FoldedWeights.of(convolution, weights);
        int k = convolution.kernel();
        int in = convolution.in() / convolution.groups();
        arrays.add(host.copy(memory, folded.kernel(), convolution.out(), in, k, k));
        arrays.add(host.copy(memory, folded.bias(), convolution.out()));
      }
      program = fuse ? fused(scope) : folded();
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  /** A program for oneDNN, and its packed kernels; a PyTorch that lacks the fused operations gets the plain program. */
  private TorchProgram fused(TorchScope scope) {
    TorchProgram fused;
    try {
      fused =
          TorchProgram.compile(
              memory,
              NetworkProgram.method(FEATURES, spec, Dialect.FUSED, true, false),
              NetworkProgram.packMethod(PACK, spec));
    } catch (EngineException e) {
      LOG.debug("This PyTorch has no fused convolutions", e);
      return folded();
    }
    NDArray unused = scope.memory().create(0f);
    List<NDArray> packed = fused.run(scope.memory(), PACK, unused, false, arrays);
    for (int i = 0; i < arrays.size(); i++) {
      arrays.get(i).close();
      packed.get(i).attach(memory);
      arrays.set(i, packed.get(i));
    }
    return fused;
  }

  private TorchProgram folded() {
    return TorchProgram.compile(
        memory, NetworkProgram.method(FEATURES, spec, Dialect.FOLDED, false, false));
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
    try (TorchScope scope = runtime.scope(false)) {
      NDArray x = host.borrow(scope.memory(), images, n, ImageBatch.CHANNELS, height, width);
      return program.run(scope.memory(), FEATURES, x, false, arrays).get(0).toFloatArray();
    } catch (EngineException e) {
      throw ImageBatch.refused(n, height, width, e);
    }
  }

  @Override
  public StateDict weights() {
    return weights;
  }

  @Override
  public synchronized void close() {
    program.close();
    memory.close();
    NativeTuning.giveBack();
  }
}
