package eifexplorer.engine;

import java.util.ArrayList;
import java.util.List;

/** What transformers are made of: layers of tokens [n,L,C], or of maps with the channels last [n,h,w,C]. */
public sealed interface TokenLayer extends Layer {

  /** What is done with a layer of each kind, as in {@link Layer.Visitor}. */
  interface Kinds<T> {
    /** Of an order of axes. */
    T order(Order layer);

    /** Of a normalisation. */
    T layerNorm(LayerNorm layer);

    /** Of a linear layer. */
    T linear(Linear layer);

    /** Of learned factors. */
    T channelScale(ChannelScale layer);

    /** Of an attention. */
    T attention(Attention layer);

    /** Of an attention inside windows. */
    T windowAttention(WindowAttention layer);

    /** Of a halving of the map. */
    T patchMerging(PatchMerging layer);

    /** Of patches made tokens. */
    T tokens(Tokens layer);
  }

  /** Where the channels of a map are. */
  enum Order implements TokenLayer {
    /** [n,C,h,w] to [n,h,w,C]. */
    CHANNELS_LAST,
    /** [n,h,w,C] to [n,C,h,w]. */
    CHANNELS_FIRST;

    @Override
    public <T> T acceptKinds(Kinds<T> kinds) {
      return kinds.order(this);
    }

    @Override
    public List<WeightShape> weights() {
      return List.of();
    }
  }

  /**
   * (x - mean) / sqrt(variance + eps) · weight + bias over the last axis.
   *
   * @param name of its weights
   * @param size C
   * @param epsilon eps
   */
  record LayerNorm(String name, int size, double epsilon) implements TokenLayer {
    @Override
    public <T> T acceptKinds(Kinds<T> kinds) {
      return kinds.layerNorm(this);
    }

    @Override
    public List<WeightShape> weights() {
      return List.of(
          new WeightShape(name + ".weight", size), new WeightShape(name + ".bias", size));
    }
  }

  /**
   * activation(W x + b) over the last axis.
   *
   * @param name of its weights
   * @param in values in
   * @param out values out
   * @param activation what follows
   */
  record Linear(String name, int in, int out, Activation activation) implements TokenLayer {
    @Override
    public <T> T acceptKinds(Kinds<T> kinds) {
      return kinds.linear(this);
    }

    @Override
    public List<WeightShape> weights() {
      return linear(name + ".weight", name + ".bias", in, out);
    }
  }

  /**
   * Each channel times a learned factor.
   *
   * @param name of the factors
   * @param channels C
   * @param first whether the channels come first: [C,1,1] instead of [C]
   */
  record ChannelScale(String name, int channels, boolean first) implements TokenLayer {
    @Override
    public <T> T acceptKinds(Kinds<T> kinds) {
      return kinds.channelScale(this);
    }

    @Override
    public List<WeightShape> weights() {
      return List.of(
          first ? new WeightShape(name, channels, 1, 1) : new WeightShape(name, channels));
    }
  }

  /**
   * softmax(Q Kᵀ / sqrt(C / heads)) V of each head, and a linear layer.
   *
   * <p>Vaswani et al.: Attention Is All You Need (2017).
   *
   * @param name what the names of its weights follow
   * @param size C
   * @param heads into how many parts C is cut
   */
  record Attention(String name, int size, int heads) implements TokenLayer {
    @Override
    public <T> T acceptKinds(Kinds<T> kinds) {
      return kinds.attention(this);
    }

    @Override
    public List<WeightShape> weights() {
      List<WeightShape> all = new ArrayList<>();
      all.addAll(linear(name + "in_proj_weight", name + "in_proj_bias", size, 3 * size));
      all.addAll(linear(name + "out_proj.weight", name + "out_proj.bias", size, size));
      return all;
    }
  }

  /**
   * {@link Attention} inside windows of a map [n,h,w,C], moved by {@code shift} where the map is larger than a window, with
   * a learned bias for each offset of two places.
   *
   * <p>Liu et al.: Swin Transformer (2021).
   *
   * @param name what the names of its weights follow
   * @param size C
   * @param heads into how many parts C is cut
   * @param window side of a window
   * @param shift by how many places the windows are moved
   */
  record WindowAttention(String name, int size, int heads, int window, int shift)
      implements TokenLayer {
    @Override
    public <T> T acceptKinds(Kinds<T> kinds) {
      return kinds.windowAttention(this);
    }

    @Override
    public List<WeightShape> weights() {
      int offsets = (2 * window - 1) * (2 * window - 1);
      List<WeightShape> all = new ArrayList<>();
      all.add(new WeightShape(name + "relative_position_bias_table", offsets, heads));
      all.addAll(linear(name + "qkv.weight", name + "qkv.bias", size, 3 * size));
      all.addAll(linear(name + "proj.weight", name + "proj.bias", size, size));
      return all;
    }
  }

  /**
   * Four neighbours of a map [n,h,w,C] made one place, normalised, and reduced to 2 C values.
   *
   * @param name what the names of its weights follow
   * @param size C
   * @param epsilon of the normalisation
   */
  record PatchMerging(String name, int size, double epsilon) implements TokenLayer {
    @Override
    public <T> T acceptKinds(Kinds<T> kinds) {
      return kinds.patchMerging(this);
    }

    @Override
    public List<WeightShape> weights() {
      return List.of(
          new WeightShape(name + "reduction.weight", 2 * size, 4 * size),
          new WeightShape(name + "norm.weight", 4 * size),
          new WeightShape(name + "norm.bias", 4 * size));
    }
  }

  /** How positions learned for one size of image serve another: always bicubic. */
  enum Interpolation {
    /** As torchvision's {@code interpolate_embeddings}: the corners stay where they are. */
    TORCHVISION,
    /** As timm, and DINOv2 with register tokens: antialiased. */
    TIMM,
    /** As DINO and DINOv2 without register tokens: by the factor (side + 0.1) / grid. */
    DINO
  }

  /**
   * A map of patches [n,C,h,w] made tokens [n,1+R+hw,C]: the class token and the patches with their positions added, and R
   * register tokens, which have none, after the class token.
   *
   * @param size C
   * @param grid rows and columns the positions were learned for
   * @param registers R
   * @param interpolation how they serve other sizes
   */
  record Tokens(int size, int grid, int registers, Interpolation interpolation)
      implements TokenLayer {
    /** Name of the class token's values. */
    public static final String CLASS_TOKEN = "class_token";

    /** Name of the positions. */
    public static final String POSITIONS = "encoder.pos_embedding";

    /** Name of the register tokens. */
    public static final String REGISTERS = "register_tokens";

    @Override
    public <T> T acceptKinds(Kinds<T> kinds) {
      return kinds.tokens(this);
    }

    @Override
    public List<WeightShape> weights() {
      List<WeightShape> all = new ArrayList<>();
      all.add(new WeightShape(CLASS_TOKEN, 1, 1, size));
      if (registers > 0) {
        all.add(new WeightShape(REGISTERS, 1, registers, size));
      }
      all.add(new WeightShape(POSITIONS, 1, 1 + grid * grid, size));
      return all;
    }
  }

  @Override
  default <T> T accept(Visitor<T> visitor) {
    return visitor.token(this);
  }

  /** As {@link #accept}, by kind. */
  <T> T acceptKinds(Kinds<T> kinds);

  private static List<WeightShape> linear(String weight, String bias, int in, int out) {
    return List.of(new WeightShape(weight, out, in), new WeightShape(bias, out));
  }
}
