package eifexplorer.ui.workspace;

import eifexplorer.job.Lane;
import eifexplorer.model.ModelFiles;
import eifexplorer.model.ModelFinding;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Workspaces;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Fact;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.TypedPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The form that adds a model: what is typed, what is found in the files, and why it can't be added as it is. */
public final class AddModelViewModel {
  private final FxJobs jobs;
  private final Workspaces workspaces;
  private final Consumer<ModelFiles> add;
  private final Map<ModelField, StringProperty> texts = new EnumMap<>(ModelField.class);
  private final ObjectProperty<LossSpec> loss = new SimpleObjectProperty<>();
  private final StringProperty features = new SimpleStringProperty("");
  private final ObservableList<Fact> facts = FXCollections.observableArrayList();
  private final ObservableList<String> problems = FXCollections.observableArrayList();
  private final ObservableList<String> notes = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private int trainClasses = 1;
  private final BooleanProperty adding = new SimpleBooleanProperty();
  private int looks;

  /**
   * An empty form.
   *
   * @param add gets the files of a model that fits
   */
  public AddModelViewModel(FxJobs jobs, Workspaces workspaces, Consumer<ModelFiles> add) {
    this.jobs = jobs;
    this.workspaces = workspaces;
    this.add = add;
    for (ModelField field : ModelField.values()) {
      StringProperty text = new SimpleStringProperty("");
      text.addListener((value, old, now) -> look());
      texts.put(field, text);
    }
    loss.addListener((value, old, now) -> look());
    features.addListener((value, old, now) -> look());
    reset(1);
  }

  /** What is typed into a field. */
  public StringProperty text(ModelField field) {
    return Objects.requireNonNull(texts.get(field));
  }

  /** The loss chosen; null for what the folders' names say, or the usual one. */
  public ObjectProperty<LossSpec> lossProperty() {
    return loss;
  }

  /** How features are made, such as {@code max/layernorm}; empty for the usual way. */
  public StringProperty featuresProperty() {
    return features;
  }

  /** What was found; empty while nothing is chosen. */
  public ObservableList<Fact> facts() {
    return facts;
  }

  /** What is assumed where nobody chose it and what is left out, sentences. */
  public ObservableList<String> notes() {
    return notes;
  }

  /** Why the model can't be added, sentences; empty if it can, or nothing is chosen. */
  public ObservableList<String> problems() {
    return problems;
  }

  /** True for a network that may have several outputs to choose from. */
  public BooleanBinding hasOutputs() {
    StringProperty weights = text(ModelField.WEIGHTS);
    return Bindings.createBooleanBinding(
        () -> weights.get().strip().toLowerCase(Locale.ROOT).endsWith(".onnx"), weights);
  }

  /** True while the files are looked at. */
  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** True from the request until the workspace shows with the model, or will not; whoever adds it says so. */
  public BooleanProperty addingProperty() {
    return adding;
  }

  /** True once a model was found that fits, while it is not being added. */
  public BooleanBinding ready() {
    return Bindings.isNotEmpty(facts).and(Bindings.isEmpty(problems)).and(looking.or(adding).not());
  }

  /** Empties the form for a data set of this many training classes. */
  public void reset(int classes) {
    trainClasses = Math.max(1, classes);
    texts.values().forEach(text -> text.set(""));
    loss.set(null);
    features.set("");
  }

  /** Looks at what is chosen, in the background. */
  private void look() {
    int mine = ++looks;
    if (text(ModelField.WEIGHTS).get().isBlank()) {
      looking.set(false);
      show(Looked.NOTHING);
      return;
    }
    Optional<ModelFiles> files = files();
    if (files.isEmpty()) {
      looking.set(false);
      return;
    }
    looking.set(true);
    int classes = trainClasses;
    jobs.startQuietly(
        Texts.of("Look at the model"),
        Lane.IO,
        context -> lookedAt(files.get(), classes),
        Outcome.of(
            looked -> {
              if (mine == looks) {
                looking.set(false);
                show(looked);
              }
            },
            failure -> {
              if (mine == looks) {
                looking.set(false);
                show(Looked.trouble(failure.message()));
              }
            }));
  }

