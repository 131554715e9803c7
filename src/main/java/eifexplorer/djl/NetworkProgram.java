package eifexplorer.djl;

import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Layer;
import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.AveragePooling;
import eifexplorer.engine.Layer.BatchNorm;
import eifexplorer.engine.Layer.Concatenation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.MaxPooling;
import eifexplorer.engine.Layer.Residual;
import eifexplorer.engine.Layer.SqueezeExcitation;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.Stage;
import eifexplorer.engine.TokenLayer;
import eifexplorer.engine.TokenLayer.WindowAttention;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a network as a TorchScript method that takes images [n,3,h,w] and the list of weights in the order of {@link
 * WeightOrder}, and gives features [n,F] or, with a last linear layer, embeddings [n,E].
 */
final class NetworkProgram {

  /** How a convolution with its batch normalisation is computed. */
  enum Dialect {
    /** Kernel, scale, shift, running mean and variance; the batch's own statistics are used, the running ones move. */
    TRAINING,
    /** The same weights; the running statistics are used and stay. */
    FROZEN_NORM,
    /** As {@link #TRAINING}; everything up to the last feature map is computed in bfloat16, from weights in single precision. */
    MIXED,
    /** As {@link #FROZEN_NORM}, computed like {@link #MIXED}. */
    MIXED_FROZEN_NORM,
    /** As {@link #FROZEN_NORM}, for inference only. */
    EVALUATION,
    /** Kernel and bias, the batch normalisation folded into them. */
    FOLDED,
    /** As {@link #FOLDED}, with oneDNN adding the shortcut and applying the activation while it writes the result. */
    FUSED;

    /** Whether batch normalisation is part of the convolutions' weights. */
    boolean isFolded() {
      return this == FOLDED || this == FUSED;
    }

    boolean isMixed() {
      return this == MIXED || this == MIXED_FROZEN_NORM;
    }

    /** Whether gradients are computed through it. */
    boolean isTrained() {
      return this == TRAINING || this == FROZEN_NORM || isMixed();
    }

    /** Whether batch normalisation uses the batch's own statistics. */
    boolean usesBatchStatistics() {
      return this == TRAINING || this == MIXED;
    }
  }

  private static final String NO_SCALARS = "annotate(List[Optional[number]], [])";
  private static final String UP_TO_SIX = "annotate(List[Optional[number]], [0., 6.])";
  private static final String ROWS_AND_COLUMNS = "[2, 3]";
  private static final String CHANNELS_LAST = "memory_format=2";
  private static final String ROW_MAJOR = "memory_format=0";
  private static final String LAYER_NORM_EPSILON = "1e-05";

  private final BackboneSpec spec;
  private final Dialect dialect;
  private final ProgramText text;

  private NetworkProgram(BackboneSpec spec, Dialect dialect) {
    if (spec.architecture().layers().isEmpty()) {
      throw new IllegalArgumentException(
          "The layers of " + spec.architecture().name() + " are not known");
    }
    this.spec = spec;
    this.dialect = dialect;
    this.text = new ProgramText(dialect, new WeightOrder(spec, dialect.isFolded()));
  }

  /**
   * The text of one method; {@link #functions} go with it.
   *
   * @param channelsLast whether images are first laid out with the channels innermost, which oneDNN prefers
   * @param withHead whether the last linear layer follows
   * @throws IllegalArgumentException for a network whose layers are not known
   */
  static String method(
      String name, BackboneSpec spec, Dialect dialect, boolean channelsLast, boolean withHead) {
    NetworkProgram program = new NetworkProgram(spec, dialect);
    String features = program.pooled(program.map(channelsLast));
    if (withHead) {
      ProgramText text = program.text;
      features = text.call("torch.linear", features, text.head(0), text.head(1));
    }
    return program.text.method(name, "Tensor", features);
  }

  /**
   * The text of a method that gives the features and, after them, the averages of the maps at the ends of the network's stages
   * [n,F+D].
   *
   * @param channelsLast as in {@link #method}
   */
  static String stagesMethod(
      String name, BackboneSpec spec, Dialect dialect, boolean channelsLast) {
    NetworkProgram program = new NetworkProgram(spec, dialect);
    ProgramText text = program.text;
    List<Layer> layers = spec.architecture().layers();
    List<String> parts = new ArrayList<>();
    String map = program.images(channelsLast);
    int done = 0;
    for (Stage stage : spec.architecture().stages()) {
      map = program.chain(layers.subList(done, stage.layers()), map);
      done = stage.layers();
      parts.add(text.call("torch.mean", map, ROWS_AND_COLUMNS));
    }
    map = program.chain(layers.subList(done, layers.size()), map);
    parts.add(0, program.pooled(map));
    return text.method(
        name, "Tensor", text.call("torch.cat", "[" + String.join(", ", parts) + "]", 1));
  }

