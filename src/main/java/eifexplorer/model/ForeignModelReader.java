package eifexplorer.model;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingBundles;
import eifexplorer.engine.Architecture;
import eifexplorer.engine.AuthorsCheckpoint;
import eifexplorer.engine.AuthorsCheckpoint.Head;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.OnnxNetwork;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.checkpoint.Checkpoints;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.engine.onnx.OnnxModel;
import eifexplorer.engine.onnx.OnnxValue;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads models that were trained elsewhere, whichever way they were saved. */
public final class ForeignModelReader {
  private ForeignModelReader() {}

  /**
   * Reads a model.
   *
   * @throws ProblemException if a file is missing, broken, or holds no model
   */
  public static ForeignModel read(ModelFiles files) {
    Path weights =
        Files.isDirectory(files.weights())
            ? AuthorsFolder.weights(files.weights())
            : files.weights().toAbsolutePath();
    if (weights.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".npz")) {
      return bundle(weights, files);
    }
    if (OnnxModel.isNamed(weights)) {
      return onnx(weights, files);
    }
    return Checkpoints.isTorchScript(weights)
        ? program(weights, files)
        : checkpoint(weights, files);
  }

  private static ForeignModel bundle(Path file, ModelFiles files) {
    EmbeddingBundle bundle = EmbeddingBundles.read(file);
    int features = bundle.head().featureSize();
    int embedding = bundle.head().embeddingSize();
    BackboneSpec spec = new BackboneSpec(new TorchScriptNetwork(features), Pooling.AVERAGE, false);
    LossSpec usual =
        bundle.proxies().centresPerClass() > 1 ? LossSpec.SOFT_TRIPLE : LossSpec.PROXY_NCA;
    return new ForeignModel(
        "Embedding bundle",
        file,
        BackboneSource.of(spec, StateDict.of(Map.of())),
        Optional.of(WeightTensor.of(bundle.head().weight(), embedding, features)),
        Optional.of(WeightTensor.of(bundle.head().bias(), embedding)),
        Optional.of(file),
        Optional.of(
            WeightTensor.of(bundle.proxies().values(), bundle.proxies().count(), embedding)),
        loss(file, files).orElse(usual),
        files.loss().isEmpty(),
        AuthorsFolder.epoch(file),
        Optional.of(bundle),
        PreparedImages.of(file, files, spec.architecture(), true).preprocessing(),
        List.of());
  }

  private static ForeignModel program(Path file, ModelFiles files) {
    BackboneSpec spec = spec(new TorchScriptNetwork(0), files, "average/plain");
    BackboneSource source =
        new BackboneSource(spec, StateDict.of(Map.of()), Optional.of(file), Optional.empty());
    StateDict none = StateDict.of(Map.of());
    return model("TorchScript program", file, source, none, Optional.empty(), true, files);
  }

  private static ForeignModel onnx(Path file, ModelFiles files) {
    OnnxModel network = OnnxModel.read(file);
    int output = network.output(files.output());
    BackboneSpec spec =
        spec(new OnnxNetwork(network.featureSize(output), output), files, "average/plain");
    List<String> notes = new ArrayList<>();
    if (files.output().isEmpty()) {
      notes.add(
          "Output: "
              + network.outputs().get(output).text()
              + (network.outputs().size() == 1
                  ? "."
                  : ", the first that can be features; there are: "
                      + network.outputs().stream()
                          .map(OnnxValue::text)
                          .collect(Collectors.joining(", "))
                      + "."));
    }
    if (!OnnxNetwork.canRun()) {
      notes.add("This build can't run ONNX networks. " + OnnxNetwork.HOW_TO_RUN);
    }
    StateDict none = StateDict.of(Map.of());
    BackboneSource source = BackboneSource.onnx(file, spec);
    return model("ONNX network", file, source, none, Optional.empty(), false, files).noting(notes);
  }

  private static ForeignModel checkpoint(Path file, ModelFiles files) {
    StateDict all = Checkpoints.read(file);
    AuthorsCheckpoint split = AuthorsCheckpoint.of(all, file.toString());
    Architecture network = split.architecture();
    boolean authorsFeatures = split.byAuthors() && network.tokenGrid().isEmpty();
    String usual = authorsFeatures ? "max/layernorm" : network.usualPooling().text() + "/plain";
    BackboneSource source = BackboneSource.of(spec(network, files, usual), split.backbone());
    boolean safe = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
    String kind = safe ? "Safetensors" : "PyTorch checkpoint";
    return model(kind, file, source, all, split.head(), split.byAuthors(), files)
        .noting(split.notes());
  }

  private static BackboneSpec spec(Architecture network, ModelFiles files, String usual) {
    return BackboneSpec.parse(network.name() + "/" + files.features().orElse(usual));
  }

  /** Head and proxies are in files of their own, among the weights, or beside them. */
  private static ForeignModel model(
      String kind,
      Path file,
      BackboneSource source,
      StateDict all,
      Optional<Head> found,
      boolean byAuthors,
      ModelFiles files) {
    int features = source.spec().featureSize();
    Optional<Head> head =
        files.head().isPresent()
            ? AuthorsCheckpoint.headOf(Checkpoints.read(files.head().get()), features)
            : found;
    int embedding = head.map(h -> h.bias().size()).orElse(0);
    Optional<WeightTensor> own =
        files.proxies().isEmpty()
            ? AuthorsCheckpoint.proxiesAmong(all, embedding)
            : Optional.empty();
    Optional<Path> proxiesFile =
        own.isPresent()
            ? Optional.of(file)
            : files.proxies().or(() -> AuthorsFolder.proxiesBeside(file));
    PreparedImages images = PreparedImages.of(file, files, source.spec().architecture(), byAuthors);
    return new ForeignModel(
        kind,
        file,
        source,
        head.map(Head::weight),
        head.map(Head::bias),
        proxiesFile,
        own.or(() -> proxiesFile.map(from -> proxies(from, embedding))),
        loss(file, files).orElse(LossSpec.PROXY_NCA),
        files.loss().isEmpty(),
        AuthorsFolder.epoch(file),
        Optional.empty(),
        images.preprocessing(),
        assumptions(file, source, images, files));
  }

  private static WeightTensor proxies(Path file, int embedding) {
    return AuthorsCheckpoint.proxies(Checkpoints.read(file), embedding, file.toString());
  }

  /** What the files do not say and nobody chose. */
  private static List<String> assumptions(
      Path file, BackboneSource source, PreparedImages images, ModelFiles files) {
    List<String> notes = new ArrayList<>();
    if (files.features().isEmpty()) {
      BackboneSpec spec = source.spec();
      notes.add(
          String.format(
              Locale.ROOT,
              "Features: %s pooling%s (usual for such names).",
              spec.pooling().text(),
              spec.layerNorm() ? " and LayerNorm" : ""));
    }
    notes.add(images.note());
    if (files.loss().isEmpty()) {
      boolean said = AuthorsFolder.loss(file).isPresent();
      LossSpec loss = loss(file, files).orElse(LossSpec.PROXY_NCA);
      notes.add(
          String.format(
              Locale.ROOT, "Loss: %s (%s).", loss.title(), said ? "the folder's name" : "usual"));
    }
    return notes;
  }

  private static Optional<LossSpec> loss(Path file, ModelFiles files) {
    return files.loss().or(() -> AuthorsFolder.loss(file));
  }
}
