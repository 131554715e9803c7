package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import java.util.List;

/**
 * A network with its weights, ready to turn images into features. Used by one thread at a time; the weights do not change.
 */
public interface Backbone extends AutoCloseable {
  /** What it is. */
  BackboneSpec spec();

  /** F. */
  default int featureSize() {
    return spec().featureSize();
  }

  /**
   * Features [n,F] of images, in evaluation mode.
   *
   * @param images [n,3,height,width], row major, normalised as the network was trained; may be longer
   * @throws ProblemException if the network can't take images of this size
   */
  float[] features(float[] images, int n, int height, int width);

  /** Where {@link #featuresAndStages} looks besides the last feature map; nowhere in a program that gives features alone. */
  default List<Stage> stages() {
    return List.of();
  }

  /**
   * Features and, after them, the averages of the maps at the ends of {@link #stages} [n,F+D], D all their channels, in one
   * pass.
   *
   * @param images [n,3,height,width], as in {@link #features}
   * @throws ProblemException if the network can't take images of this size
   */
  default float[] featuresAndStages(float[] images, int n, int height, int width) {
    return features(images, n, height, width);
  }

  /**
   * The last feature maps of images, in evaluation mode: what {@link #features} pools.
   *
   * @param images [n,3,height,width] with n at least 1, as in {@link #features}
   * @throws ProblemException if the network can't take images of this size, or is a program that gives features alone
   */
  FeatureMaps featureMaps(float[] images, int n, int height, int width);

  /** A copy of the weights under torchvision's names; none for a TorchScript program, whose file is its weights. */
  StateDict weights();

  /** Frees the weights. */
  @Override
  void close();
}
