package eifexplorer.ui.workspace;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.job.Lane;
import eifexplorer.session.NewWorkspace;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form for a new workspace: what is typed, what is wrong with it, and the request it makes. */
public final class NewDataSetViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final List<DatasetFormat> formats;
  private final Consumer<NewWorkspace> create;
  private final Map<FormField, StringProperty> texts = new EnumMap<>(FormField.class);
  private final Map<FormField, ReadOnlyStringWrapper> problems = new EnumMap<>(FormField.class);
  private final ObjectProperty<DatasetFormat> format = new SimpleObjectProperty<>();
  private final ObjectProperty<LossSpec> loss = new SimpleObjectProperty<>(LossSpec.PROXY_NCA);
  private final ReadOnlyStringWrapper recognised = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
  private final BooleanProperty followLinks = new SimpleBooleanProperty();
  private final BooleanProperty making = new SimpleBooleanProperty();
  private int lookups;

  /**
   * An empty form.
   *
   * @param formats the data-set formats there are
   * @param create gets a request whose fields were found right
   */
  public NewDataSetViewModel(
      FxJobs jobs,
      NoticesViewModel notices,
      List<DatasetFormat> formats,
      Consumer<NewWorkspace> create) {
    this.jobs = jobs;
    this.notices = notices;
    this.formats = List.copyOf(formats);
    this.create = create;
    for (FormField field : FormField.values()) {
      StringProperty text = new SimpleStringProperty("");
      ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
      text.addListener((value, old, now) -> problem.set(""));
      texts.put(field, text);
      problems.put(field, problem);
    }
    text(FormField.SEED).set("0");
    text(FormField.ROOT).addListener((value, old, now) -> recognise());
    format.addListener((value, old, now) -> recognise());
  }

  /** The formats to choose from; {@code null} in {@link #formatProperty} stands for finding out. */
  public List<DatasetFormat> formats() {
    return formats;
  }

  /** What is typed into a field. */
  public StringProperty text(FormField field) {
    return Objects.requireNonNull(texts.get(field));
  }

  /** What is wrong with a field; empty if nothing is known to be. */
  public ReadOnlyStringProperty problem(FormField field) {
    return Objects.requireNonNull(problems.get(field)).getReadOnlyProperty();
  }

  /** The format chosen; null to find out. */
  public ObjectProperty<DatasetFormat> formatProperty() {
    return format;
  }

  /** Whether links that lead out of the data set's folder are followed. */
  public BooleanProperty followLinksProperty() {
    return followLinks;
  }

  /** The loss chosen. */
  public ObjectProperty<LossSpec> lossProperty() {
    return loss;
  }

  /** What the data set was recognised as, in words; empty if it is not known. */
  public ReadOnlyStringProperty recognisedProperty() {
    return recognised.getReadOnlyProperty();
  }

  /** True while the fields are checked. */
  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.getReadOnlyProperty();
  }

  /** True from the request until the workspace shows, or will not; whoever makes it says so. */
  public BooleanProperty makingProperty() {
    return making;
  }

  private void recognise() {
    Objects.requireNonNull(problems.get(FormField.FORMAT)).set("");
    int mine = ++lookups;
    FormInput input = input();
    jobs.startQuietly(
        Texts.of("Recognise the data set"),
        Lane.IO,
        context -> new Looked(input.recognised(formats), input.dataSetProblems(formats)),
        Outcome.of(looked -> show(mine, looked), trouble -> {}));
  }

  /** What the data set looks like, and what is wrong with it. */
  private record Looked(Optional<DatasetFormat> format, Map<FormField, String> problems) {}

  private void show(int lookup, Looked looked) {
    if (lookup == lookups) {
      Optional<DatasetFormat> asked = format.get() == null ? looked.format() : Optional.empty();
      recognised.set(asked.map(found -> Texts.of("Recognised as {0}", found.title())).orElse(""));
      looked
          .problems()
          .forEach((field, problem) -> Objects.requireNonNull(problems.get(field)).set(problem));
    }
  }

  /** Checks the fields; if they are right the request is made, else the problems show. */
  public void submit() {
    if (checking.get() || making.get()) {
      return;
    }
    checking.set(true);
    FormInput input = input();
    jobs.startQuietly(
        Texts.of("Check the form"),
        Lane.IO,
        context -> input.problems(formats),
        new Outcome<>(
            found -> checked(input, found),
            trouble -> {
              checking.set(false);
              notices.show(trouble);
            },
            () -> checking.set(false)));
  }

  private void checked(FormInput input, Map<FormField, String> found) {
    checking.set(false);
    problems.forEach((field, problem) -> problem.set(found.getOrDefault(field, "")));
    if (found.isEmpty()) {
      making.set(true);
      create.accept(input.request(formats));
    }
  }

  private FormInput input() {
    return new FormInput(
        text(FormField.ROOT).get(),
        Optional.ofNullable(format.get()),
        followLinks.get(),
        text(FormField.TRAIN_CLASSES).get(),
        text(FormField.TEST_CLASSES).get(),
        text(FormField.WEIGHTS).get(),
        loss.get(),
        text(FormField.SEED).get(),
        text(FormField.WORKSPACE).get());
  }
}
