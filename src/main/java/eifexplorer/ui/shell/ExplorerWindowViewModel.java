package eifexplorer.ui.shell;

import eifexplorer.job.Job;
import eifexplorer.job.Lane;
import eifexplorer.model.ModelFiles;
import eifexplorer.project.Workspaces;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.NewWorkspace;
import eifexplorer.session.SessionOpener;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.experiment.ExperimentsViewModel;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.guide.GuideViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.JobsViewModel;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Theme;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.review.ReviewViewModel;
import eifexplorer.ui.train.TrainServices;
import eifexplorer.ui.train.TrainViewModel;
import eifexplorer.ui.workspace.FormField;
import eifexplorer.ui.workspace.ModelField;
import eifexplorer.ui.workspace.NewDataSetViewModel;
import eifexplorer.ui.workspace.WorkspaceScreen;
import eifexplorer.ui.workspace.WorkspaceViewModel;
import eifexplorer.workspace.WindowState;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
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
  private final Workspaces workspaces;
  private final FxJobs jobs;
  private final Preferences preferences;
  private final WindowMemory memory;
  private final NoticesViewModel notices = new NoticesViewModel();
  private final JobsViewModel jobList;
  private final MarksViewModel marks;
  private final KeysViewModel keys;
  private final GuideViewModel guide;
  private final EngineViewModel engine;
  private final ExploreViewModel explore;
  private final ReviewLink link;
  private final TrainViewModel train;
  private final SearchViewModel search;
  private final WorkspaceScreen workspace;
  private final NewDataSetViewModel newDataSet;
  private final ReadOnlyObjectWrapper<ExplorerSession> session = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SessionChips> chips = new ReadOnlyObjectWrapper<>();
  private final Openings openings;
  private final DropViewModel drop;
  private final ReadOnlyObjectWrapper<Theme> theme;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.EXPLORE);
  private final BooleanProperty drawer = new SimpleBooleanProperty();
  private final BooleanProperty help = new SimpleBooleanProperty();

  /**
   * A window with nothing open. Reads the settings and how it was left, and nothing else.
   *
   * @param fx runs a task on the JavaFX thread; in tests on the calling one
   */
  public ExplorerWindowViewModel(WindowServices services, Executor fx) {
    opener = services.opener();
    workspaces = services.workspaces();
    jobs = new FxJobs(services.jobs(), fx);
    preferences = new Preferences(services.settings(), jobs);
    memory = new WindowMemory(services.state(), jobs);
    theme = new ReadOnlyObjectWrapper<>(Theme.named(preferences.get().theme()));
    jobList = new JobsViewModel(services.jobs(), System::nanoTime);
    marks = new MarksViewModel(jobs, notices);
    keys = new KeysViewModel(preferences);
    guide =
        new GuideViewModel(
            jobs, notices, services.settings().folder(), services.explore().files()::open);
    engine = new EngineViewModel(jobs, notices, preferences, services.engine(), services.device());
    explore = new ExploreViewModel(jobs, services.explore(), marks, notices, this::reopen);
    BooleanSupplier trains = () -> page.get() == Page.TRAIN;
    TrainServices training =
        services.training(this::openModel, this::openWorkspace, trains, preferences);
    train = new TrainViewModel(jobs, notices, training);
    ReviewLink.Needs needs = new ReviewLink.Needs(jobs, services, marks, notices);
    link = new ReviewLink(page, explore, needs, this::reopen);
    search = new SearchViewModel(jobs, notices, explore, () -> page.set(Page.EXPLORE));
    workspace = new WorkspaceScreen(jobs, notices, workspaces, this::addModel, this::openRelocated);
    openings = new Openings(jobs, notices);
    drop = new DropViewModel(jobs, notices, this);
    newDataSet = new NewDataSetViewModel(jobs, notices, services.formats(), this::create);
    memory.keep(page);
  }

  /** Messages on the screen. */
  public NoticesViewModel notices() {
    return notices;
  }

  /** The jobs of the status bar and the drawer. */
  public JobsViewModel jobs() {
    return jobList;
  }

  /** Which key does what. */
  public KeysViewModel keys() {
    return keys;
  }

  /** The guide, which the sheet of keys opens. */
  public GuideViewModel guide() {
    return guide;
  }

  /** What the tensor runtime runs on. */
  public EngineViewModel engine() {
    return engine;
  }

  /** The search of the top bar. */
  public SearchViewModel search() {
    return search;
  }

  /** What is dragged over the window and dropped on it. */
  public DropViewModel drop() {
    return drop;
  }

  /** The Explore screen. */
  public ExploreViewModel explore() {
    return explore;
  }

  /** The Review screen. */
  public ReviewViewModel review() {
    return link.review();
  }

  /** The Experiments screen. */
  public ExperimentsViewModel experiments() {
    return link.experiments();
  }

  /** The Train screen. */
  public TrainViewModel train() {
    return train;
  }

  /** The facts of the Workspace screen. */
  public WorkspaceViewModel workspace() {
    return workspace.facts();
  }

  /** The Workspace screen. */
  public WorkspaceScreen workspaceScreen() {
    return workspace;
  }

  /** The form for a new workspace. */
  public NewDataSetViewModel newDataSet() {
    return newDataSet;
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
    return openings.titleProperty();
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

  /** Where the window was left, if it was. */
  public Optional<WindowState.Place> place() {
    return Optional.ofNullable(memory.get().place());
  }

  /** Remembers where the window is. */
  public void rememberPlace(WindowState.Place place) {
    memory.change(state -> state.withPlace(place));
  }

  /** Remembers what is chosen in the open workspace; writes in the background if it changed. */
  public void rememberView() {
    ExplorerSession open = session.get();
    if (open != null && open.workspace().isPresent()) {
      String folder = open.workspace().get().folder().toString();
      memory.change(state -> state.withView(folder, link.state()));
    }
  }

  /** Writes how the window is left, at once, and lets go of the review. */
  public void leave() {
    rememberView();
    memory.save();
    link.review().close();
  }

  /** Changes between dark and light, and remembers it. */
  public void toggleTheme() {
    theme.set(theme.get().other());
    preferences.change(settings -> settings.withTheme(theme.get().id()));
  }

  /** Opens what was open when the window was left; the demo if that is gone or there was nothing. */
  public void openLast() {
    String last = memory.get().workspace();
    if (last.isEmpty()) {
      openDemo();
      return;
    }
    Path folder = Path.of(last);
    jobs.startQuietly(
        "Look for " + folder.getFileName(),
        Lane.IO,
        context -> Workspace.exists(folder),
        Outcome.of(there -> openFound(folder, there), notices::show));
  }

  private void openFound(Path folder, boolean there) {
    if (there) {
      openWorkspace(folder);
    } else {
      notices.info("The workspace " + folder + " is gone. This is the demo.");
      openDemo();
    }
  }

  /** Opens the demo. */
  public void openDemo() {
    open("Opening the demo", opener::openDemo, opened -> rememberOpen(""));
  }

  /** Opens a workspace. */
  public void openWorkspace(Path folder) {
    open(
        "Opening " + folder.getFileName(),
        context -> opener.openWorkspace(folder, context),
        opened -> remember(folder));
  }

  private void reopen() {
    openFolder().ifPresent(this::openWorkspace);
  }

  /** Opens the open workspace with another of its models, with which it opens from then on. */
  public void openModel(String modelId) {
    openFolder()
        .ifPresent(
            folder ->
                open(
                    "Opening the model",
                    context -> {
                      ExplorerSession opened = opener.openWorkspace(folder, modelId, context);
                      workspaces.makeCurrent(folder, modelId);
                      return opened;
                    },
                    opened -> page.set(Page.EXPLORE)));
  }

  private Optional<Path> openFolder() {
    return Optional.ofNullable(session.get()).flatMap(s -> s.workspace().map(Workspace::folder));
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

  private void addModel(ModelFiles files) {
    openFolder()
        .ifPresent(
            folder -> {
              open(
                  "Adding " + files.weights().getFileName(),
                  context -> {
                    workspaces.add(folder, files, context);
                    return opener.openWorkspace(folder, context);
                  },
                  opened -> remember(folder));
              page.set(Page.WORKSPACE);
            });
  }

  private void openRelocated(Path folder) {
    page.set(Page.EXPLORE);
    openWorkspace(folder);
  }

  /** Shows the form that adds a model to the open workspace, on these files if there are any. */
  public void showAddModel(Optional<Path> weights) {
    if (openFolder().isEmpty()) {
      weights.ifPresent(file -> newDataSet.text(FormField.WEIGHTS).set(file.toString()));
      page.set(Page.NEW_DATA_SET);
      return;
    }
    workspace.addModel().reset(session.get().dataset().trainClassCount());
    weights.ifPresent(file -> workspace.addModel().text(ModelField.WEIGHTS).set(file.toString()));
    page.set(Page.ADD_MODEL);
  }

  /** Shows the question where the open workspace's data set is now. */
  public void showRelocation() {
    if (openFolder().isPresent()) {
      workspace.relocation().ask(session.get().workspace().get(), false);
      page.set(Page.RELOCATION);
    }
  }

  private void remember(Path folder) {
    String path = folder.toAbsolutePath().normalize().toString();
    preferences.change(settings -> settings.withRecent(path));
    rememberOpen(path);
  }

  private void rememberOpen(String folder) {
    memory.change(state -> state.withWorkspace(folder));
  }

  private void open(String title, Job<ExplorerSession> job, Consumer<ExplorerSession> whenOpened) {
    openings.open(title, job, opened -> show(opened, whenOpened));
  }

  private void show(Opened opened, Consumer<ExplorerSession> whenOpened) {
    if (opened instanceof Opened.Session found) {
      show(found);
      whenOpened.accept(found.session());
    } else if (opened instanceof Opened.WithoutRoot gone) {
      workspace.relocation().ask(gone.workspace(), true);
      page.set(Page.RELOCATION);
    }
  }

  private void show(Opened.Session opened) {
    rememberView();
    ExplorerSession now = opened.session();
    workspace.show(now);
    chips.set(SessionChips.of(now));
    session.set(now);
    train.show(now);
    marks.show(opened.marks());
    explore.show(now, opened.pairs(), opened.scopes());
    link.review().show(now);
    link.experiments().show(now);
    search.show(opened.search());
    now.workspace()
        .flatMap(folder -> memory.get().view(folder.folder().toString()))
        .ifPresent(link::restore);
    link.enter();
    if (page.get().isForm()) {
      page.set(Page.EXPLORE);
    }
  }
}
