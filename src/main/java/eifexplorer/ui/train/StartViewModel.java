package eifexplorer.ui.train;

import eifexplorer.model.BackboneChoice;
import eifexplorer.run.TrainRequest;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What a run begins with: the back bone's first weights, and the labels it is trained on. */
public final class StartViewModel {
  /** Back bones that are known; others are named as {@code train --backbone} takes them. */
  static final List<String> ARCHITECTURES =
      List.of("mobilenet_v2", "resnet18", "resnet34", "resnet50", "basic-1-1-1-1-w32");

  private static final double PER_CENT = 100;

  private final ObservableList<WeightsChoice> sources =
      FXCollections.observableArrayList(WeightsChoice.values());
  private final ObjectProperty<WeightsChoice> weights =
      new SimpleObjectProperty<>(WeightsChoice.MODEL);
  private final ObjectProperty<Path> file = new SimpleObjectProperty<>();
  private final StringProperty architecture = new SimpleStringProperty(ARCHITECTURES.get(0));
  private final ObservableList<LabelsChoice> revisions = FXCollections.observableArrayList();
  private final ObjectProperty<LabelsChoice> labels = new SimpleObjectProperty<>();
  private final ObjectProperty<LabelNoiseChoice> noise =
      new SimpleObjectProperty<>(LabelNoiseChoice.NONE);
  private final StringProperty percent = new SimpleStringProperty("10");
  private final StringProperty noiseSeed = new SimpleStringProperty("0");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final BooleanProperty frozen = new SimpleBooleanProperty();
  private Path workspace = Path.of("");

  /** A run as usual. */
  StartViewModel() {
    InvalidationListener check = value -> check();
    for (Property<?> input :
        List.of(weights, file, architecture, labels, noise, percent, noiseSeed, frozen)) {
      input.addListener(check);
    }
  }

  /** Where the first weights come from. */
  public ObjectProperty<WeightsChoice> weightsProperty() {
    return weights;
  }

  /** Where they can come from: not from the open model where there is none. */
  ObservableList<WeightsChoice> sources() {
    return sources;
  }

  /** Whether the plan trains the head alone, on what the first weights make of the images. */
  BooleanProperty frozenProperty() {
    return frozen;
  }

  /** The file of weights; null while none is chosen. */
  public ObjectProperty<Path> fileProperty() {
    return file;
  }

  /** The network of random weights. */
  public StringProperty architectureProperty() {
    return architecture;
  }

  /** The labels to choose from; only the data set's own where nothing was committed. */
  public ObservableList<LabelsChoice> revisions() {
    return revisions;
  }

  /** The labels trained on; null before the workspace was looked at. */
  public ObjectProperty<LabelsChoice> labelsProperty() {
    return labels;
  }

  /** How labels are made wrong. */
  public ObjectProperty<LabelNoiseChoice> noiseProperty() {
    return noise;
  }

  /** Share of wrong labels in per cent. */
  public StringProperty percentProperty() {
    return percent;
  }

  /** Seed of which labels are made wrong. */
  public StringProperty noiseSeedProperty() {
    return noiseSeed;
  }

  /** What is wrong; empty if nothing is. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** What is trained on, in words. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Whether labels are made wrong. */
  public boolean isNoisy() {
    return noise.get() != LabelNoiseChoice.NONE;
  }

  /** What the back bone is, if it is not the open model's. */
  Optional<String> network() {
    return switch (weights.get()) {
      case MODEL -> Optional.empty();
      case FILE -> Optional.ofNullable(file.get()).map(path -> path.getFileName().toString());
      case RANDOM -> Optional.of(architecture.get());
    };
  }

  /** Begins anew in another workspace. */
  void show(Path folder) {
    workspace = folder;
    file.set(null);
    offerModel(true);
    weights.set(WeightsChoice.MODEL);
    noise.set(LabelNoiseChoice.NONE);
    revisions.clear();
    labels.set(null);
  }

  /** Whether there is a model whose back bone a run can begin with. */
  void offerModel(boolean there) {
    if (there && !sources.contains(WeightsChoice.MODEL)) {
      sources.add(0, WeightsChoice.MODEL);
      if (weights.get() == WeightsChoice.FILE && file.get() == null) {
        weights.set(WeightsChoice.MODEL);
      }
    } else if (!there) {
      if (weights.get() == WeightsChoice.MODEL) {
        weights.set(WeightsChoice.FILE);
      }
      sources.remove(WeightsChoice.MODEL);
    }
  }

