package eifexplorer.testing;

import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineSettings;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import java.util.Optional;

/** What computes with matrices, for tests that must pass with either; PyTorch on the processor. */
public enum Kernels {
  JAVA {
    @Override
    public MatrixMath math() {
      return new JavaMatrixMath();
    }
  },
  TORCH {
    @Override
    public MatrixMath math() {
      return Torch.ENGINE.matrixMath();
    }
  };

  public abstract MatrixMath math();

  /** PyTorch on the processor. */
  public static Engine engine() {
    return Torch.ENGINE;
  }

  /** Loaded when first asked for; one for all tests of a process. */
  private static final class Torch {
    static final DjlEngine ENGINE =
        new DjlEngine(new EngineSettings(Optional.of(ComputeDevice.CPU), 1));
  }
}
