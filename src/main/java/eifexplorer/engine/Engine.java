package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;

/** The tensor runtime. What it opens is closed by the caller, before the engine. */
public interface Engine extends AutoCloseable {
  /** What runs here. */
  EngineReport report();

  /**
   * A network with these weights, for inference.
   *
   * @param weights under torchvision's names; {@code fc.*}, {@code classifier.*} and absent counters don't matter
   * @throws ProblemException naming the weights that are missing, unknown or of another shape
   */
  Backbone openBackbone(BackboneSpec spec, StateDict weights);

  /** A network with random weights, drawn as torchvision draws them; the same seed gives the same weights. */
  default Backbone newBackbone(BackboneSpec spec, long seed) {
    return openBackbone(spec, BackboneWeights.random(spec.architecture(), seed));
  }

  /**
   * A TorchScript program that takes [n,3,h,w] and gives a feature map [n,C,h',w'], which is pooled, or features [n,F].
   * It is run as it is, in evaluation mode, never trained.
   *
   * @throws ProblemException if the file is no such program
   */
  Backbone openTorchScript(Path file, Pooling pooling, boolean layerNorm);

  /**
   * An ONNX network that takes [n,3,h,w] or [n,h,w,3] and gives a feature map, which is pooled, or features [n,F]. It is run
   * as it is, on the processor, never trained.
   *
   * @param spec an {@link OnnxNetwork}, which says the output
   * @throws ProblemException if the file is no such network, has operators that are not known to be harmless, or what runs it
   *     is not part of this build
   */
  Backbone openOnnx(Path file, BackboneSpec spec);

  /**
   * A network and its last linear layer, for training.
   *
   * @param headWeight W [E,F], row major
   * @param headBias b [E]
   * @throws ProblemException if the weights do not fit, as in {@link #openBackbone}
   */
  TrainableNetwork openTrainable(
      BackboneSpec spec, StateDict weights, float[] headWeight, float[] headBias);

  /** Matrices on the device. */
  MatrixMath matrixMath();

  /** Frees what the runtime holds; native threads end with the program. */
  @Override
  void close();
}
