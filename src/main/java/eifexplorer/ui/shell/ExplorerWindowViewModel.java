package eifexplorer.ui.shell;

import eifexplorer.dataset.demo.DemoFormat;
import eifexplorer.job.Job;
import eifexplorer.project.PairLink;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.guide.GuideViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.JobsViewModel;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Theme;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.present.PresentationViewModel;
import eifexplorer.ui.screen.Navigation;
import eifexplorer.ui.screen.Page;
import eifexplorer.ui.screen.Preferences;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.settings.SettingsViewModel;
import eifexplorer.ui.settings.SystemThemeViewModel;
import eifexplorer.ui.tour.TourViewModel;
import eifexplorer.workspace.WindowState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * The window: its screens, what is open, which page shows, and everything that can be opened.
 *
 * <p>Opening something else gives up on what is being opened.
 */
public final class ExplorerWindowViewModel implements Navigation {
  private final NoticesViewModel notices = new NoticesViewModel();
  private final Preferences preferences;
  private final WindowMemory memory;
  private final JobsViewModel jobList;
  private final KeysViewModel keys;
  private final GuideViewModel guide;
  private final EngineViewModel engine;
  private final ReportViewModel report;
  private final SearchViewModel search;
  private final Pages pages;
  private final SessionViewModel sessions;
  private final DropViewModel drop;
  private final ProgramQuestionViewModel programs;
  private final PresentationViewModel presentation;
  private final TourViewModel tour;
  private final SystemThemeViewModel theme;
  private final SettingsViewModel settings;
  private final BooleanProperty drawer = new SimpleBooleanProperty();
  private final BooleanProperty help = new SimpleBooleanProperty();

  /**
   * A window with nothing open. Reads the settings and how it was left, and nothing else.
   *
   * @param fx runs a task on the JavaFX thread; in tests on the calling one
   */
  public ExplorerWindowViewModel(WindowServices services, Executor fx) {
    FxJobs jobs = new FxJobs(services.jobs(), fx);
    preferences = new Preferences(services.settings(), jobs, notices::show);
    memory = new WindowMemory(services.state(), jobs);
    theme =
        new SystemThemeViewModel(jobs, notices, preferences.get().theme(), services.systemTheme());
    jobList = new JobsViewModel(services.jobs(), System::nanoTime);
    guide = new GuideViewModel(jobs, notices, services.settings().folder(), services.files()::open);
    engine = new EngineViewModel(jobs, notices, preferences, services.engine(), services.device());
    settings = new SettingsViewModel(preferences, () -> engine.changedProperty().get());
    ScreenContext context =
        new ScreenContext(jobs, notices, new MarksViewModel(jobs, notices), preferences, this);
    List<Screen> screens =
        services.screens().stream().map(screen -> screen.apply(context)).toList();
    pages = new Pages(screens, memory);
    keys = new KeysViewModel(preferences, WindowCommands.table(screens));
    sessions =
        new SessionViewModel(
            services.opener(),
            services.workspaces(),
            context,
            pages,
            memory,
            jobList::acknowledgeFailure);
    presentation = new PresentationViewModel(jobs, notices, services.findings());
    sessions.sessionProperty().addListener((value, old, now) -> presentation.show(now));
    tour = new TourViewModel(preferences);
    sessions.sessionProperty().addListener((value, old, now) -> offerTour(now));
    search =
        new SearchViewModel(
            jobs,
            notices,
            screens,
            List.of(new PathFinder(path -> drop().open(path)), new ProgramFinder(this)));
    sessions.sessionProperty().addListener((value, old, now) -> search.clear());
    drop = new DropViewModel(jobs, notices, this);
    programs = new ProgramQuestionViewModel(fx);
    report =
        new ReportViewModel(
            jobs,
            notices,
            services.report(),
            services.device(),
            preferences::get,
            sessions.sessionProperty()::get);
    services.workspaces().programs().askWith(programs);
  }

