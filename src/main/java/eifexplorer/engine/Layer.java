package eifexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One step of a network. Names are torchvision's, so that its weights fit. */
public sealed interface Layer
    permits Layer.Convolution,
        Layer.MaxPooling,
        Layer.AveragePooling,
        Layer.Residual,
        Layer.Concatenation,
        Layer.SqueezeExcitation,
        TokenLayer {

  /** What follows a sum, a normalisation or a linear layer. */
  enum Activation {
    NONE,
    /** max(x, 0). */
    RELU,
    /** min(max(x, 0), 6). */
    RELU6,
    /** x / (1 + exp(-x)). */
    SILU,
    /** x Φ(x), Φ being the normal distribution function. */
    GELU
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

    /** Of a pooling. */
    T averagePooling(AveragePooling layer);

    /** Of a sum of two branches. */
    T residual(Residual layer);

    /** Of branches side by side. */
    T concatenation(Concatenation layer);

    /** Of channels weighed by what the whole image holds. */
    T squeezeExcitation(SqueezeExcitation layer);

    /** Of what transformers are made of. */
    T token(TokenLayer layer);
  }

  /**
   * Batch normalisation of the channels.
   *
   * @param name of its weights
   * @param momentum share of a batch's statistics in the running ones
   */
  record BatchNorm(String name, double momentum) {
    /** Added to the variance. */
    public static final double EPSILON = 1e-5;

    private static final double USUAL_MOMENTUM = 0.1;

    /** PyTorch's usual momentum. */
    public static BatchNorm of(String name) {
      return new BatchNorm(name, USUAL_MOMENTUM);
    }

    private List<WeightShape> weights(int channels) {
      return List.of(
          new WeightShape(name + ".weight", channels),
          new WeightShape(name + ".bias", channels),
          new WeightShape(name + ".running_mean", channels),
          new WeightShape(name + ".running_var", channels),
          new WeightShape(name + ".num_batches_tracked"));
    }
  }

  /**
   * A convolution, its batch normalisation if it has one, and an activation: [n,in,h,w] to [n,out,h',w'].
   *
   * @param name of the convolution
   * @param norm what follows the convolution
   * @param bias whether the convolution adds a bias
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
      Optional<BatchNorm> norm,
      boolean bias,
      int in,
      int out,
      int kernel,
      int stride,
      int padding,
      int groups,
      Activation activation)
      implements Layer {

    /** An ungrouped convolution without bias, normalised, whose padding keeps the size at stride 1. */
    public static Convolution of(
        String name, String norm, int in, int out, int kernel, int stride, Activation activation) {
      return grouped(name, norm, in, out, kernel, stride, 1, activation);
    }

    /** As {@link #of}, in groups of channels. */
    public static Convolution grouped(
        String name,
        String norm,
        int in,
        int out,
        int kernel,
        int stride,
        int groups,
        Activation activation) {
      return new Convolution(
          name,
          Optional.of(BatchNorm.of(norm)),
          false,
          in,
          out,
          kernel,
          stride,
          kernel / 2,
          groups,
          activation);
    }

    /** A convolution with bias, not normalised, of parts that do not overlap. */
    public static Convolution patches(String name, int in, int out, int side) {
      return new Convolution(
          name, Optional.empty(), true, in, out, side, side, 0, 1, Activation.NONE);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.convolution(this);
    }

    @Override
    public List<WeightShape> weights() {
      List<WeightShape> all = new ArrayList<>();
      all.add(new WeightShape(name + ".weight", out, in / groups, kernel, kernel));
      if (bias) {
        all.add(new WeightShape(name + ".bias", out));
      }
      norm.ifPresent(n -> all.addAll(n.weights(out)));
      return all;
    }
  }

  /**
   * The largest value of each window, per channel.
   *
   * @param kernel width and height of the window
   * @param stride step along both axes
   * @param padding rows and columns, never chosen, added on every side
   * @param ceiling whether a window that begins inside and ends outside counts
   */
  record MaxPooling(int kernel, int stride, int padding, boolean ceiling) implements Layer {
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
   * The mean of each window of 3 × 3, per channel, at every place; zeros beyond the edges count.
   */
  record AveragePooling() implements Layer {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.averagePooling(this);
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
    public Stream<Layer> leaves() {
      return Stream.concat(body.stream(), shortcut.stream()).flatMap(Layer::leaves);
    }

    @Override
    public List<WeightShape> weights() {
      return leaves().flatMap(layer -> layer.weights().stream()).toList();
    }
  }

  /**
   * What several branches make of the same input, channels one after the other.
   *
   * @param branches layers of each; none: the input itself
   */
  record Concatenation(List<List<Layer>> branches) implements Layer {
    /** Copies the lists. */
    public Concatenation {
      branches = branches.stream().map(List::copyOf).toList();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.concatenation(this);
    }

    @Override
    public Stream<Layer> leaves() {
      return branches.stream().flatMap(List::stream).flatMap(Layer::leaves);
    }

    @Override
    public List<WeightShape> weights() {
      return leaves().flatMap(layer -> layer.weights().stream()).toList();
    }
  }

  /**
   * Each channel times sigmoid(W2 silu(W1 mean + b1) + b2), mean being the channels' means over the image.
   *
   * <p>Hu, Shen, Sun: Squeeze-and-Excitation Networks (2018).
   *
   * @param name what its two convolutions' names, fc1 and fc2, follow
   * @param channels channels in and out
   * @param squeezed channels between the two
   */
  record SqueezeExcitation(String name, int channels, int squeezed) implements Layer {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.squeezeExcitation(this);
    }

    @Override
    public List<WeightShape> weights() {
      return List.of(
          new WeightShape(name + "fc1.weight", squeezed, channels, 1, 1),
          new WeightShape(name + "fc1.bias", squeezed),
          new WeightShape(name + "fc2.weight", channels, squeezed, 1, 1),
          new WeightShape(name + "fc2.bias", channels));
    }
  }

  /** What the visitor makes of a layer of this kind. */
  <T> T accept(Visitor<T> visitor);

  /** The layers it is made of that hold no others; itself if it holds none. */
  default Stream<Layer> leaves() {
    return Stream.of(this);
  }

  /** The weights and counters of this layer in torchvision's order. */
  List<WeightShape> weights();
}
