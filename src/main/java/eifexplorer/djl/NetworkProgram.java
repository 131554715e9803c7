package eifexplorer.djl;

import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Layer;
import eifexplorer.engine.Layer.Activation;
import eifexplorer.engine.Layer.Convolution;
import eifexplorer.engine.Layer.MaxPooling;
import eifexplorer.engine.Layer.Residual;
import eifexplorer.engine.Pooling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a network as a TorchScript method that takes images [n,3,h,w] and the list of weights, and gives features [n,F]
 * or, with a last linear layer, embeddings [n,E].
 *
 * <p>The weights of the i-th convolution, counted in the order of {@link BackboneSpec}'s layers, are a run of the list:
 * see {@link Dialect#weightsPerConvolution}. The last linear layer's weight and bias end the list.
 */
final class NetworkProgram {

  /** How a convolution with its batch normalisation is computed. */
  enum Dialect {
    /** Kernel, scale, shift, running mean and variance; the batch's own statistics are used, the running ones move. */
    TRAINING(5),
    /** The same weights; the running statistics are used and stay. */
    FROZEN_NORM(5),
    /** As {@link #TRAINING}; everything up to the last feature map is computed in bfloat16, from weights in single precision. */
    MIXED(5),
    /** As {@link #FROZEN_NORM}, computed like {@link #MIXED}. */
    MIXED_FROZEN_NORM(5),
    /** As {@link #FROZEN_NORM}, for inference only. */
    EVALUATION(5),
    /** Kernel and bias, the batch normalisation folded into them. */
    FOLDED(2),
    /** As {@link #FOLDED}, with oneDNN adding the shortcut and applying the activation while it writes the result. */
    FUSED(2);

    private final int weightsPerConvolution;

    Dialect(int weightsPerConvolution) {
      this.weightsPerConvolution = weightsPerConvolution;
    }

    int weightsPerConvolution() {
      return weightsPerConvolution;
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
  private static final String EPSILON = "1e-05";

  /** PyTorch's numbers for bfloat16 and for single precision. */
  private static final int BFLOAT16 = 15;

  private static final int SINGLE = 6;

  private final Dialect dialect;
  private final Map<String, Integer> firstWeight = new HashMap<>();
  private final StringBuilder body = new StringBuilder();
  private int calls;

  private NetworkProgram(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * The text of one method.
   *
   * @param channelsLast whether images are first laid out with the channels innermost, which oneDNN prefers
   * @param withHead whether the last linear layer follows
   * @throws IllegalArgumentException for a network whose layers are not known
   */
  static String method(
      String name, BackboneSpec spec, Dialect dialect, boolean channelsLast, boolean withHead) {
    NetworkProgram program = new NetworkProgram(dialect);
    List<Layer> layers = layersOf(spec);
    program.number(layers);
    String images = channelsLast ? program.call("torch.contiguous", "x", CHANNELS_LAST) : "x";
    if (dialect.isMixed()) {
      images = program.cast(images, BFLOAT16);
    }
    String map = program.chain(layers, images);
    if (dialect.isMixed()) {
      map = program.cast(map, SINGLE);
    }
    String result = program.pooled(map, spec);
    if (withHead) {
      int head = program.firstWeight.size() * dialect.weightsPerConvolution();
      result = program.call("torch.linear", result, weight(head), weight(head + 1));
    }
    return header(name, "Tensor") + program.body + "    return " + result + "\n";
  }

  /**
   * The text of a method that gives the last feature map [n,C,h,w], which {@link #method} pools.
   *
   * @param channelsLast as in {@link #method}
   */
  static String mapMethod(String name, BackboneSpec spec, Dialect dialect, boolean channelsLast) {
    NetworkProgram program = new NetworkProgram(dialect);
    List<Layer> layers = layersOf(spec);
    program.number(layers);
    String images = channelsLast ? program.call("torch.contiguous", "x", CHANNELS_LAST) : "x";
    String map = program.call("torch.contiguous", program.chain(layers, images), ROW_MAJOR);
    return header(name, "Tensor") + program.body + "    return " + map + "\n";
  }

  /** The text of a method that gives the list of weights for {@link Dialect#FUSED}, its kernels packed by oneDNN. */
  static String packMethod(String name, BackboneSpec spec) {
    NetworkProgram program = new NetworkProgram(Dialect.FUSED);
    List<Layer> layers = layersOf(spec);
    program.number(layers);
    for (Convolution c : convolutions(layers)) {
      String kernel = program.kernel(c);
      String packed =
          program.call(
              "ops.mkldnn._reorder_convolution_weight",
              kernel,
              pair(c.padding()),
              pair(c.stride()),
              pair(1),
              c.groups(),
              "None");
      program.line(kernel, packed);
    }
    return header(name, "List[Tensor]") + program.body + "    return w\n";
  }

  private static List<Layer> layersOf(BackboneSpec spec) {
    List<Layer> layers = spec.architecture().layers();
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(
          "The layers of " + spec.architecture().name() + " are not known");
    }
    return layers;
  }

  private static String header(String name, String result) {
    return "  def "
        + name
        + "(self: __torch__.Net,\n    x: Tensor,\n    w: List[Tensor]) -> "
        + result
        + ":\n";
  }

  /** The convolutions of a network in the order of their weights. */
  static List<Convolution> convolutions(List<Layer> layers) {
    return layers.stream().flatMap(NetworkProgram::convolutions).toList();
  }

  private static Stream<Convolution> convolutions(Layer layer) {
    return layer.accept(
        new Layer.Visitor<>() {
          @Override
          public Stream<Convolution> convolution(Convolution convolution) {
            return Stream.of(convolution);
          }

          @Override
          public Stream<Convolution> maxPooling(MaxPooling pooling) {
            return Stream.empty();
          }

          @Override
          public Stream<Convolution> residual(Residual residual) {
            return Stream.concat(residual.body().stream(), residual.shortcut().stream())
                .flatMap(NetworkProgram::convolutions);
          }
        });
  }

  private void number(List<Layer> layers) {
    for (Convolution convolution : convolutions(layers)) {
      firstWeight.put(convolution.name(), firstWeight.size() * dialect.weightsPerConvolution());
    }
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
    public String maxPooling(MaxPooling layer) {
      return NetworkProgram.this.maxPooling(layer, x);
    }

    @Override
    public String residual(Residual layer) {
      boolean fusable = dialect == Dialect.FUSED && layer.activation() != Activation.RELU6;
      return fusable ? fusedResidual(layer, x) : NetworkProgram.this.residual(layer, x);
    }
  }

  private String convolution(Convolution c, String x) {
    return switch (dialect) {
      case FUSED -> fused(c, x);
      case FOLDED -> activated(c.activation(), plain(c, x, weight(firstWeight(c) + 1)));
      case TRAINING, MIXED, FROZEN_NORM, MIXED_FROZEN_NORM, EVALUATION ->
          activated(c.activation(), normalised(c, plain(c, x, "None")));
    };
  }

  private String plain(Convolution c, String x, String bias) {
    return call(
        "torch.conv2d",
        x,
        dialect.isMixed() ? cast(kernel(c), BFLOAT16) : kernel(c),
        bias,
        pair(c.stride()),
        pair(c.padding()),
        pair(1),
        c.groups());
  }

  private String normalised(Convolution c, String x) {
    int w = firstWeight(c);
    String ofBatch = dialect.usesBatchStatistics() ? "True" : "False";
    return call(
        "torch.batch_norm",
        x,
        weight(w + 1),
        weight(w + 2),
        weight(w + 3),
        weight(w + 4),
        ofBatch,
        "0.1",
        EPSILON,
        "True");
  }

  private String fused(Convolution c, String x) {
    String activation =
        switch (c.activation()) {
          case NONE -> "\"none\", " + NO_SCALARS;
          case RELU -> "\"relu\", " + NO_SCALARS;
          case RELU6 -> "\"hardtanh\", " + UP_TO_SIX;
        };
    return call("ops.mkldnn._convolution_pointwise", x, geometry(c), activation, "\"\"");
  }

  private String geometry(Convolution c) {
    return String.join(
        ", ",
        kernel(c),
        weight(firstWeight(c) + 1),
        pair(c.padding()),
        pair(c.stride()),
        pair(1),
        Integer.toString(c.groups()));
  }

  private String residual(Residual residual, String x) {
    String main = chain(residual.body(), x);
    String shortcut = chain(residual.shortcut(), x);
    return activated(residual.activation(), call("torch.add_", main, shortcut));
  }

  /** The last convolution writes its sum over the shortcut, which nothing else reads any more. */
  private String fusedResidual(Residual residual, String x) {
    int last = residual.body().size() - 1;
    String shortcut = chain(residual.shortcut(), x);
    String inner = chain(residual.body().subList(0, last), x);
    String activation = residual.activation() == Activation.RELU ? "\"relu\"" : "None";
    return call(
        "ops.mkldnn._convolution_pointwise_",
        shortcut,
        inner,
        geometry((Convolution) residual.body().get(last)),
        "\"add\"",
        "1.",
        activation,
        NO_SCALARS,
        "None");
  }

  private String maxPooling(MaxPooling p, String x) {
    return call(
        "torch.max_pool2d", x, pair(p.kernel()), pair(p.stride()), pair(p.padding()), pair(1));
  }

  private String cast(String x, int type) {
    return call("torch.to", x, type, "False", "False", "None");
  }

  private String pooled(String map, BackboneSpec spec) {
    String features;
    if (spec.pooling() == Pooling.AVERAGE) {
      features = call("torch.mean", map, ROWS_AND_COLUMNS);
    } else if (dialect.isTrained()) {
      // PyTorch sends the gradient to one of several equal largest values here, and to all of them
      // in amax.
      line("largest, where", "torch.adaptive_max_pool2d(" + map + ", [1, 1])");
      features = call("torch.flatten", "largest", 1);
    } else {
      features = call("torch.amax", map, ROWS_AND_COLUMNS);
    }
    return spec.layerNorm()
        ? call(
            "torch.layer_norm", features, "[" + spec.featureSize() + "]", "None", "None", EPSILON)
        : features;
  }

  private String activated(Activation activation, String x) {
    return switch (activation) {
      case NONE -> x;
      case RELU -> call("torch.relu_", x);
      case RELU6 -> call("torch.hardtanh_", x, "0.", "6.");
    };
  }

  /** Adds a call and gives the name of its result. */
  private String call(String function, Object... arguments) {
    String name = "v" + calls++;
    String list = Stream.of(arguments).map(Object::toString).collect(Collectors.joining(", "));
    line(name, function + "(" + list + ")");
    return name;
  }

  private void line(String target, String expression) {
    body.append("    ").append(target).append(" = ").append(expression).append('\n');
  }

  private String kernel(Convolution c) {
    return weight(firstWeight(c));
  }

  private static String weight(int index) {
    return "w[" + index + "]";
  }

  private static String pair(int value) {
    return "[" + value + ", " + value + "]";
  }

  /** Index of a convolution's first weight. */
  private int firstWeight(Convolution convolution) {
    return Objects.requireNonNull(firstWeight.get(convolution.name()), convolution.name());
  }
}
