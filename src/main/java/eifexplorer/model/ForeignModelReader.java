package eifexplorer.model;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingBundles;
import eifexplorer.engine.Architecture;
import eifexplorer.engine.AuthorsCheckpoint;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.checkpoint.Checkpoints;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads models that were trained elsewhere, whichever way they were saved. */
public final class ForeignModelReader {
  /** What the last linear layer is called by those who save it. */
  private static final List<String> HEADS = List.of("head.", "module.1.", "1.", "fc.", "");

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
        Optional.of(bundle));
  }

  private static ForeignModel program(Path file, ModelFiles files) {
    BackboneSpec spec = spec(new TorchScriptNetwork(0), files, "average/plain");
    BackboneSource source =
        new BackboneSource(spec, StateDict.of(Map.of()), Optional.of(file), Optional.empty());
    return model("TorchScript program", file, source, StateDict.of(Map.of()), files);
  }

  private static ForeignModel checkpoint(Path file, ModelFiles files) {
    StateDict all = Checkpoints.read(file);
    AuthorsCheckpoint split = AuthorsCheckpoint.of(all, file.toString());
    BackboneSource source =
        BackboneSource.of(spec(split.architecture(), files, usualFeatures(all)), split.backbone());
    boolean safe = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
    return model(safe ? "Safetensors" : "PyTorch checkpoint", file, source, all, files);
  }

  /**
   * The authors, whose names have {@code 0.base.} in them, take the largest value of a channel and normalise; so are models
   * this program keeps taken. Whoever saved a network under its library's own names ran that library's forward pass.
   */
  private static String usualFeatures(StateDict all) {
    boolean authors =
        all.names().stream().anyMatch(name -> name.contains("0.base.") || name.startsWith("backbone."));
    return authors ? "max/layernorm" : "average/plain";
  }

  private static BackboneSpec spec(Architecture network, ModelFiles files, String usual) {
    return BackboneSpec.parse(network.name() + "/" + files.features().orElse(usual));
  }

  /** Head and proxies are in files of their own, among the weights, or beside them. */
  private static ForeignModel model(
      String kind, Path file, BackboneSource source, StateDict all, ModelFiles files) {
    StateDict withHead = files.head().map(Checkpoints::read).orElse(all);
    boolean own = files.proxies().isEmpty() && all.contains("proxies");
    Optional<Path> proxiesFile =
        own ? Optional.of(file) : files.proxies().or(() -> AuthorsFolder.proxiesBeside(file));
    Optional<WeightTensor> proxies =
        proxiesFile.map(
            from -> AuthorsCheckpoint.proxies(own ? all : Checkpoints.read(from), from.toString()));
    return new ForeignModel(
        kind,
        file,
        source,
        head(withHead, "weight", 2),
        head(withHead, "bias", 1),
        proxiesFile,
        proxies,
        loss(file, files).orElse(LossSpec.PROXY_NCA),
        files.loss().isEmpty(),
        AuthorsFolder.epoch(file),
        Optional.empty());
  }

  private static Optional<LossSpec> loss(Path file, ModelFiles files) {
    return files.loss().or(() -> AuthorsFolder.loss(file));
  }

  private static Optional<WeightTensor> head(StateDict weights, String name, int rank) {
    return HEADS.stream()
        .filter(prefix -> weights.contains(prefix + "weight") && weights.contains(prefix + "bias"))
        .map(prefix -> weights.get(prefix + name))
        .filter(tensor -> tensor.isFloat() && tensor.rank() == rank)
        .findFirst();
  }
}
