package eifexplorer.engine;

import java.util.ArrayList;
import java.util.List;

/** One step of a convolutional network. Names are torchvision's, so that its weights fit. */
public sealed interface Layer {

  /** What follows a sum or a normalisation. */
  enum Activation {
    NONE,
    /** max(x, 0). */
    RELU,
    /** min(max(x, 0), 6). */
    RELU6
  }

  /**
   * What is done with a layer of each kind: who handles layers implements it, so that a new kind can't be overlooked.
   *
   * @param <T> what is made of a layer
   */
  interface Visitor<T> {
    /** Of a convolution. */
    T convolution(Convolution layer);

    /** Of a pooling. */
    T maxPooling(MaxPooling layer);

    /** Of a sum of two branches. */
    T residual(Residual layer);
  }

  /**
   * A convolution without bias, its batch normalisation (eps 1e-5) and an activation: [n,in,h,w] to [n,out,h',w'].
   *
   * @param name of the convolution
   * @param norm name of the batch normalisation
   * @param in channels in
   * @param out channels out
   * @param kernel width and height of the kernel
   * @param stride step along both axes
   * @param padding zeros added on every side
   * @param groups channel groups; {@code in} for a depthwise convolution
   * @param activation what follows
   */
  record Convolution(
      String name,
      String norm,
      int in,
      int out,
      int kernel,
      int stride,
      int padding,
      int groups,
      Activation activation)
      implements Layer {

    /** An ungrouped convolution whose padding keeps the size at stride 1. */
    static Convolution of(
        String name, String norm, int in, int out, int kernel, int stride, Activation activation) {
      return new Convolution(name, norm, in, out, kernel, stride, kernel / 2, 1, activation);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.convolution(this);
    }

    @Override
    public List<WeightShape> weights() {
      return List.of(
          new WeightShape(name + ".weight", out, in / groups, kernel, kernel),
          new WeightShape(norm + ".weight", out),
          new WeightShape(norm + ".bias", out),
          new WeightShape(norm + ".running_mean", out),
          new WeightShape(norm + ".running_var", out),
          new WeightShape(norm + ".num_batches_tracked"));
    }
  }

  /**
   * The largest value of each window, per channel.
   *
   * @param kernel width and height of the window
   * @param stride step along both axes
   * @param padding rows and columns, never chosen, added on every side
   */
  record MaxPooling(int kernel, int stride, int padding) implements Layer {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.maxPooling(this);
    }

    @Override
    public List<WeightShape> weights() {
      return List.of();
    }
  }

  /**
   * activation(body(x) + shortcut(x)).
   *
   * @param body layers of the main branch
   * @param shortcut layers of the other branch; none: x itself
   * @param activation what follows the sum
   */
  record Residual(List<Layer> body, List<Layer> shortcut, Activation activation) implements Layer {
    /** Copies both lists. */
    public Residual {
      body = List.copyOf(body);
      shortcut = List.copyOf(shortcut);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.residual(this);
    }

    @Override
    public List<WeightShape> weights() {
      List<WeightShape> all = new ArrayList<>();
      body.forEach(layer -> all.addAll(layer.weights()));
      shortcut.forEach(layer -> all.addAll(layer.weights()));
      return all;
    }
  }

  /** What the visitor makes of a layer of this kind. */
  <T> T accept(Visitor<T> visitor);

  /** The weights and counters of this layer in torchvision's order. */
  List<WeightShape> weights();
}
