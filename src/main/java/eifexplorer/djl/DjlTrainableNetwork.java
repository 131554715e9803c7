package eifexplorer.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import eifexplorer.djl.NetworkProgram.Dialect;
import eifexplorer.engine.AdamSettings;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A network in training: its weights are leaves of PyTorch's gradient graph, which each forward pass builds anew. */
final class DjlTrainableNetwork implements TrainableNetwork {
  private static final String PRECISE = "train";
  private static final String FAST = "train_fast";
  private static final String FROZEN_NORM = "train_frozen_norm";
  private static final String MIXED = "train_mixed";
  private static final String MIXED_FROZEN_NORM = "train_mixed_frozen_norm";
  private static final String EVALUATE = "evaluate";

  /**
   * Pixels of a batch from which on the channels are laid out innermost, which is 1.1 to 1.8 times as fast but whose batch
   * statistics PyTorch adds up in single precision.
   */
  private static final long LARGE_BATCH = 100_000;

  private final DjlRuntime runtime;
  private final BackboneSpec spec;
  private final int embeddingSize;
  private final NDManager memory;
  private final TorchProgram program;
  private final LiveWeights weights;
  private final AdamGroup backbone;
  private final AdamGroup head;
  private final HostArrays host = new HostArrays();

  /** Apart from {@link #host}: the graph may read the images again in the backward pass. */
  private final HostArrays graphImages = new HostArrays();

  private boolean normFrozen;
  private boolean mixed;
  private boolean backboneShallLearn = true;
  private boolean backboneLearns;
  private boolean backboneHasGradients;
  private boolean headHasGradients;
  private long batches;
  private int imageHeight;
  private int imageWidth;
  private @Nullable NDManager graph;
  private @Nullable NDArray embeddings;

