package eifexplorer.model;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.Architecture;
import eifexplorer.engine.AuthorsCheckpoint;
import eifexplorer.engine.Backbone;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.Engine;
import eifexplorer.engine.OnnxNetwork;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.checkpoint.Checkpoints;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.onnx.OnnxModel;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.workspace.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A back bone that can be opened: a known network with its weights, or a network that is run as it is, a TorchScript program
 * or an ONNX file.
 *
 * @param spec what it is
 * @param weights under torchvision's names; none for a network that is run as it is
 * @param program the TorchScript or ONNX file
 * @param head the last linear layer, if the weights came with one
 */
public record BackboneSource(
    BackboneSpec spec,
    StateDict weights,
    Optional<Path> program,
    Optional<AuthorsCheckpoint.Head> head) {
  /** A known network with its weights. */
  public static BackboneSource of(BackboneSpec spec, StateDict weights) {
    return new BackboneSource(spec, weights, Optional.empty(), Optional.empty());
  }

  /**
   * Reads the file a person chose.
   *
   * @param usualPooling of a network, where none was asked for
   * @throws ProblemException if the file is broken, or for another network than the one asked for
   */
  public static BackboneSource read(
      Path file,
      BackboneChoice choice,
      Function<Architecture, Pooling> usualPooling,
      boolean layerNorm) {
    Optional<Architecture> wanted = choice.architecture().map(Architecture::parse);
    if (OnnxModel.isNamed(file) && wanted.filter(w -> !(w instanceof OnnxNetwork)).isEmpty()) {
      OnnxNetwork network = onnx(OnnxModel.read(file), wanted);
      return onnx(
          file,
          new BackboneSpec(network, choice.pooling().orElse(network.usualPooling()), layerNorm));
    }
    Optional<Architecture> program =
        wanted.isEmpty() && Checkpoints.isTorchScript(file)
            ? Optional.of(new TorchScriptNetwork(0))
            : wanted.filter(TorchScriptNetwork.class::isInstance);
    if (program.isPresent()) {
      Pooling pooling = choice.pooling().orElseGet(() -> usualPooling.apply(program.get()));
      BackboneSpec spec = new BackboneSpec(program.get(), pooling, layerNorm);
      return new BackboneSource(spec, StateDict.of(Map.of()), Optional.of(file), Optional.empty());
    }
    AuthorsCheckpoint checkpoint = AuthorsCheckpoint.of(Checkpoints.read(file), file.toString());
    Architecture found = checkpoint.architecture();
    if (wanted.isPresent() && !wanted.get().equals(found)) {
      throw ProblemException.inFile(
          file,
          "The weights are for " + found.name() + ", not for " + wanted.get().name(),
          "Choose that back bone, or other weights.");
    }
    Pooling pooling = choice.pooling().orElseGet(() -> usualPooling.apply(found));
    return new BackboneSource(
        new BackboneSpec(found, pooling, layerNorm),
        checkpoint.backbone(),
        Optional.empty(),
        checkpoint.head().filter(head -> checkpoint.byAuthors()));
  }

  private static OnnxNetwork onnx(OnnxModel model, Optional<Architecture> wanted) {
    int asked = wanted.map(w -> ((OnnxNetwork) w).output()).orElse(0);
    if (asked >= model.outputs().size()) {
      throw ProblemException.inFile(
          model.file(),
          "The network has no output " + asked + ", but " + model.outputs().size() + " from 0",
          "Choose another, such as --backbone onnx-o0.");
    }
    int output = asked > 0 ? asked : model.output(Optional.empty());
    return new OnnxNetwork(model.featureSize(output), output);
  }

  /** An ONNX network, which a person chose. */
  static BackboneSource onnx(Path file, BackboneSpec spec) {
    return new BackboneSource(spec, StateDict.of(Map.of()), Optional.of(file), Optional.empty());
  }

  /**
   * Reads the file a person chose to look at without training: a model of the authors' with its head as they use it (max
   * pooling, LayerNorm), anything else as the plain features of the network's usual pooling, unless another was asked for.
   */
  public static BackboneSource forMeasuring(Path file, BackboneChoice choice) {
    BackboneSource plain = read(file, choice, Architecture::usualPooling, false);
    if (plain.head().isEmpty() || plain.spec().pooling() == Pooling.TOKEN) {
      return plain;
    }
    Pooling pooling = choice.pooling().orElse(Pooling.MAX);
    BackboneSpec spec = new BackboneSpec(plain.spec().architecture(), pooling, true);
    return new BackboneSource(spec, plain.weights(), Optional.empty(), plain.head());
  }

  /** The last linear layer the weights came with, if any. */
  public Optional<EmbeddingHead> embeddingHead() {
    return head.map(given -> new EmbeddingHead(given.weight().floats(), given.bias().floats()));
  }

  /** Random weights, for a network trained from nothing: the one asked for, or the usual one. */
  public static BackboneSource random(BackboneChoice choice, BackboneSpec usual, long seed) {
    Architecture architecture =
        choice.architecture().map(Architecture::parse).orElse(usual.architecture());
    BackboneSpec spec =
        new BackboneSpec(architecture, choice.pooling().orElse(usual.pooling()), usual.layerNorm());
    return of(spec, BackboneWeights.random(architecture, seed));
  }

  /** Opens it for inference. */
  public Backbone open(Engine engine) {
    return program
        .map(
            file ->
                spec.architecture() instanceof OnnxNetwork
                    ? engine.openOnnx(file, spec)
                    : engine.openTorchScript(file, spec.pooling(), spec.layerNorm()))
        .orElseGet(() -> engine.openBackbone(spec, weights));
  }

  /** Adds what its features depend on. */
  void addTo(Fingerprint.Builder builder) {
    builder.add("backbone", spec.describe());
    for (String name : weights.names()) {
      if (weights.get(name).isFloat()) {
        builder.add(name, weights.get(name).floats());
      }
    }
    program.ifPresent(file -> addContent(builder, file));
    program
        .filter(OnnxModel::isNamed)
        .ifPresent(
            file ->
                OnnxModel.read(file).data().stream()
                    .sorted()
                    .forEach(data -> addContent(builder, data)));
  }

  private static void addContent(Fingerprint.Builder builder, Path file) {
    try (InputStream in = RegularFile.in(file)) {
      builder.add("program", in);
    } catch (IOException e) {
      throw new ProblemException("The network's file can't be read", file.toString(), "", e);
    }
  }
}
