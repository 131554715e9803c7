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
    /** The same weights; the running statistics are used. */
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
  }

  private static final String NO_SCALARS = "annotate(List[Optional[number]], [])";

  private final Dialect dialect;
  private final Map<String, Integer> firstWeight = new HashMap<>();
  private final StringBuilder body = new StringBuilder();
  private int values;

  private NetworkProgram(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * The text of one method.
   *
   * @param channelsLast whether images are first laid out with the channels innermost, which oneDNN prefers
   * @param withHead whether the last linear layer follows
   */
  static String method(
      String name, BackboneSpec spec, Dialect dialect, boolean channelsLast, boolean withHead) {
    NetworkProgram program = new NetworkProgram(dialect);
    List<Layer> layers = spec.architecture().layers();
    program.number(layers);
    String images = channelsLast ? program.value("torch.contiguous(x, memory_format=2)") : "x";
    String result = program.pooled(program.chain(layers, images), spec);
    if (withHead) {
      int head = program.firstWeight.size() * dialect.weightsPerConvolution();
      result =
          program.value("torch.linear(" + result + ", w[" + head + "], w[" + (head + 1) + "])");
    }
    return header(name, "Tensor") + program.body + "    return " + result + "\n";
  }

  /** The text of a method that gives the list of weights for {@link Dialect#FUSED}, its kernels packed by oneDNN. */
  static String packMethod(String name, BackboneSpec spec) {
    StringBuilder body = new StringBuilder();
    List<Convolution> convolutions = convolutions(spec.architecture().layers());
    for (int i = 0; i < convolutions.size(); i++) {
      Convolution c = convolutions.get(i);
      String kernel = "w[" + i * Dialect.FUSED.weightsPerConvolution() + "]";
      body.append("    ").append(kernel).append(" = ops.mkldnn._reorder_convolution_weight(");
      body.append(kernel)
          .append(", ")
          .append(pair(c.padding()))
          .append(", ")
          .append(pair(c.stride()));
      body.append(", [1, 1], ").append(c.groups()).append(", None)\n");
    }
    return header(name, "List[Tensor]") + body + "    return w\n";
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
    if (layer instanceof Residual residual) {
      return Stream.concat(residual.body().stream(), residual.shortcut().stream())
          .flatMap(NetworkProgram::convolutions);
    }
    return layer instanceof Convolution convolution ? Stream.of(convolution) : Stream.empty();
  }

  private void number(List<Layer> layers) {
    for (Convolution convolution : convolutions(layers)) {
      firstWeight.put(convolution.name(), firstWeight.size() * dialect.weightsPerConvolution());
    }
  }

  private String chain(List<Layer> layers, String x) {
    String result = x;
    for (Layer layer : layers) {
      if (layer instanceof Convolution convolution) {
        result = convolution(convolution, result);
      } else if (layer instanceof MaxPooling pooling) {
        result = maxPooling(pooling, result);
      } else if (layer instanceof Residual residual) {
        result =
            dialect == Dialect.FUSED ? fusedResidual(residual, result) : residual(residual, result);
      }
    }
    return result;
  }

  private String convolution(Convolution c, String x) {
    if (dialect == Dialect.FUSED) {
      String activation =
          switch (c.activation()) {
            case NONE -> "\"none\", " + NO_SCALARS;
            case RELU -> "\"relu\", " + NO_SCALARS;
            case RELU6 -> "\"hardtanh\", annotate(List[Optional[number]], [0., 6.])";
          };
      return value(
          "ops.mkldnn._convolution_pointwise("
              + x
              + weightsAndGeometry(c)
              + ", "
              + activation
              + ", \"\")");
    }
    int w = firstWeight.get(c.name());
    boolean folded = dialect == Dialect.FOLDED;
    String result =
        value(
            "torch.conv2d("
                + x
                + ", w["
                + w
                + "], "
                + (folded ? "w[" + (w + 1) + "]" : "None")
                + ", "
                + pair(c.stride())
                + ", "
                + pair(c.padding())
                + ", [1, 1], "
                + c.groups()
                + ")");
    if (!folded) {
      result =
          value(
              "torch.batch_norm("
                  + result
                  + ", w["
                  + (w + 1)
                  + "], w["
                  + (w + 2)
                  + "], w["
                  + (w + 3)
                  + "], w["
                  + (w + 4)
                  + "], "
                  + (dialect == Dialect.TRAINING ? "True" : "False")
                  + ", 0.1, 1e-05, True)");
    }
    return activated(c.activation(), result);
  }

  private String weightsAndGeometry(Convolution c) {
    int w = firstWeight.get(c.name());
    return ", w["
        + w
        + "], w["
        + (w + 1)
        + "], "
        + pair(c.padding())
        + ", "
        + pair(c.stride())
        + ", [1, 1], "
        + c.groups();
  }

  private String residual(Residual residual, String x) {
    String body = chain(residual.body(), x);
    String shortcut = chain(residual.shortcut(), x);
    return activated(residual.activation(), value("torch.add_(" + body + ", " + shortcut + ")"));
  }

  /** The last convolution writes its sum over the shortcut, which nothing else reads any more. */
  private String fusedResidual(Residual residual, String x) {
    int last = residual.body().size() - 1;
    String shortcut = chain(residual.shortcut(), x);
    String inner = chain(residual.body().subList(0, last), x);
    Convolution c = (Convolution) residual.body().get(last);
    String activation = residual.activation() == Activation.RELU ? "\"relu\"" : "None";
    return value(
        "ops.mkldnn._convolution_pointwise_("
            + shortcut
            + ", "
            + inner
            + weightsAndGeometry(c)
            + ", \"add\", 1., "
            + activation
            + ", "
            + NO_SCALARS
            + ", None)");
  }

  private String maxPooling(MaxPooling p, String x) {
    return value(
        "torch.max_pool2d("
            + x
            + ", "
            + pair(p.kernel())
            + ", "
            + pair(p.stride())
            + ", "
            + pair(p.padding())
            + ", [1, 1], False)");
  }

  private String pooled(String map, BackboneSpec spec) {
    String features;
    if (spec.pooling() == Pooling.AVERAGE) {
      features = value("torch.mean(" + map + ", [2, 3])");
    } else if (dialect == Dialect.TRAINING) {
      String largest = "p" + values++;
      body.append("    ").append(largest).append(", _ = torch.adaptive_max_pool2d(").append(map);
      body.append(", [1, 1])\n");
      features = value("torch.flatten(" + largest + ", 1)");
    } else {
      features = value("torch.amax(" + map + ", [2, 3])");
    }
    return spec.layerNorm()
        ? value(
            "torch.layer_norm("
                + features
                + ", ["
                + spec.featureSize()
                + "], None, None, 1e-05, False)")
        : features;
  }

  private String activated(Activation activation, String x) {
    return switch (activation) {
      case NONE -> x;
      case RELU -> value("torch.relu_(" + x + ")");
      case RELU6 -> value("torch.hardtanh_(" + x + ", 0., 6.)");
    };
  }

  private String value(String expression) {
    String name = "v" + values++;
    body.append("    ").append(name).append(" = ").append(expression).append('\n');
    return name;
  }

  private static String pair(int value) {
    return "[" + value + ", " + value + "]";
  }
}
