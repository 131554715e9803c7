package eifexplorer.engine.onnx;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks through the nodes of a network, those in its branches, loops and functions too: ONNX's own operators calculate and do
 * nothing else. Of others only a few of ONNX Runtime's that calculate are let through, or what the file spells out itself.
 */
final class OnnxAudit {
  /** What ONNX Runtime's own optimiser and quantiser put into files. */
  private static final Set<String> MICROSOFT =
      Set.of(
          "Attention",
          "BiasGelu",
          "DequantizeLinear",
          "FastGelu",
          "FusedConv",
          "FusedGemm",
          "FusedMatMul",
          "Gelu",
          "MultiHeadAttention",
          "QLinearAdd",
          "QLinearAveragePool",
          "QLinearConcat",
          "QLinearGlobalAveragePool",
          "QLinearLeakyRelu",
          "QLinearMul",
          "QLinearSigmoid",
          "QLinearSoftmax",
          "QuantizeLinear",
          "QuickGelu",
          "SkipLayerNormalization");

  private static final int DEEPEST = 32;
  private static final int MOST_NAMES = 1000;

  private final ProtoFile file;
  private final Set<String> functions = new HashSet<>();
  private final Set<String> refused = new HashSet<>();

  OnnxAudit(ProtoFile file) {
    this.file = file;
  }

  /** Takes a {@code FunctionProto}: what it is called, and the nodes it is made of. */
  void function(ProtoMessage function) throws IOException {
    String name = "";
    String domain = "";
    while (function.hasNext()) {
      ProtoField field = function.next();
      switch (field.number()) {
        case 1 -> name = field.text();
        case 7 -> node(field.message(), 0);
        case 10 -> domain = field.text();
        default -> {
          // Names of values, versions and words for people.
        }
      }
    }
    // The runtime would run its own operator of the same name, not what is spelt out here.
    if (!isStandard(domain) && !domain.startsWith("com.microsoft")) {
      functions.add(domain + ":" + name);
    }
  }

  /** Takes a {@code NodeProto}. */
  void node(ProtoMessage node, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw file.damaged();
    }
    String operator = "";
    String domain = "";
    while (node.hasNext()) {
      ProtoField field = node.next();
      switch (field.number()) {
        case 4 -> operator = field.text();
        case 5 -> attribute(field.message(), depth);
        case 7 -> domain = field.text();
        default -> {
          // Names of values and words for people.
        }
      }
    }
    boolean known =
        isStandard(domain) || (domain.equals("com.microsoft") && MICROSOFT.contains(operator));
    if (!known && refused.size() < MOST_NAMES) {
      refused.add(domain + ":" + operator);
    }
  }

  private static boolean isStandard(String domain) {
    return domain.isEmpty() || domain.equals("ai.onnx");
  }

  private void attribute(ProtoMessage attribute, int depth) throws IOException {
    while (attribute.hasNext()) {
      ProtoField field = attribute.next();
      switch (field.number()) {
        case 5, 10 -> tensor(field.message());
        case 6, 11 -> branch(field.message(), depth + 1);
        case 22, 23 -> throw sparse();
        default -> {
          // Numbers and words.
        }
      }
    }
  }

  private void branch(ProtoMessage graph, int depth) throws IOException {
    while (graph.hasNext()) {
      ProtoField field = graph.next();
      switch (field.number()) {
        case 1 -> node(field.message(), depth);
        case 5 -> tensor(field.message());
        case 15 -> throw sparse();
        default -> {
          // Values and words for people.
        }
      }
    }
  }

  ProblemException sparse() {
    return ProblemException.inFile(
        file.path(), "It has sparse weights, which are not read", "Export it with dense ones.");
  }

  private void tensor(ProtoMessage tensor) throws IOException {
    while (tensor.hasNext()) {
      int number = tensor.next().number();
      if (number == 13 || number == 14) {
        throw ProblemException.inFile(
            file.path(),
            "A constant or a branch of it has its values in another file",
            "Export it without external data.");
      }
    }
  }

  /** Throws {@link ProblemException} naming the operators that are not let through. */
  void require() {
    List<String> unknown = new ArrayList<>(refused);
    unknown.removeAll(functions);
    if (!unknown.isEmpty()) {
      unknown.sort(null);
      throw ProblemException.inFile(
          file.path(),
          "It uses operators that are not ONNX's own: "
              + String.join(", ", unknown.subList(0, Math.min(5, unknown.size())))
              + (unknown.size() > 5 ? " and " + (unknown.size() - 5) + " more" : "")
              + ". They may do more than calculate, and are not run",
          "Export the network with ONNX's operators alone.");
    }
  }
}