  /** What was seen in the files. */
  private record Looked(List<Fact> facts, List<String> notes, List<String> problems) {
    static final Looked NOTHING = new Looked(List.of(), List.of(), List.of());

    static Looked trouble(String problem) {
      return new Looked(List.of(), List.of(), List.of(problem));
    }
  }

  /** Trouble with a file is an answer here, not a failed job. */
  private Looked lookedAt(ModelFiles files, int classes) {
    try {
      ModelFinding finding = workspaces.inspect(files, classes);
      return new Looked(facts(finding), said(finding.notes()), said(finding.problems()));
    } catch (ProblemException e) {
      return Looked.trouble(Failure.of(e).message());
    }
  }

  private static List<String> said(List<String> texts) {
    return texts.stream().map(Texts::said).toList();
  }

  private void show(Looked looked) {
    notes.setAll(looked.notes());
    facts.setAll(looked.facts());
    problems.setAll(looked.problems());
  }

  private static List<Fact> facts(ModelFinding found) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            Texts.of("File"), Texts.said(found.kind()) + ", " + found.weights().getFileName()));
    facts.add(new Fact(Texts.of("Network"), found.network()));
    facts.add(new Fact(Texts.of("Features"), known(found.featureSize())));
    facts.add(
        new Fact(
            Texts.of("Embedding"),
            found.embeddingSize() == 0 ? Texts.of("none") : "" + found.embeddingSize()));
    facts.add(
        new Fact(
            Texts.of("Proxies"),
            found.proxies() == 0
                ? Texts.of("none: fitted to its embeddings")
                : Texts.of(
                    "{0} for {1}{2}",
                    Texts.count(found.proxies()),
                    Texts.count(found.classes(), "training class", "training classes"),
                    found.proxiesFile().map(f -> ", " + f.getFileName()).orElse(""))));
    facts.add(
        new Fact(
            Texts.of("Loss"),
            found.loss().title() + (found.lossGuessed() ? Texts.of(" (guessed)") : "")));
    found.epoch().ifPresent(epoch -> facts.add(new Fact(Texts.of("Epoch"), String.valueOf(epoch))));
    return facts;
  }

  private static String known(int size) {
    return size == 0 ? Texts.of("told by running it") : Texts.count(size);
  }

  /** Adds the model, if one was found that fits. */
  public void submit() {
    if (ready().get()) {
      files()
          .ifPresent(
              files -> {
                adding.set(true);
                add.accept(files);
              });
    }
  }

  /** What is typed; empty, with a problem shown, if that can't be files and sizes. */
  private Optional<ModelFiles> files() {
    try {
      return Optional.of(
          new ModelFiles(
              file(ModelField.WEIGHTS).orElseThrow(),
              file(ModelField.HEAD),
              file(ModelField.PROXIES),
              Optional.ofNullable(loss.get()),
              Optional.of(features.get()).filter(text -> !text.isEmpty()),
              pixels(ModelField.RESIZE),
              pixels(ModelField.CROP),
              words(ModelField.PREPROCESSING),
              words(ModelField.OUTPUT)));
    } catch (NoSuchElementException e) {
      show(Looked.trouble(Texts.of("What is typed can't be a file.")));
    } catch (NumberFormatException e) {
      show(
          Looked.trouble(
              Texts.of(
                  "Resize and crop are whole numbers of pixels, 0 for none, empty for what the"
                      + " files say.")));
    }
    return Optional.empty();
  }

  private Optional<Path> file(ModelField field) {
    String typed = typed(field);
    return typed.isEmpty()
        ? Optional.empty()
        : Optional.of(TypedPath.of(typed).orElseThrow().toAbsolutePath());
  }

  private OptionalInt pixels(ModelField field) {
    String typed = typed(field);
    return typed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(typed));
  }

  private Optional<String> words(ModelField field) {
    return Optional.of(typed(field)).filter(text -> !text.isEmpty());
  }

  private String typed(ModelField field) {
    return text(field).get().strip();
  }
}