  /** The screens in the rail's order. */
  public List<Screen> screens() {
    return pages.screens();
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

  /** The report on trouble, which the sheet of keys opens. */
  public ReportViewModel report() {
    return report;
  }

  /** The guide, which the sheet of keys opens. */
  public GuideViewModel guide() {
    return guide;
  }

  /** What this user chose for the whole program. */
  public SettingsViewModel settings() {
    return settings;
  }

  /** What the tensor runtime runs on. */
  public EngineViewModel engine() {
    return engine;
  }

  /** The search of the top bar. */
  public SearchViewModel search() {
    return search;
  }

  /** The best findings of what is open, over the whole window. */
  public PresentationViewModel presentation() {
    return presentation;
  }

  /** The tour of those who are new. */
  public TourViewModel tour() {
    return tour;
  }

  /** Who is new begins with the demo. */
  private void offerTour(@Nullable ExplorerSession opened) {
    if (opened != null && DemoFormat.isDemo(opened.dataset())) {
      tour.offer();
    }
  }

  /** Begins the tour in Explore, on the demo if nothing is open. */
  public void beginTour() {
    help.set(false);
    if (sessionProperty().get() == null) {
      openDemo();
    }
    home();
    tour.begin();
  }

  /** Opens the guide where it speaks of what is in sight. */
  public void openGuide() {
    guideHeading().ifPresentOrElse(guide::openAt, guide::open);
  }

  /** What the guide has a heading for: the settings while they lie over the screen, else the screen. */
  Optional<String> guideHeading() {
    if (settings.openProperty().get()) {
      return Optional.of("settings");
    }
    return pageProperty().get() instanceof Screen screen
        ? Optional.of(screen.id())
        : Optional.empty();
  }

  /** What is dragged over the window and dropped on it. */
  public DropViewModel drop() {
    return drop;
  }

  /** Whether a program that came with a workspace may run. */
  public ProgramQuestionViewModel programs() {
    return programs;
  }

  /** What is open; null before the first, and while a workspace without a model is open. */
  public ReadOnlyObjectProperty<ExplorerSession> sessionProperty() {
    return sessions.sessionProperty();
  }

  /** The workspace without a model that is open; null if what is open has one. */
  ReadOnlyObjectProperty<UntrainedWorkspace> untrainedProperty() {
    return sessions.untrainedProperty();
  }

  /** The name of what is open; empty if nothing is. */
  String openName() {
    return sessions.name();
  }

  /** What is opened waits for it, if one is expected. */
  FirstFrame frame() {
    return sessions.frame();
  }

  /** What is being opened, in words; empty if nothing is. */
  public ReadOnlyStringProperty openingProperty() {
    return sessions.openingProperty();
  }

  /** What the opening waits for, in words; empty if it does not wait. */
  public ReadOnlyStringProperty openingWaitsProperty() {
    return sessions.waitingProperty();
  }

  /** Gives up on what is being opened; what is open stays. */
  public void cancelOpening() {
    sessions.cancelOpening();
  }

  /** Brings up to date what goes on by itself; for a timer, many times a second. */
  public void sample() {
    jobList.sample();
    notices.sample();
    sessions.sample(jobList::waitingText);
  }

  /** The colouring. */
  public ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.themeProperty();
  }

  /** The page in the middle. */
  public ReadOnlyObjectProperty<Page> pageProperty() {
    return pages.pageProperty();
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

  /** Where files were chosen from last. */
  public FileDialogs.Memory folderMemory() {
    return new FileDialogs.Memory(
        () -> preferences.get().folders(),
        () -> preferences.get().recentPaths(),
        (purpose, folder, taken) ->
            preferences.change(
                settings ->
                    taken
                        .map(path -> settings.withRecentPath(purpose, path))
                        .orElse(settings)
                        .withFolder(purpose, folder)));
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
    sessions.rememberView();
  }

  /** Writes how the window is left, at once, and has every screen let go. */
  public void leave() {
    sessions.rememberView();
    memory.save();
    programs.leave();
    sessions.close();
  }

  /** Somebody uses mouse or keyboard. */
  public void userAtWork() {
    pages.screens().forEach(Screen::userAtWork);
  }

  /** Changes between dark and light, and remembers it. */
  public void toggleTheme() {
    chooseTheme(themeProperty().get().other().id());
  }

  /** Chooses {@code dark}, {@code light} or {@code system}, and remembers it. */
  public void chooseTheme(String chosen) {
    theme.choose(chosen);
    preferences.change(now -> now.withTheme(chosen));
  }

  /** The window comes to the front: the system's colouring may be another by now. */
  void windowToFront() {
    theme.ask();
  }

  /** Opens what was open when the window was left; the demo if that is gone or there was nothing. */
  public void openLast() {
    sessions.openLast();
  }

  /** Opens the demo. */
  public void openDemo() {
    sessions.openDemo();
  }

  @Override
  public void openWorkspace(Path folder) {
    sessions.openWorkspace(folder);
  }

  /** Opens the workspace of a link with its model, and shows its pair as it says. */
  public void openView(PairLink link) {
    sessions.openView(link);
  }

  @Override
  public void openModel(String modelId) {
    sessions.openModel(modelId);
  }

  @Override
  public void openMade(
      String title, Path folder, Job<ExplorerSession> job, Runnable shown, Runnable notShown) {
    sessions.openMade(title, folder, job, shown, notShown);
  }

  @Override
  public void reopen() {
    sessions.reopen();
  }

  @Override
  public void refresh() {
    sessions.refresh();
  }

  @Override
  public void turnTo(Page page) {
    pages.turnTo(page);
  }

  @Override
  public void home() {
    pages.home();
  }

  @Override
  public void back() {
    pages.back();
  }

  @Override
  public boolean ask(Request request) {
    if (request instanceof Request.ModelsChanged) {
      sessions.modelsChanged();
    }
    return pages.screens().stream().anyMatch(screen -> screen.serve(request));
  }
}