  /** Takes complete weights, as {@link eifexplorer.engine.BackboneWeights#require} gives them. */
  DjlTrainableNetwork(
      DjlRuntime runtime,
      BackboneSpec spec,
      StateDict given,
      float[] headWeight,
      float[] headBias) {
    if (headBias.length == 0 || (long) headBias.length * spec.featureSize() != headWeight.length) {
      throw new ProblemException(
          "A last layer of "
              + headWeight.length
              + " weights and "
              + headBias.length
              + " biases does not fit "
              + spec.featureSize()
              + " features",
          "",
          "Choose the head that was trained with this network.");
    }
    this.runtime = runtime;
    this.spec = spec;
    this.embeddingSize = headBias.length;
    this.memory = runtime.newMemory();
    try {
      boolean channelsLast = runtime.canFuse();
      program =
          TorchProgram.compile(
              memory,
              NetworkProgram.method(PRECISE, spec, Dialect.TRAINING, false, true),
              NetworkProgram.method(FAST, spec, Dialect.TRAINING, channelsLast, true),
              NetworkProgram.method(FROZEN_NORM, spec, Dialect.FROZEN_NORM, channelsLast, true),
              NetworkProgram.method(MIXED, spec, Dialect.MIXED, channelsLast, true),
              NetworkProgram.method(
                  MIXED_FROZEN_NORM, spec, Dialect.MIXED_FROZEN_NORM, channelsLast, true),
              NetworkProgram.method(EVALUATE, spec, Dialect.EVALUATION, channelsLast, false),
              NetworkProgram.functions(spec));
      weights = new LiveWeights(memory, spec, given, headWeight, headBias);
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
    backbone = new AdamGroup("backbone", weights.trained(), memory);
    Map<String, NDArray> last = new LinkedHashMap<>();
    last.put("weight", weights.headWeight());
    last.put("bias", weights.headBias());
    head = new AdamGroup("head", last, memory);
    head.setLearns(true);
  }

  @Override
  public BackboneSpec spec() {
    return spec;
  }

  @Override
  public int embeddingSize() {
    return embeddingSize;
  }

  @Override
  public synchronized void setBackboneLearns(boolean learns) {
    backboneShallLearn = learns;
  }

  @Override
  public synchronized void setNormFrozen(boolean frozen) {
    normFrozen = frozen;
  }

  @Override
  public synchronized void setMixedPrecision(boolean on) {
    mixed = on;
  }

  @Override
  public synchronized float[] forward(float[] images, int n, int height, int width) {
    ImageBatch.check(images, n, height, width);
    dropGraph();
    switchBackbone();
    try (TorchScope scope = runtime.scope(true)) {
      graph = memory.newSubManager();
      NDArray x = graphImages.borrow(graph, images, n, ImageBatch.CHANNELS, height, width);
      String method = method((long) n * height * width);
      embeddings = program.run(scope.memory(), method, x, true, weights.inOrder()).get(0);
      embeddings.attach(graph);
      imageHeight = height;
      imageWidth = width;
      batches += normFrozen ? 0 : 1;
      return embeddings.toFloatArray();
    } catch (EngineException e) {
      throw ImageBatch.refused(n, height, width, e);
    }
  }

  private String method(long pixels) {
    if (mixed) {
      return normFrozen ? MIXED_FROZEN_NORM : MIXED;
    }
    if (normFrozen) {
      return FROZEN_NORM;
    }
    return pixels < LARGE_BATCH ? PRECISE : FAST;
  }

  private void switchBackbone() {
    if (backboneLearns == backboneShallLearn) {
      return;
    }
    if (backboneHasGradients) {
      backbone.clearGradients();
      backboneHasGradients = false;
    }
    backbone.setLearns(backboneShallLearn);
    backboneLearns = backboneShallLearn;
  }

  @Override
  public synchronized void backward(float[] embeddingGradients) {
    if (embeddings == null) {
      throw new IllegalStateException("There is no forward pass to go back through");
    }
    try (TorchScope scope = runtime.scope(true)) {
      long[] shape = embeddings.getShape().getShape();
      NDArray gradients = host.borrow(scope.memory(), embeddingGradients, shape);
      JniUtils.backward((PtNDArray) embeddings, (PtNDArray) gradients, false, false);
      backboneHasGradients |= backboneLearns;
      headHasGradients = true;
    } catch (EngineException e) {
      int n = embeddingGradients.length / embeddingSize;
      throw ImageBatch.refused(n, imageHeight, imageWidth, e);
    } finally {
      dropGraph();
    }
  }

  @Override
  public synchronized void step(AdamSettings settings) {
    try (TorchScope scope = runtime.scope(false)) {
      if (backboneHasGradients) {
        backbone.step(scope, settings, settings.backboneRate());
      }
      if (headHasGradients) {
        head.step(scope, settings, settings.headRate());
      }
    } catch (EngineException e) {
      throw DeviceTrouble.of(runtime.report().device(), e);
    }
    backboneHasGradients = false;
    headHasGradients = false;
  }

  @Override
  public synchronized void resetOptimiser() {
    backbone.reset();
    head.reset();
  }

  @Override
  public synchronized StateDict optimiserState() {
    return backbone.state().plus(head.state());
  }

  @Override
  public synchronized void restoreOptimiser(StateDict state) {
    try (TorchScope scope = runtime.scope(false)) {
      backbone.restore(scope, state);
      head.restore(scope, state);
    }
  }

  @Override
  public synchronized float[] features(float[] images, int n, int height, int width) {
    ImageBatch.check(images, n, height, width);
    if (n == 0) {
      return new float[0];
    }
    try (TorchScope scope = runtime.scope(false)) {
      NDArray x = host.borrow(scope.memory(), images, n, ImageBatch.CHANNELS, height, width);
      return program
          .run(scope.memory(), EVALUATE, x, false, weights.inOrder())
          .get(0)
          .toFloatArray();
    } catch (EngineException e) {
      throw ImageBatch.refused(n, height, width, e);
    }
  }

  @Override
  public synchronized StateDict backboneWeights() {
    return weights.download(batches);
  }

  @Override
  public synchronized float[] headWeight() {
    return weights.headWeight().toFloatArray();
  }

  @Override
  public synchronized float[] headBias() {
    return weights.headBias().toFloatArray();
  }

  private void dropGraph() {
    if (graph != null) {
      graph.close();
    }
    graph = null;
    embeddings = null;
  }

  @Override
  public synchronized void close() {
    dropGraph();
    backbone.close();
    head.close();
    program.close();
    memory.close();
    NativeTuning.giveBack();
  }
}