  /** The revisions there are now; the one checked out is taken unless another was chosen. */
  void offer(List<LabelsChoice> found) {
    LabelsChoice before = labels.get();
    boolean chosen = before != null && !before.checkedOut();
    revisions.setAll(found);
    labels.set(
        found.stream()
            .filter(one -> chosen ? one.revision() == before.revision() : one.checkedOut())
            .findFirst()
            .orElse(found.get(0)));
  }

  private void check() {
    String noiseTrouble = isNoisy() ? noiseProblem() : "";
    String weightsTrouble = weightsProblem();
    trouble.set(weightsTrouble.isEmpty() ? noiseTrouble : weightsTrouble);
    LabelsChoice on = labels.get();
    if (!isNoisy()) {
      note.set(on == null ? "" : on.sentence());
    } else if (noiseTrouble.isEmpty()) {
      note.set(
          Texts.of(
              "Wrong labels are another data set: the run goes to a workspace of its own, {0},"
                  + " beside this one.",
              noisyWorkspace().getFileName()));
    } else {
      note.set("");
    }
  }

  private String weightsProblem() {
    if (weights.get() == WeightsChoice.FILE && file.get() == null) {
      return Texts.of("Choose the file with the back bone's weights.");
    }
    if (weights.get() == WeightsChoice.RANDOM && frozen.get()) {
      return sources.contains(WeightsChoice.MODEL)
          ? Texts.of(
              "A frozen back bone of random weights tells no two images apart: begin with the open"
                  + " model's or a file's weights, or choose a plan that trains the whole network.")
          : Texts.of(
              "A frozen back bone of random weights tells no two images apart: begin with a file's"
                  + " weights, or choose a plan that trains the whole network.");
    }
    boolean nameless = architecture.get() == null || architecture.get().isBlank();
    return weights.get() == WeightsChoice.RANDOM && nameless ? Texts.of("Choose the network.") : "";
  }

  private String noiseProblem() {
    if (!(wrong() > 0 && wrong() <= PER_CENT)) {
      return Texts.of("Wrong labels are {0} %: above 0, up to 100", percent.get().strip());
    }
    return noiseSeed.get().strip().matches("\\d{1,9}")
        ? ""
        : Texts.of("Seed of the wrong labels is {0}: 0 or more", noiseSeed.get().strip());
  }

  private double wrong() {
    try {
      return Double.parseDouble(percent.get().strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The folder of runs with these wrong labels, the same each time. */
  Path noisyWorkspace() {
    String share = String.valueOf(wrong()).replaceFirst("\\.0$", "");
    String name =
        Texts.of(
            "{0}-{1}-{2}-seed{3}",
            workspace.getFileName(), noise.get().model(), share, noiseSeed.get().strip());
    return workspace.resolveSibling(name);
  }

  /** Turns a training on the open model's back bone into one that begins as is chosen now. */
  UnaryOperator<TrainRequest> beginning() {
    UnaryOperator<TrainRequest> onLabels = isNoisy() ? onWrongLabels() : onRevision();
    Optional<Path> from = Optional.ofNullable(file.get());
    Optional<String> network = Optional.of(architecture.get().strip());
    return switch (weights.get()) {
      case MODEL -> onLabels;
      case FILE -> request -> onLabels.apply(request.startingWith(from, choice(Optional.empty())));
      case RANDOM ->
          request -> onLabels.apply(request.startingWith(Optional.empty(), choice(network)));
    };
  }

  private UnaryOperator<TrainRequest> onRevision() {
    LabelsChoice on = labels.get();
    return request -> on == null ? request : request.onLabels(on.revision());
  }

  private UnaryOperator<TrainRequest> onWrongLabels() {
    String model = noise.get().model();
    double share = wrong() / PER_CENT;
    long seed = Long.parseLong(noiseSeed.get().strip());
    Path folder = noisyWorkspace();
    return request -> request.on(request.dataset().withNoise(model, share, seed), folder);
  }

  private static BackboneChoice choice(Optional<String> network) {
    return new BackboneChoice(network, Optional.empty());
  }
}