  /**
   * The text of a method that gives the last feature map [n,C,h,w], which {@link #method} pools; of a network that ends with
   * tokens, those of the patches.
   *
   * @param channelsLast as in {@link #method}
   */
  static String mapMethod(String name, BackboneSpec spec, Dialect dialect, boolean channelsLast) {
    NetworkProgram program = new NetworkProgram(spec, dialect);
    ProgramText text = program.text;
    String map = program.map(channelsLast);
    if (spec.architecture().tokenGrid().isPresent()) {
      int patch = spec.architecture().tokenGrid().get().patch();
      String places = text.call("torch.transpose", program.patches(map), 1, 2);
      String rows = "torch.floordiv(torch.size(x, 2), " + patch + ")";
      String columns = "torch.floordiv(torch.size(x, 3), " + patch + ")";
      String shape = "[torch.size(x, 0), -1, " + rows + ", " + columns + "]";
      map = text.call("torch.reshape", places, shape);
    }
    return text.method(name, "Tensor", text.call("torch.contiguous", map, ROW_MAJOR));
  }

  /** The text of a method that gives the list of weights for {@link Dialect#FUSED}, its kernels packed by oneDNN. */
  static String packMethod(String name, BackboneSpec spec) {
    NetworkProgram program = new NetworkProgram(spec, Dialect.FUSED);
    for (Convolution c : WeightOrder.convolutions(spec)) {
      String kernel = program.text.weight(c.name() + ".weight");
      String packed =
          program.text.call(
              "ops.mkldnn._reorder_convolution_weight",
              kernel,
              pair(c.padding()),
              pair(c.stride()),
              pair(1),
              c.groups(),
              "None");
      program.text.line(kernel, packed);
    }
    return program.text.method(name, "List[Tensor]", "w");
  }

  /** Methods that a network's other methods call; empty if none is needed. */
  static String functions(BackboneSpec spec) {
    return TokenProgram.functions(WeightOrder.leaves(spec));
  }

  /** Writes everything up to the last feature map or tokens, in single precision. */
  private String map(boolean channelsLast) {
    return text.precise(chain(spec.architecture().layers(), text.half(images(channelsLast))));
  }

  private String images(boolean channelsLast) {
    return channelsLast ? text.call("torch.contiguous", "x", CHANNELS_LAST) : "x";
  }

  private String chain(List<Layer> layers, String x) {
    String result = x;
    for (Layer layer : layers) {
      result = layer.accept(new After(result));
    }
    return result;
  }

  /** Writes what follows {@code x} and gives the name of its result. */
  private final class After implements Layer.Visitor<String> {
    private final String x;

    After(String x) {
      this.x = x;
    }

    @Override
    public String convolution(Convolution layer) {
      return NetworkProgram.this.convolution(layer, x);
    }

    @Override
    public String maxPooling(MaxPooling p) {
      String ceiling = p.ceiling() ? "True" : "False";
      String padding = pair(p.padding());
      return text.call(
          "torch.max_pool2d", x, pair(p.kernel()), pair(p.stride()), padding, pair(1), ceiling);
    }

    @Override
    public String averagePooling(AveragePooling layer) {
      return text.call("torch.avg_pool2d", x, pair(3), pair(1), pair(1), "True");
    }

    @Override
    public String residual(Residual layer) {
      return NetworkProgram.this.residual(layer, x);
    }

    @Override
    public String concatenation(Concatenation layer) {
      String parts =
          layer.branches().stream().map(b -> chain(b, x)).collect(Collectors.joining(", "));
      return text.call("torch.cat", "[" + parts + "]", 1);
    }

    @Override
    public String squeezeExcitation(SqueezeExcitation layer) {
      String mean = text.call("torch.mean", x, ROWS_AND_COLUMNS, "True");
      String squeezed = text.call("torch.silu", pointwise(layer.name() + "fc1", mean));
      String gate = text.call("torch.sigmoid", pointwise(layer.name() + "fc2", squeezed));
      return text.call("torch.mul", x, gate);
    }

    private String pointwise(String name, String of) {
      String bias = text.factor(name + ".bias");
      return text.call("torch.conv2d", of, text.factor(name + ".weight"), bias);
    }

    @Override
    public String token(TokenLayer layer) {
      return layer.acceptKinds(new TokenProgram(text, x));
    }
  }

  private String convolution(Convolution c, String x) {
    if (dialect == Dialect.FUSED) {
      return fused(c, x);
    }
    String plain = plain(c, x);
    boolean normalised = c.norm().isPresent() && !dialect.isFolded();
    return text.activated(c.activation(), normalised ? normalised(c.norm().get(), plain) : plain);
  }

