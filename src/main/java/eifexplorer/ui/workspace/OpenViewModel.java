package eifexplorer.ui.workspace;

import eifexplorer.job.Lane;
import eifexplorer.model.BundleImport;
import eifexplorer.model.BundleOptions;
import eifexplorer.model.BundleOptions.HeadForm;
import eifexplorer.model.BundleOptions.ProxyForm;
import eifexplorer.project.FileInspector;
import eifexplorer.project.NewFolder;
import eifexplorer.project.OpenFinding;
import eifexplorer.project.OpenFinding.Kind;
import eifexplorer.project.OpenFinding.Line;
import eifexplorer.project.OpenFinding.Sort;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.TypedPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The form that opens anything: the file or folder, what was found in it, and how it is opened. */
public final class OpenViewModel {
  private static final OpenFinding NOTHING = new OpenFinding(Kind.NOTHING, "", List.of());

  private final LatestJob<Looked> looks;
  private final FileInspector inspector;
  private final Actions actions;
  private final StringProperty path = new SimpleStringProperty("");
  private final StringProperty images = new SimpleStringProperty("");
  private final StringProperty folder = new SimpleStringProperty("");
  private final StringProperty division = new SimpleStringProperty("");
  private final ObjectProperty<LossSpec> loss = new SimpleObjectProperty<>();
  private final ObjectProperty<HeadForm> head = new SimpleObjectProperty<>(HeadForm.GIVEN);
  private final ObjectProperty<ProxyForm> proxies = new SimpleObjectProperty<>(ProxyForm.FITTED);
  private final BooleanProperty centre = new SimpleBooleanProperty();
  private final BooleanProperty normalise = new SimpleBooleanProperty();
  private final BooleanProperty followLinks = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<OpenFinding> finding = new ReadOnlyObjectWrapper<>(NOTHING);
  private final ReadOnlyStringWrapper folderProblem = new ReadOnlyStringWrapper("");
  private final BooleanProperty opening = new SimpleBooleanProperty();
  private String suggestedFor = "";
  private boolean submitting;

  private Supplier<String> workspaces = () -> "";

  /** What becomes of what was found. */
  public interface Actions {
    /** Opens a workspace. */
    void workspace(Path folder);

    /** Makes a workspace of a bundle and opens it. */
    void bundle(BundleImport.Request request);

    /** Goes on to the form of a data set, with a folder for its workspace. */
    void dataSet(Path root, Path workspace);

    /** Goes on to the form of a model. */
    void model(Path weights);
  }

  /** An empty form. */
  public OpenViewModel(FxJobs jobs, FileInspector inspector, Actions actions) {
    looks = new LatestJob<>(jobs);
    looks.valueProperty().addListener((of, old, now) -> show(now));
    looks.failureProperty().addListener((of, old, now) -> failed(now));
    looks.busyProperty().addListener((of, old, now) -> whenLooked(now));
    this.inspector = inspector;
    this.actions = actions;
    Stream.of(path, images, folder, division, loss, head, proxies, centre, normalise, followLinks)
        .forEach(value -> value.addListener((of, old, now) -> look()));
  }

  /** Where new workspaces are suggested; the empty text for beside what is opened. */
  void suggestIn(Supplier<String> folderOfWorkspaces) {
    workspaces = folderOfWorkspaces;
  }

  /** The file or folder to open. */
  public StringProperty pathProperty() {
    return path;
  }

  /** The folder a bundle's images lie in; empty for none. */
  public StringProperty imagesProperty() {
    return images;
  }

  /** The folder of the new workspace. */
  public StringProperty folderProperty() {
    return folder;
  }

  /** How an undivided bundle is divided; empty for halves of the classes. */
  public StringProperty divisionProperty() {
    return division;
  }

  /** What a bundle's model was trained with; null for the usual loss. */
  public ObjectProperty<LossSpec> lossProperty() {
    return loss;
  }

  /** Where the head of a bundle is from. */
  public ObjectProperty<HeadForm> headProperty() {
    return head;
  }

  /** Where the proxies are from that a bundle lacks. */
  public ObjectProperty<ProxyForm> proxiesProperty() {
    return proxies;
  }

  /** Whether the mean of the features is taken off. */
  public BooleanProperty centreProperty() {
    return centre;
  }

  /** Whether features are scaled to length 1. */
  public BooleanProperty normaliseProperty() {
    return normalise;
  }

  /** Whether links that lead out of the images' folder are followed. */
  public BooleanProperty followLinksProperty() {
    return followLinks;
  }

  /** What was found. */
  public ReadOnlyObjectProperty<OpenFinding> findingProperty() {
    return finding.getReadOnlyProperty();
  }

