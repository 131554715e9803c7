package eifexplorer.ui.shell;

import eifexplorer.job.Job;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.NewWorkspace;
import eifexplorer.session.SessionOpener;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.JobsViewModel;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Theme;
import eifexplorer.ui.workspace.FormField;
import eifexplorer.ui.workspace.LossNames;
import eifexplorer.ui.workspace.NewDataSetViewModel;
import eifexplorer.ui.workspace.WorkspaceViewModel;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The window: what is open, which page shows, and everything that can be opened.
 *
 * <p>Opening runs as a job; what is open stays until the new session is there, and stays if that fails. Opening something
 * else gives up on what is being opened.
 */
public final class ExplorerWindowViewModel {
  private final SessionOpener opener;
  private final FxJobs jobs;
  private final Preferences preferences;
  private final String device;
  private final NoticesViewModel notices = new NoticesViewModel();
  private final JobsViewModel jobList;
  private final ExploreViewModel explore;
  private final WorkspaceViewModel workspace = new WorkspaceViewModel();
  private final NewDataSetViewModel newDataSet;
  private final ReadOnlyObjectWrapper<ExplorerSession> session = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SessionChips> chips = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper opening = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Theme> theme;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.EXPLORE);
  private final BooleanProperty drawer = new SimpleBooleanProperty();
  private final BooleanProperty help = new SimpleBooleanProperty();
  private JobHandle<?> current;
  private int openings;

  /**
   * A window with nothing open. Reads the settings, and nothing else.
   *
   * @param fx runs a task on the JavaFX thread; in tests on the calling one
   */
  public ExplorerWindowViewModel(WindowServices services, Executor fx) {
    opener = services.opener();
    device = services.device();
    jobs = new FxJobs(services.jobs(), fx);
    preferences = new Preferences(services.settings(), jobs);
    theme = new ReadOnlyObjectWrapper<>(Theme.named(preferences.get().theme()));
    jobList = new JobsViewModel(services.jobs(), System::nanoTime);
    explore = new ExploreViewModel(jobs, services.files(), notices);
    newDataSet = new NewDataSetViewModel(jobs, notices, services.formats(), this::create);
  }

  /** Messages on the screen. */
  public NoticesViewModel notices() {
    return notices;
  }

  /** The jobs of the status bar and the drawer. */
  public JobsViewModel jobs() {
    return jobList;
  }

  /** The Explore screen. */
  public ExploreViewModel explore() {
    return explore;
  }

  /** The Workspace screen. */
  public WorkspaceViewModel workspace() {
    return workspace;
  }

  /** The form for a new workspace. */
  public NewDataSetViewModel newDataSet() {
    return newDataSet;
  }

  /** What the tensor runtime runs on. */
  public String device() {
    return device;
  }

  /** What is open; null before the first. */
  public ReadOnlyObjectProperty<ExplorerSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** What is open, in words; null before the first. */
  public ReadOnlyObjectProperty<SessionChips> chipsProperty() {
    return chips.getReadOnlyProperty();
  }

  /** What is being opened, in words; empty if nothing is. */
  public ReadOnlyStringProperty openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /** The colouring. */
  public ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  /** The page in the middle. */
  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** Whether the list of jobs is open. */
  public BooleanProperty drawerProperty() {
    return drawer;
  }

  /** Whether the keys are shown. */
  public BooleanProperty helpProperty() {
    return help;
  }

  /** Recently opened workspaces, newest first. */
  public List<Path> recent() {
    return preferences.get().recentWorkspaces().stream().map(Path::of).toList();
  }

  /** Changes between dark and light, and remembers it. */
  public void toggleTheme() {
    theme.set(theme.get().other());
    preferences.change(settings -> settings.withTheme(theme.get().id()));
  }

  /** Opens the demo. */
  public void openDemo() {
    open("Opening the demo", opener::openDemo, opened -> {});
  }

  /** Opens a workspace. */
  public void openWorkspace(Path folder) {
    open(
        "Opening " + folder.getFileName(),
        context -> opener.openWorkspace(folder, context),
        opened -> remember(folder));
  }

  /** Opens an embedding bundle of a model trained with this loss. */
  public void openBundle(Path file, LossSpec loss) {
    open(
        "Opening " + file.getFileName(),
        context -> opener.openBundle(file, loss, context),
        opened -> {});
  }

  private void create(NewWorkspace request) {
    open(
        "Making workspace " + request.folder().getFileName(),
        context -> opener.create(request, context),
        opened -> remember(request.folder()));
    page.set(Page.EXPLORE);
  }

  /** Opens what was dropped on the window: a workspace, a bundle, or a data set's folder in the form. */
  public void openDropped(Path path) {
    jobs.startQuietly(
        "Look at " + path.getFileName(),
        Lane.IO,
        context -> dropped(path),
        Outcome.of(Runnable::run, notices::show));
  }

  private Runnable dropped(Path path) {
    if (Workspace.exists(path)) {
      return () -> openWorkspace(path);
    }
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".npz")) {
      return () -> openDroppedBundle(path);
    }
    if (Files.isDirectory(path) || name.endsWith(".csv")) {
      return () -> {
        newDataSet.text(FormField.ROOT).set(path.toString());
        page.set(Page.NEW_DATA_SET);
      };
    }
    throw ProblemException.inFile(
        path,
        "This can't be opened",
        "Drop a workspace, the folder of a data set, or an embedding bundle (.npz).");
  }

  private void openDroppedBundle(Path file) {
    openBundle(file, LossSpec.PROXY_NCA);
    notices.info(
        "The bundle is opened as trained with "
            + LossNames.of(LossSpec.PROXY_NCA)
            + ". For another loss use Open › Embedding bundle.");
  }

  private void remember(Path folder) {
    String path = folder.toAbsolutePath().normalize().toString();
    preferences.change(settings -> settings.withRecent(path));
  }

  private void open(String title, Job<ExplorerSession> job, Consumer<ExplorerSession> whenOpened) {
    if (current != null) {
      current.cancel();
    }
    int mine = ++openings;
    opening.set(title);
    JobHandle<OpenedSession> handle =
        jobs.start(
            title,
            Lane.ENGINE,
            context -> OpenedSession.of(job.run(context)),
            new Outcome<>(
                opened -> {
                  if (ended(mine)) {
                    show(opened);
                    whenOpened.accept(opened.session());
                  }
                },
                failure -> openingFailed(mine, failure),
                () -> ended(mine)));
    current = opening.get().isEmpty() ? null : handle;
  }

  /** True if nothing else has been asked for since. */
  private boolean ended(int of) {
    if (of != openings) {
      return false;
    }
    current = null;
    opening.set("");
    return true;
  }

  private void openingFailed(int of, Failure failure) {
    ended(of);
    notices.show(failure);
  }

  private void show(OpenedSession opened) {
    workspace.show(opened.session());
    chips.set(SessionChips.of(opened.session()));
    session.set(opened.session());
    explore.show(opened.session(), opened.pairs());
    if (page.get() == Page.NEW_DATA_SET) {
      page.set(Page.EXPLORE);
    }
  }
}
