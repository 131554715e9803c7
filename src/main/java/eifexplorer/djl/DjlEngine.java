package eifexplorer.djl;

import ai.djl.util.cuda.CudaUtils;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.OnnxNetwork;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;

/** The tensor runtime by DJL and PyTorch. One engine serves the whole program: its native code is loaded once. */
public final class DjlEngine implements Engine {
  private final DjlRuntime runtime;
  private final MatrixMath matrixMath;

  /**
   * Loads PyTorch, which may take seconds the first time a version is used: it is unpacked to the user's folder.
   *
   * @throws ProblemException if there is no native code for this system, or the GPU asked for can't be used
   */
  public DjlEngine(EngineSettings settings) {
    runtime = DjlRuntime.load(settings);
    matrixMath = new DjlMatrixMath(runtime);
  }

  /** Whether these settings may lead to a GPU, told without loading PyTorch. */
  public static boolean mayUseGpu(EngineSettings settings) {
    return settings.device().map(ComputeDevice::isGpu).orElseGet(() -> CudaUtils.getGpuCount() > 0);
  }

  @Override
  public EngineReport report() {
    return runtime.report();
  }

  @Override
  public Backbone openBackbone(BackboneSpec spec, StateDict weights) {
    return new DjlBackbone(runtime, spec, complete(spec, weights));
  }

  @Override
  public Backbone openTorchScript(Path file, Pooling pooling, boolean layerNorm) {
    return TorchScriptBackbone.open(runtime, file, pooling, layerNorm);
  }

  @Override
  public Backbone openOnnx(Path file, BackboneSpec spec) {
    return OnnxBackbone.open(file, spec, runtime.report().threads());
  }

  @Override
  public TrainableNetwork openTrainable(
      BackboneSpec spec, StateDict weights, float[] headWeight, float[] headBias) {
    return new DjlTrainableNetwork(runtime, spec, complete(spec, weights), headWeight, headBias);
  }

  private static StateDict complete(BackboneSpec spec, StateDict weights) {
    if (spec.architecture() instanceof TorchScriptNetwork
        || spec.architecture() instanceof OnnxNetwork) {
      throw new ProblemException(
          "A network of unknown layers is opened from its file", "", "Choose the file it is in.");
    }
    return BackboneWeights.require(spec.architecture(), weights, "");
  }

  @Override
  public MatrixMath matrixMath() {
    return matrixMath;
  }

  @Override
  public void close() {
    runtime.close();
  }
}
