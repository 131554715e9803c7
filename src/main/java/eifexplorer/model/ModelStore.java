package eifexplorer.model;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.TorchScriptNetwork;
import eifexplorer.engine.checkpoint.Safetensors;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.engine.onnx.OnnxModel;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.ShellWord;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.FolderNames;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of a workspace: {@code model.json} and {@code weights.safetensors} with {@code backbone.*} under
 * torchvision's names, {@code head.weight} [E,F], {@code head.bias} [E] and {@code proxies} [C*K,E].
 *
 * <p>The card is written last; a folder without one is what a killed run left and is not listed.
 */
public final class ModelStore {
  private static final double SAME_RECALL = 1e-9;
  private static final Logger LOG = LoggerFactory.getLogger(ModelStore.class);
  private static final String HEAD_WEIGHT = "head.weight";
  private static final String HEAD_BIAS = "head.bias";
  private static final String PROXIES = "proxies";
  private static final Duration BEING_SAVED = Duration.ofMinutes(1);
  private static final String CARD = "model.json";
  private static final String WEIGHTS = "weights.safetensors";
  private static final String PROGRAM = "backbone.pt";
  private static final String ONNX = "backbone.onnx";

  /** Names of the files that a model may consist of. */
  public static final List<String> FILES = List.of(CARD, WEIGHTS, PROGRAM, ONNX);

  private static final String RESTORE =
      "Restore the file from a copy, or delete the model and train or add it again.";
  private static final String BACKBONE = "backbone.";

  private final Workspace workspace;

  /** The models of this workspace. */
  public ModelStore(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The models whose cards are understood, oldest first. */
  public List<ModelCard> list() {
    return listing().cards();
  }

  /** All models, and which of them are damaged. */
  public ModelListing listing() {
    List<ModelCard> cards = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (Path folder : Workspace.children(workspace.models())) {
      if (Files.exists(folder.resolve(CARD))) {
        try {
          cards.add(complete(folder));
        } catch (ProblemException e) {
          unreadable.add(Unreadable.of(folder.getFileName().toString(), e));
        }
      } else if (lostItsCard(folder.resolve(WEIGHTS))) {
        unreadable.add(
            new Unreadable(folder.getFileName().toString(), "The file model.json is gone."));
      }
    }
    cards.sort(
        Comparator.comparing((ModelCard card) -> card.provenance().created())
            .thenComparing(ModelCard::id));
    return new ModelListing(cards, unreadable);
  }

  /** A model that is being saved has its weights before its card, for a moment. */
  private static boolean lostItsCard(Path weights) {
    try {
      return Files.getLastModifiedTime(weights)
          .toInstant()
          .isBefore(Instant.now().minus(BEING_SAVED));
    } catch (IOException e) {
      return false; // there are none
    }
  }

  private static ModelCard complete(Path folder) {
    ModelCard card = read(folder);
    if (Stream.of(card.id(), card.backbone(), card.loss(), card.features(), card.provenance())
            .anyMatch(Objects::isNull)
        || card.provenance().created() == null
        || card.provenance().inputs() == null
        || card.backbone().indexOf('/') < 0) {
      throw ProblemException.inFile(
          folder.resolve(CARD), "The model's card is incomplete", RESTORE);
    }
    FolderNames.requireOwn(folder.resolve(CARD), card.id());
    if (!card.features().isEmpty()) {
      new Fingerprint(card.features());
    }
    return card;
  }

  /**
   * The workspace's current model, or its newest if that is gone or damaged; one that was only tried out comes last.
   *
   * @throws NoModelException if there is none, naming those that are damaged
   */
  public ModelCard current() {
    String wanted = workspace.manifest().currentModel();
    ModelListing listing = listing();
    List<ModelCard> all = listing.cards();
    if (all.isEmpty() && !listing.unreadable().isEmpty()) {
      throw new NoModelException(
          workspace,
          "The workspace has only damaged models: " + Unreadable.names(listing.unreadable()),
          workspace.models(),
          RESTORE + " Or make another with: eif-explorer train --workspace DIR …");
    }
    if (all.isEmpty()) {
      throw new NoModelException(
          workspace,
          "The workspace has no model",
          workspace.folder(),
          "Make one with: eif-explorer train --workspace DIR …");
    }
    return all.stream()
        .filter(card -> card.id().equals(wanted))
        .findFirst()
        .orElseGet(() -> newest(all));
  }

  private static ModelCard newest(List<ModelCard> all) {
    return all.stream()
        .filter(card -> !card.isTrial())
        .reduce((older, newer) -> newer)
        .orElse(all.get(all.size() - 1));
  }

  /** The model that the workspace opens with; empty if it has none that can be read. */
  public Optional<ModelCard> currentIfAny() {
    return listing().cards().isEmpty() ? Optional.empty() : Optional.of(current());
  }

  /**
   * Makes a model that was just saved the one the workspace opens with, unless the one so far has the better recall@1 on
   * the same test images: a worse model never takes its place by itself.
   *
   * @return the better model that stays; empty if the new one is current now
   */
  public Optional<ModelCard> adopt(ModelCard card) {
    String now = Workspace.open(workspace.folder()).manifest().currentModel();
    List<ModelCard> others =
        listing().cards().stream().filter(other -> !other.id().equals(card.id())).toList();
    Optional<ModelCard> better =
        others.stream()
            .filter(other -> other.id().equals(now))
            .findFirst()
            .or(() -> others.isEmpty() ? Optional.empty() : Optional.of(newest(others)))
            .filter(other -> recall(other) > recall(card) + SAME_RECALL);
    Workspace.open(workspace.folder()).withCurrentModel(better.orElse(card).id());
    return better;
  }

  /** What to say when a better model stays the current one. */
  public static String kept(ModelCard card, ModelCard better) {
    return String.format(
        Locale.ROOT,
        "%s stays the current model: its R@1 is %.4f, that of %s %.4f. The other one opens with:"
            + " eif-explorer models --workspace DIR --use %s",
        better.id(),
        recall(better),
        card.id(),
        recall(card),
        card.id());
  }

  /** NaN where it was not measured, which is neither better nor worse. */
  private static double recall(ModelCard card) {
    return card.metric("recall_at_1").orElse(Double.NaN);
  }

  /** A model by its id. Throws {@link ProblemException} naming those there are if it is unknown, or why it is damaged. */
  public ModelCard get(String id) {
    ModelListing listing = listing();
    for (Unreadable damaged : listing.unreadable()) {
      if (damaged.id().equals(id)) {
        throw ProblemException.inFile(
            workspace.modelFolder(id), "The model is damaged: " + damaged.why(), RESTORE);
      }
    }
    return listing.cards().stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badValue(
                    "model",
                    id,
                    listing.cards().stream().map(ModelCard::id).collect(Collectors.joining(", "))));
  }

