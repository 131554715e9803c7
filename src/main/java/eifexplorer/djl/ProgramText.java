package eifexplorer.djl;

import eifexplorer.djl.NetworkProgram.Dialect;
import eifexplorer.engine.Layer.Activation;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The body of one TorchScript method while it is written: calls whose results have names, of weights in the list w. */
final class ProgramText {
  /** PyTorch's numbers for bfloat16 and for single precision. */
  private static final int BFLOAT16 = 15;

  private static final int SINGLE = 6;

  private final WeightOrder order;
  private final StringBuilder body = new StringBuilder();
  private boolean mixed;
  private int calls;

  ProgramText(Dialect dialect, WeightOrder order) {
    this.order = order;
    this.mixed = dialect.isMixed();
  }

  /** From here on everything is computed in single precision; gives {@code x} so. */
  String precise(String x) {
    String single = single(x);
    mixed = false;
    return single;
  }

  /** Adds a call and gives the name of its result. */
  String call(String function, Object... arguments) {
    String name = "v" + calls++;
    String list = Stream.of(arguments).map(Object::toString).collect(Collectors.joining(", "));
    line(name, function + "(" + list + ")");
    return name;
  }

  /** Adds an assignment. */
  void line(String target, String expression) {
    body.append("    ").append(target).append(" = ").append(expression).append('\n');
  }

  /** A weight as it is kept. */
  String weight(String name) {
    return at(order.place(name));
  }

  /** A weight in the precision that products are computed in. */
  String factor(String name) {
    return half(weight(name));
  }

  /** A {@link #factor}, or None if there is no such weight. */
  String factorIfAny(String name) {
    return order.contains(name) ? factor(name) : "None";
  }

  /** Weights that follow the network's own: the last linear layer's weight (0) and bias (1). */
  String head(int part) {
    return at(order.names().size() + part);
  }

  private static String at(int place) {
    return "w[" + place + "]";
  }

  /** Values in the precision that products are computed in. */
  String half(String x) {
    return mixed ? cast(x, BFLOAT16) : x;
  }

  /** Values in single precision. */
  String single(String x) {
    return mixed ? cast(x, SINGLE) : x;
  }

  private String cast(String x, int type) {
    return call("torch.to", x, type, "False", "False", "None");
  }

  /** What follows {@code x}, which nothing else reads. */
  String activated(Activation activation, String x) {
    return switch (activation) {
      case NONE -> x;
      case RELU -> call("torch.relu_", x);
      case RELU6 -> call("torch.hardtanh_", x, "0.", "6.");
      case SILU -> call("torch.silu", x);
      case GELU -> call("torch.gelu", x);
    };
  }

  /** The method. */
  String method(String name, String resultType, String result) {
    return "  def "
        + name
        + "(self: __torch__.Net,\n    x: Tensor,\n    w: List[Tensor]) -> "
        + resultType
        + ":\n"
        + body
        + "    return "
        + result
        + "\n";
  }
}
