package eifexplorer.model;

import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.math.MatrixMath;
import java.nio.file.Path;

/** An engine that opens only programs the user agreed to: there is no way around it to one that runs them. */
public final class GuardedEngine implements Engine {
  private final Engine engine;
  private final TrustedPrograms programs;

  /** The same engine with a guard, which closes it. */
  public GuardedEngine(Engine engine, TrustedPrograms programs) {
    this.engine = engine;
    this.programs = programs;
  }

  /** Throws {@link eifexplorer.problem.ProblemException} also if the user did not agree to run the program. */
  @Override
  public Backbone openTorchScript(Path file, Pooling pooling, boolean layerNorm) {
    programs.require(file);
    return engine.openTorchScript(file, pooling, layerNorm);
  }

  /** Throws {@link eifexplorer.problem.ProblemException} also if the user did not agree to run the network. */
  @Override
  public Backbone openOnnx(Path file, BackboneSpec spec) {
    programs.require(file);
    return engine.openOnnx(file, spec);
  }

  @Override
  public EngineReport report() {
    return engine.report();
  }

  @Override
  public Backbone openBackbone(BackboneSpec spec, StateDict weights) {
    return engine.openBackbone(spec, weights);
  }

  @Override
  public TrainableNetwork openTrainable(
      BackboneSpec spec, StateDict weights, float[] headWeight, float[] headBias) {
    return engine.openTrainable(spec, weights, headWeight, headBias);
  }

  @Override
  public MatrixMath matrixMath() {
    return engine.matrixMath();
  }

  @Override
  public void close() {
    engine.close();
  }
}
