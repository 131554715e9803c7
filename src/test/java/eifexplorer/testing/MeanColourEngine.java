package eifexplorer.testing;

import eifexplorer.engine.Architecture;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.FeatureMaps;
import eifexplorer.engine.OnnxNetwork;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.TrainableNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import java.nio.file.Path;
import java.util.Map;

/** An engine for tests that need features but no tensor runtime: feature j is the mean of channel j mod 3. */
public final class MeanColourEngine implements Engine {
  /** Features an image of what stands for a TorchScript program. */
  public static final int PROGRAM_FEATURES = 6;

  @Override
  public EngineReport report() {
    return new EngineReport(
        "mean colours",
        "none",
        ComputeDevice.CPU,
        0,
        "No GPU with a CUDA driver was found.",
        1,
        "");
  }

  @Override
  public Backbone openBackbone(BackboneSpec spec, StateDict weights) {
    return new MeanColours(new BackboneSpec(spec.architecture(), spec.pooling(), false));
  }

  @Override
  public Backbone openTorchScript(Path file, Pooling pooling, boolean layerNorm) {
    Architecture network = new TorchScriptNetwork(PROGRAM_FEATURES);
    return new MeanColours(new BackboneSpec(network, pooling, layerNorm));
  }

  @Override
  public Backbone openOnnx(Path file, BackboneSpec spec) {
    int output = ((OnnxNetwork) spec.architecture()).output();
    Architecture network = new OnnxNetwork(PROGRAM_FEATURES, output);
    return new MeanColours(new BackboneSpec(network, spec.pooling(), spec.layerNorm()));
  }

  @Override
  public TrainableNetwork openTrainable(
      BackboneSpec spec, StateDict weights, float[] headWeight, float[] headBias) {
    throw new UnsupportedOperationException("Nothing is trained");
  }

  @Override
  public MatrixMath matrixMath() {
    return new JavaMatrixMath();
  }

  @Override
  public void close() {}

  private record MeanColours(BackboneSpec spec) implements Backbone {
    @Override
    public float[] features(float[] images, int n, int height, int width) {
      float[] means = new float[n * 3];
      for (int i = 0; i < means.length; i++) {
        means[i] = mean(images, i * height * width, height * width);
      }
      float[] features = new float[n * featureSize()];
      for (int i = 0; i < features.length; i++) {
        features[i] = means[i / featureSize() * 3 + i % featureSize() % 3];
      }
      return features;
    }

    /** The quarters of an image are the places; of the largest values each channel has its own. */
    @Override
    public FeatureMaps featureMaps(float[] images, int n, int height, int width) {
      float[] values = new float[n * featureSize() * 4];
      for (int i = 0; i < values.length; i++) {
        int image = i / 4 / featureSize();
        int channel = i / 4 % featureSize() % 3;
        int from = (image * 3 + channel) * height * width;
        values[i] =
            spec.pooling() == Pooling.AVERAGE
                ? quarter(images, from, i % 4, height, width)
                : mean(images, from, height * width) - (i % 4 == channel ? 0 : 1);
      }
      return new FeatureMaps(values, n, featureSize(), 2, 2);
    }

    private static float quarter(float[] values, int from, int place, int height, int width) {
      int top = place / 2 * (height / 2);
      int left = place % 2 * (width / 2);
      double sum = 0;
      for (int y = 0; y < height / 2; y++) {
        for (int x = 0; x < width / 2; x++) {
          sum += values[from + (top + y) * width + left + x];
        }
      }
      return (float) (sum / (height / 2 * (width / 2)));
    }

    private static float mean(float[] values, int from, int count) {
      double sum = 0;
      for (int i = from; i < from + count; i++) {
        sum += values[i];
      }
      return (float) (sum / count);
    }

    @Override
    public StateDict weights() {
      return StateDict.of(Map.of());
    }

    @Override
    public void close() {}
  }
}