  /** What is wrong with the folder of the new workspace; empty if nothing is. */
  public ReadOnlyStringProperty folderProblemProperty() {
    return folderProblem.getReadOnlyProperty();
  }

  /** True while the file is looked at. */
  public ReadOnlyBooleanProperty lookingProperty() {
    return looks.busyProperty();
  }

  /** True from the request until the workspace shows, or will not; whoever makes it says so. */
  public BooleanProperty openingProperty() {
    return opening;
  }

  /** True once something was found that opens. */
  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(
        () ->
            finding.get().isOpenable()
                && folderProblem.get().isEmpty()
                && !looks.busyProperty().get()
                && !opening.get(),
        finding,
        folderProblem,
        looks.busyProperty(),
        opening);
  }

  /** Puts a file or folder into the form, with everything else as usual. */
  public void ask(Optional<Path> wanted) {
    Stream.of(images, division).forEach(text -> text.set(""));
    loss.set(null);
    head.set(HeadForm.GIVEN);
    proxies.set(ProxyForm.FITTED);
    centre.set(false);
    normalise.set(false);
    followLinks.set(false);
    wanted.ifPresent(file -> path.set(file.toString()));
    look();
  }

  private void whenLooked(boolean still) {
    if (!still && submitting) {
      submitting = false;
      submit();
    }
  }

  private void look() {
    submitting = false;
    Optional<Path> wanted = TypedPath.of(path.get());
    if (wanted.isEmpty()) {
      looks.clear();
      finding.set(NOTHING);
      return;
    }
    String typed = folder.get();
    boolean suggest = !path.get().equals(suggestedFor);
    BundleOptions options = options();
    looks.askQuietly(
        Texts.of("Look at {0}", wanted.get().getFileName()),
        Lane.IO,
        context -> {
          context.checkCancelled();
          return looked(wanted.get(), options, suggest, typed);
        });
  }

  /** What was seen: where, the file, the workspace's folder as suggested or typed, and what is wrong with that. */
  private record Looked(Path path, OpenFinding finding, String folder, String folderProblem) {}

  private Looked looked(Path wanted, BundleOptions options, boolean suggest, String typed) {
    OpenFinding found = inspector.look(wanted, options);
    if (found.kind() != Kind.BUNDLE && found.kind() != Kind.DATA_SET) {
      return new Looked(wanted, found, typed, "");
    }
    Path home = Path.of(System.getProperty("user.home"));
    String place =
        suggest
            ? NewFolder.suggested(wanted, home, TypedPath.of(workspaces.get())).toString()
            : typed;
    String problem =
        TypedPath.of(place)
            .map(at -> Texts.said(NewFolder.trouble(at)))
            .orElse(Texts.of("Choose an empty or a new folder."));
    return new Looked(wanted, found, place, problem);
  }

  private void failed(@Nullable Failure failure) {
    if (failure != null) {
      Line trouble = new Line(Sort.TROUBLE, failure.message());
      finding.set(new OpenFinding(Kind.NOTHING, "", List.of(trouble)));
    }
  }

  private void show(@Nullable Looked looked) {
    if (looked == null) {
      return;
    }
    suggestedFor = path.get();
    finding.set(looked.finding());
    folderProblem.set(looked.folderProblem());
    if (!looked.folder().equals(folder.get())) {
      boolean still = submitting;
      folder.set(looked.folder());
      submitting = still;
    }
  }

  private BundleOptions options() {
    return BundleOptions.USUAL.with(
        chosen ->
            chosen
                .loss(Optional.ofNullable(loss.get()))
                .head(head.get())
                .centre(centre.get())
                .normalise(normalise.get())
                .proxies(proxies.get())
                .division(division.get().strip())
                .images(TypedPath.of(images.get()))
                .followLinks(followLinks.get()));
  }

  /** Opens what was found as soon as it was looked at; another change of the form takes that back. */
  public void submitOnceLooked() {
    submitting = looks.busyProperty().get();
    submit();
  }

  /** Opens what was found, or goes on to the form it needs. */
  public void submit() {
    if (!ready().get()) {
      return;
    }
    Path wanted = TypedPath.of(path.get()).orElseThrow().toAbsolutePath().normalize();
    Path place = TypedPath.of(folder.get()).orElse(wanted).toAbsolutePath().normalize();
    switch (finding.get().kind()) {
      case WORKSPACE -> actions.workspace(wanted);
      case BUNDLE -> {
        opening.set(true);
        actions.bundle(new BundleImport.Request(place, wanted, options()));
      }
      case DATA_SET -> actions.dataSet(wanted, place);
      case MODEL -> actions.model(wanted);
      case NOTHING -> {
        // Nothing is ready then.
      }
    }
  }
}