  private String plain(Convolution c, String x) {
    return text.call(
        "torch.conv2d",
        x,
        text.factor(c.name() + ".weight"),
        text.factorIfAny(c.name() + ".bias"),
        pair(c.stride()),
        pair(c.padding()),
        pair(1),
        c.groups());
  }

  private String normalised(BatchNorm norm, String x) {
    String ofBatch = dialect.usesBatchStatistics() ? "True" : "False";
    return text.call(
        "torch.batch_norm",
        x,
        text.weight(norm.name() + ".weight"),
        text.weight(norm.name() + ".bias"),
        text.weight(norm.name() + ".running_mean"),
        text.weight(norm.name() + ".running_var"),
        ofBatch,
        norm.momentum(),
        BatchNorm.EPSILON,
        "True");
  }

  private String fused(Convolution c, String x) {
    String activation =
        switch (c.activation()) {
          case NONE, SILU, GELU -> "\"none\", " + NO_SCALARS;
          case RELU -> "\"relu\", " + NO_SCALARS;
          case RELU6 -> "\"hardtanh\", " + UP_TO_SIX;
        };
    String y = text.call("ops.mkldnn._convolution_pointwise", x, geometry(c), activation, "\"\"");
    return switch (c.activation()) {
      case NONE, RELU, RELU6 -> y;
      case SILU, GELU -> text.activated(c.activation(), y);
    };
  }

  private String geometry(Convolution c) {
    return String.join(
        ", ",
        text.weight(c.name() + ".weight"),
        text.factorIfAny(c.name() + ".bias"),
        pair(c.padding()),
        pair(c.stride()),
        pair(1),
        Integer.toString(c.groups()));
  }

  private String residual(Residual residual, String x) {
    Layer last = residual.body().get(residual.body().size() - 1);
    boolean addable =
        residual.activation() == Activation.NONE || residual.activation() == Activation.RELU;
    if (dialect == Dialect.FUSED && addable && last instanceof Convolution convolution) {
      return fusedResidual(residual, convolution, x);
    }
    String main = chain(residual.body(), x);
    String shortcut = chain(residual.shortcut(), x);
    // Saves memory in training; a part of something larger would be copied back.
    String add = last instanceof WindowAttention ? "torch.add" : "torch.add_";
    return text.activated(residual.activation(), text.call(add, main, shortcut));
  }

  /** The last convolution writes its sum over the shortcut, which nothing else reads any more. */
  private String fusedResidual(Residual residual, Convolution last, String x) {
    String shortcut = chain(residual.shortcut(), x);
    String inner = chain(residual.body().subList(0, residual.body().size() - 1), x);
    String activation = residual.activation() == Activation.RELU ? "\"relu\"" : "None";
    return text.call(
        "ops.mkldnn._convolution_pointwise_",
        shortcut,
        inner,
        geometry(last),
        "\"add\"",
        "1.",
        activation,
        NO_SCALARS,
        "None");
  }

  /** Writes how a map or tokens become features, and what follows those. */
  private String pooled(String map) {
    String features =
        chain(
            spec.architecture().afterPooling(),
            spec.architecture().tokenGrid().isPresent() ? pooledTokens(map) : pooledMap(map));
    return spec.layerNorm()
        ? text.call(
            "torch.layer_norm",
            features,
            "[" + spec.featureSize() + "]",
            "None",
            "None",
            LAYER_NORM_EPSILON)
        : features;
  }

  private String pooledTokens(String tokens) {
    return switch (spec.pooling()) {
      case TOKEN -> text.call("torch.select", tokens, 1, 0);
      case AVERAGE -> text.call("torch.mean", patches(tokens), "[1]");
      case MAX -> text.call("torch.amax", patches(tokens), "[1]");
    };
  }

  private String patches(String tokens) {
    int extra = spec.architecture().tokenGrid().orElseThrow().extra();
    return text.call("torch.slice", tokens, 1, extra);
  }

  private String pooledMap(String map) {
    if (spec.pooling() == Pooling.AVERAGE) {
      return text.call("torch.mean", map, ROWS_AND_COLUMNS);
    }
    if (!dialect.isTrained()) {
      return text.call("torch.amax", map, ROWS_AND_COLUMNS);
    }
    // PyTorch sends the gradient to one of several equal largest values here, and to all of them
    // in amax.
    text.line("largest, where", "torch.adaptive_max_pool2d(" + map + ", [1, 1])");
    return text.call("torch.flatten", "largest", 1);
  }

  private static String pair(int value) {
    return "[" + value + ", " + value + "]";
  }
}
