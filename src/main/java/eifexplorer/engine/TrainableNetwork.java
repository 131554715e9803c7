package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;

/**
 * A network and its last linear layer while they are trained: {@link #forward}, then {@link #backward} with the loss's
 * gradient, then {@link #step}. The loss and the proxies live outside. Used by one thread at a time.
 */
public interface TrainableNetwork extends AutoCloseable {
  /** What the network is. */
  BackboneSpec spec();

  /** E. */
  int embeddingSize();

  /**
   * Whether the layers before the last one learn; true at first. While they do not, their gradients are not computed,
   * but batch normalisation still uses the batch's own statistics and moves the running ones, as in the authors' warm-up. Holds from the next {@link #forward} on;
   * gradients not yet used by a step are then dropped.
   */
  void setBackboneLearns(boolean learns);

  /**
   * Whether {@link #forward} normalises by the running statistics and leaves them as they are; false at first. Scale and
   * shift of batch normalisation learn all the same.
   */
  void setNormFrozen(boolean frozen);

  /**
   * Whether {@link #forward} and {@link #backward} compute everything up to the last feature map in bfloat16; false at first.
   * The weights, their gradients and Adam's moments stay in single precision, and so do pooling and the last layer. bfloat16
   * has the range of single precision, so that the loss need not be scaled.
   */
  void setMixedPrecision(boolean mixed);

  /**
   * Raw embeddings [n,E] in training mode: batch normalisation uses the batch's statistics and moves the running ones by
   * a tenth. What {@link #backward} needs is kept until then.
   *
   * @param images [n,3,height,width], row major; may be longer
   */
  float[] forward(float[] images, int n, int height, int width);

  /**
   * Adds the gradients of the last {@link #forward} to those not yet used by a step.
   *
   * @param embeddingGradients d loss / d embedding [n,E]
   */
  void backward(float[] embeddingGradients);

  /** Moves all weights that learn by one step of Adam and clears the gradients. */
  void step(AdamSettings settings);

  /** Forgets Adam's moments and step count, as a fresh optimiser would. */
  void resetOptimiser();

  /** Adam's moments and step count, to go on from later. */
  StateDict optimiserState();

  /** Goes on from what {@link #optimiserState} gave. */
  void restoreOptimiser(StateDict state);

  /** Features [n,F] in evaluation mode, by the running statistics; changes nothing. */
  float[] features(float[] images, int n, int height, int width);

  /** A copy of the back bone's weights under torchvision's names. */
  StateDict backboneWeights();

  /** W [E,F], a copy. */
  float[] headWeight();

  /** b [E], a copy. */
  float[] headBias();

  /** Frees the weights. */
  @Override
  void close();
}