  /**
   * The card in a file: {@code model.json}, or the folder that holds it.
   *
   * @throws ProblemException if there is none
   */
  public static ModelCard read(Path place) {
    return Json.read(Files.isDirectory(place) ? place.resolve(CARD) : place, ModelCard.class);
  }

  /**
   * A model's own weights, to train on from.
   *
   * @param weights the file
   * @param backbone what is made of it
   */
  public record Start(Path weights, BackboneChoice backbone) {}

  /** Where a training that begins with a model's back bone starts. Throws {@link ProblemException} if it came as features. */
  public Start start(ModelCard card) {
    if (cameAsFeatures(card)) {
      throw new ProblemException(
          "The model came as features without the network that made them",
          card.title(),
          "Name the weights to start from: --weights FILE.");
    }
    Path weights = workspace.modelFolder(card.id()).resolve(WEIGHTS);
    return program(card)
        .map(
            file ->
                new Start(
                    file, new BackboneChoice(Optional.of(card.architecture()), Optional.empty())))
        .orElseGet(
            () -> new Start(weights, new BackboneChoice(Optional.empty(), Optional.empty())));
  }

  /** The newest model trained, not only tried out, on the labels of a revision. Throws {@link ProblemException} if there is none. */
  public ModelCard trainedOn(int revision) {
    return list().stream()
        .filter(card -> card.labelRevision() == revision && !card.isTrial())
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                ProblemException.inFile(
                    workspace.folder(),
                    "No model was trained on label revision " + revision,
                    "Make one with: eif-explorer review retrain --revision "
                        + revision
                        + " --workspace "
                        + ShellWord.of(workspace.folder())));
  }

  /** Whether there is a model of this id. */
  public boolean contains(String id) {
    return Workspace.children(workspace.models()).stream()
        .anyMatch(
            folder ->
                folder.getFileName().toString().equals(id) && Files.exists(folder.resolve(CARD)));
  }

  /** Id of the model that a file of weights belongs to; empty if it is none of a workspace's. */
  public static Optional<String> modelOf(Path weights) {
    Path folder = weights.toAbsolutePath().getParent();
    return folder != null && Files.exists(folder.resolve(CARD))
        ? Optional.of(folder.getFileName().toString())
        : Optional.empty();
  }

  /** The model with this last layer; empty if there is none. A model whose weights are damaged is none. */
  public Optional<ModelCard> ofHead(EmbeddingHead head) {
    float[] weight = head.weight();
    return list().stream().filter(card -> hasHead(card, weight)).findFirst();
  }

  private boolean hasHead(ModelCard card, float[] weight) {
    Path file = workspace.modelFolder(card.id()).resolve(WEIGHTS);
    try {
      return Safetensors.read(file, Set.of(HEAD_WEIGHT))
          .find(HEAD_WEIGHT)
          .filter(kept -> kept.size() == weight.length && Arrays.equals(kept.floats(), weight))
          .isPresent();
    } catch (ProblemException e) {
      LOG.warn("The model {} is passed over. {}", card.id(), e.getMessage());
      return false;
    }
  }

  /** Writes the card of a model that is there. */
  public void update(ModelCard card) {
    Json.write(workspace.modelFolder(card.id()).resolve(CARD), card);
  }

  /** Writes a model; it is listed once everything is on disk. */
  public void save(ModelCard card, BackboneSource backbone, EmbeddingHead head, Proxies proxies) {
    Map<String, WeightTensor> last = new LinkedHashMap<>();
    last.put(HEAD_WEIGHT, WeightTensor.of(head.weight(), head.embeddingSize(), head.featureSize()));
    last.put(HEAD_BIAS, WeightTensor.of(head.bias(), head.embeddingSize()));
    last.put(PROXIES, WeightTensor.of(proxies.values(), proxies.count(), proxies.embeddingSize()));
    StateDict all = StateDict.of(last).plus(backbone.weights().prefixed(BACKBONE));
    Path folder = workspace.modelFolder(card.id());
    AtomicFiles.write(
        folder.resolve(WEIGHTS),
        out -> Safetensors.write(out, all, Map.of("format", "eif-explorer 1")));
    backbone.program().ifPresent(file -> keep(file, folder));
    update(card);
  }

  /** An ONNX network is kept with all its weights in one file. */
  private static void keep(Path program, Path folder) {
    if (OnnxModel.isNamed(program)) {
      AtomicFiles.write(folder.resolve(ONNX), out -> OnnxModel.writeWhole(program, out));
    } else {
      AtomicFiles.write(folder.resolve(PROGRAM), out -> Files.copy(program, out));
    }
  }

  /** Head and proxies of a model. Throws {@link ProblemException} if its files are missing or do not fit. */
  public StoredModel load(ModelCard card) {
    StateDict last =
        Safetensors.read(
            workspace.modelFolder(card.id()).resolve(WEIGHTS),
            Set.of(HEAD_WEIGHT, HEAD_BIAS, PROXIES));
    EmbeddingHead head =
        new EmbeddingHead(last.get(HEAD_WEIGHT).floats(), last.get(HEAD_BIAS).floats());
    Proxies proxies =
        new Proxies(
            last.get(PROXIES).floats(), head.embeddingSize(), card.loss().centresPerClass());
    return new StoredModel(card, head, proxies);
  }

  /** The back bone, ready to be opened. Throws {@link ProblemException} if the model came as features without one. */
  public BackboneSource backbone(ModelCard card) {
    if (cameAsFeatures(card)) {
      throw ProblemException.inFile(
          workspace.folder(),
          "The model " + card.title() + " came as features, and these are gone",
          "Add its embedding bundle again.");
    }
    return backboneAsKept(card);
  }

  /** The back bone as it is kept, to be kept with another model; without weights for a model that came as features. */
  public BackboneSource backboneAsKept(ModelCard card) {
    return new BackboneSource(
        BackboneSpec.parse(card.backbone()),
        weights(card).below(BACKBONE),
        program(card),
        Optional.empty());
  }

  /** Whether a model came with features alone, as a bundle's does: no network is kept with it. */
  public boolean cameAsFeatures(ModelCard card) {
    return BackboneSpec.parse(card.backbone()).architecture() instanceof TorchScriptNetwork
        && program(card).isEmpty();
  }

  /** The TorchScript program or ONNX network that is kept with a model as its back bone; empty if that is neither. */
  public Optional<Path> program(ModelCard card) {
    Path folder = workspace.modelFolder(card.id());
    return Stream.of(PROGRAM, ONNX).map(folder::resolve).filter(Files::exists).findFirst();
  }

  /** The files that are the model: its card, its weights and, for a back bone that is run as it is, its file. */
  public List<Path> files(ModelCard card) {
    Path folder = workspace.modelFolder(card.id());
    return FILES.stream().map(folder::resolve).filter(Files::exists).toList();
  }

  private StateDict weights(ModelCard card) {
    return Safetensors.read(workspace.modelFolder(card.id()).resolve(WEIGHTS));
  }
}
