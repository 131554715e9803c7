package eifexplorer.engine.onnx;

import eifexplorer.problem.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An ONNX file while it is looked through, or put together with the weights that are in other files. */
final class OnnxFile implements Closeable {
  private static final long MOST_BYTES = Integer.MAX_VALUE;

  /** Fields of a model that its running needs: version, operators, graph, functions. */
  private static final Set<Integer> NEEDED = Set.of(1, 7, 8, 25);

  private static final int MOST_WEIGHTS = 100_000;
  private static final int GRAPH = 7;
  private static final int FUNCTION = 25;

  private final ProtoFile file;
  private final OnnxAudit audit;
  private final List<OnnxValue> inputs = new ArrayList<>();
  private final List<OnnxValue> outputs = new ArrayList<>();
  private final Set<String> weights = new HashSet<>();
  private final Set<Path> data = new HashSet<>();

  private int weightCount;

  OnnxFile(Path path) throws IOException {
    file = new ProtoFile(path.toAbsolutePath());
    audit = new OnnxAudit(file);
  }

  OnnxModel model() throws IOException {
    ProtoMessage model = file.message();
    while (model.hasNext()) {
      ProtoField field = model.next();
      if (field.number() == GRAPH) {
        graph(field.message());
      } else if (field.number() == FUNCTION) {
        audit.function(field.message());
      }
    }
    audit.require();
    // Files of an older kind list weights among what goes in.
    inputs.removeIf(input -> weights.contains(input.name()));
    if (inputs.isEmpty() && outputs.isEmpty()) {
      throw file.damaged();
    }
    if (inputs.size() != 1) {
      throw ProblemException.inFile(
          file.path(),
          "The network takes " + inputs.size() + " inputs, not images alone",
          "Export a network that takes one batch of images [n,3,h,w].");
    }
    return new OnnxModel(file.path(), inputs.get(0), outputs, data);
  }

  private void graph(ProtoMessage graph) throws IOException {
    while (graph.hasNext()) {
      ProtoField field = graph.next();
      switch (field.number()) {
        case 1 -> audit.node(field.message(), 0);
        case 5 -> weight(field.message());
        case 11 -> inputs.add(OnnxValue.read(field.message()));
        case 12 -> outputs.add(OnnxValue.read(field.message()));
        case 15 -> throw audit.sparse();
        default -> {
          // Values in between and words for people.
        }
      }
    }
  }

  private void weight(ProtoMessage tensor) throws IOException {
    if (++weightCount > MOST_WEIGHTS) {
      throw file.damaged();
    }
    List<ProtoField> elsewhere = new ArrayList<>();
    while (tensor.hasNext()) {
      ProtoField field = tensor.next();
      if (field.number() == 8) {
        weights.add(field.text());
      } else if (field.number() == 13) {
        elsewhere.add(field);
      }
    }
    if (!elsewhere.isEmpty()) {
      data.add(ExternalData.read(file.path(), elsewhere).file());
    }
  }

  /** The file with all weights in it. */
  Segments whole() throws IOException {
    Segments whole = new Segments();
    ProtoMessage model = file.message();
    while (model.hasNext()) {
      ProtoField field = model.next();
      if (field.number() == GRAPH) {
        whole.addMessage(GRAPH, wholeGraph(field.message()));
      } else if (NEEDED.contains(field.number())) {
        whole.add(field);
      }
    }
    return whole;
  }

  private Segments wholeGraph(ProtoMessage graph) throws IOException {
    Segments whole = new Segments();
    while (graph.hasNext()) {
      ProtoField field = graph.next();
      if (field.number() == 5) {
        whole.addMessage(5, wholeWeight(field.message()));
      } else {
        whole.add(field);
      }
      if (whole.length() > MOST_BYTES) {
        throw ProblemException.inFile(
            file.path(),
            "The network and its weights take more than 2 GB",
            "Choose a smaller one.");
      }
    }
    return whole;
  }

  private Segments wholeWeight(ProtoMessage tensor) throws IOException {
    Segments whole = new Segments();
    List<ProtoField> elsewhere = new ArrayList<>();
    while (tensor.hasNext()) {
      ProtoField field = tensor.next();
      if (field.number() == 13) {
        elsewhere.add(field);
      } else if (field.number() != 14) {
        whole.add(field);
      }
    }
    if (!elsewhere.isEmpty()) {
      ExternalData values = ExternalData.read(file.path(), elsewhere);
      whole.addHead(9, values.length());
      whole.add(values.file(), values.offset(), values.length());
    }
    return whole;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
