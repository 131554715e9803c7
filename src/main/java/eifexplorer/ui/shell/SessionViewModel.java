package eifexplorer.ui.shell;

import eifexplorer.job.Job;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobStatus;
import eifexplorer.job.Lane;
import eifexplorer.project.PairLink;
import eifexplorer.project.Workspaces;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ModelCheck;
import eifexplorer.session.SessionOpener;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/** What is open, and opening something else: every screen is shown the new session, and goes on where it was left. */
final class SessionViewModel {
  private final SessionOpener opener;
  private final Workspaces workspaces;
  private final FxJobs jobs;
  private final ScreenContext context;
  private final Pages pages;
  private final WindowMemory memory;
  private final FirstFrame frame = new FirstFrame();
  private final Openings openings;
  private final Runnable whenOtherShows;
  private final ReadOnlyObjectWrapper<ExplorerSession> session = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<UntrainedWorkspace> untrained = new ReadOnlyObjectWrapper<>();

  /** Nothing is open; {@code whenOtherShows} is told when another workspace takes the place of one. */
  SessionViewModel(
      SessionOpener opener,
      Workspaces workspaces,
      ScreenContext context,
      Pages pages,
      WindowMemory memory,
      Runnable whenOtherShows) {
    this.opener = opener;
    this.workspaces = workspaces;
    this.jobs = context.jobs();
    this.context = context;
    this.pages = pages;
    this.memory = memory;
    this.whenOtherShows = whenOtherShows;
    openings = new Openings(jobs, frame);
  }

  /** What is open; null before the first, and while a workspace without a model is open. */
  ReadOnlyObjectProperty<ExplorerSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** The workspace without a model that is open; null if what is open has one. */
  ReadOnlyObjectProperty<UntrainedWorkspace> untrainedProperty() {
    return untrained.getReadOnlyProperty();
  }

  /** What is opened waits for it, if one is expected. */
  FirstFrame frame() {
    return frame;
  }

  /** What is being opened, in words; empty if nothing is. */
  ReadOnlyStringProperty openingProperty() {
    return openings.titleProperty();
  }

  /** What the opening waits for; empty if it does not wait. */
  ReadOnlyStringProperty waitingProperty() {
    return openings.waitingProperty();
  }

  /** Looks what the opening waits for. */
  void sample(Function<JobStatus, String> waitingText) {
    openings.sample(waitingText);
  }

  /** Gives up on what is being opened. */
  void cancelOpening() {
    openings.cancel();
  }

  void openLast() {
    String last = memory.get().workspace();
    if (last.isEmpty()) {
      openDemo();
      return;
    }
    Path folder = Path.of(last);
    openWorkspace(
        folder,
        job -> Workspace.exists(folder) ? made(folder, job) : new Opened.WorkspaceGone(folder));
  }

  void openDemo() {
    open(Texts.of("Opening the demo"), opener::openDemo, () -> rememberOpen(""));
  }

  void openWorkspace(Path folder) {
    openWorkspace(folder, job -> made(folder, job));
  }

  private void openWorkspace(Path folder, Job<Opened> job) {
    openings.open(
        Texts.of("Opening {0}", folder.getFileName()),
        job,
        opened -> show(opened, () -> remember(folder)),
        failure -> notOpened(folder, failure),
        () -> {});
  }

  /** A folder that is no workspace may be a data set to make one of. */
  private void notOpened(Path folder, Failure failure) {
    jobs.startQuietly(
        Texts.of("Look at {0}", folder.getFileName()),
        Lane.IO,
        job -> DropTarget.of(folder) == DropTarget.DATA_SET,
        Outcome.of(
            dataSet -> {
              if (dataSet) {
                context
                    .notices()
                    .show(
                        failure,
                        Texts.of("Open as a data set"),
                        () ->
                            context.navigation().ask(new Request.NewDataSet(Optional.of(folder))));
              } else {
                context.notices().show(failure);
              }
            },
            context.notices()::show));
  }

  void openMade(
      String title, Path folder, Job<ExplorerSession> job, Runnable shown, Runnable notShown) {
    openings.open(
        title,
        context -> made(job, context),
        opened ->
            show(
                opened,
                () -> {
                  remember(folder);
                  shown.run();
                }),
        failure -> {
          context.notices().show(failure);
          notShown.run();
        },
        notShown);
  }

  /** Shows the view of a link, and opens its workspace for it unless it is open with that model; which is current stays. */
  void openView(PairLink link) {
    ExplorerSession of = session.get();
    if (of == null || !Place.of(of).folder().equals(Optional.of(link.workspace()))) {
      openForView(link);
      return;
    }
    jobs.startQuietly(
        Texts.of("Look at {0}", link.workspace().getFileName()),
        Lane.IO,
        job -> ModelCheck.shows(of, Workspace.open(link.workspace()), link.model()),
        Outcome.of(
            isOpen -> {
              if (isOpen && of == session.get() && openingProperty().get().isEmpty()) {
                showView(link);
              } else {
                openForView(link);
              }
            },
            failure -> openForView(link)));
  }

  private void openForView(PairLink link) {
    openMade(
        Texts.of("Opening {0}", link.workspace().getFileName()),
        link.workspace(),
        job -> opener.openWorkspace(link.workspace(), link.model(), job),
        () -> showView(link),
        () -> {});
  }

  private void showView(PairLink link) {
    context.navigation().ask(new Request.ShowView(link));
  }

  void reopen() {
    openFolder().ifPresent(this::openWorkspace);
  }

  void refresh() {
    ExplorerSession of = session.get();
    openFolder()
        .ifPresent(
            folder ->
                openMade(
                    Texts.of("Opening {0}", folder.getFileName()),
                    folder,
                    job ->
                        opener.openWorkspace(
                            folder, ModelCheck.ownModel(of, Workspace.open(folder)), job),
                    () -> {},
                    () -> {}));
  }

  void openModel(String modelId) {
    openFolder()
        .ifPresent(
            folder ->
                open(
                    Texts.of("Opening the model"),
                    job -> {
                      ExplorerSession opened = opener.openWorkspace(folder, modelId, job);
                      workspaces.makeCurrent(folder, modelId);
                      return opened;
                    },
                    pages::home));
  }

  private Optional<Path> openFolder() {
    return place().folder();
  }

  /** The open workspace has a model now. */
  void modelsChanged() {
    if (untrained.get() != null) {
      reopen();
    }
  }

  private void remember(Path folder) {
    String path = folder.toAbsolutePath().normalize().toString();
    context.preferences().change(settings -> settings.withRecent(path));
    rememberOpen(path);
  }

  private void rememberOpen(String folder) {
    memory.change(state -> state.withWorkspace(folder));
  }

  /** Remembers what is chosen in the open workspace; writes in the background if it changed. */
  void rememberView() {
    if (session.get() != null) {
      openFolder()
          .ifPresent(folder -> memory.change(state -> state.withView(folder.toString(), state())));
    }
  }

  private Map<String, String> state() {
    Map<String, String> all = new TreeMap<>();
    pages.screens().forEach(screen -> all.putAll(screen.state()));
    return all;
  }

  private void open(String title, Job<ExplorerSession> job, Runnable whenOpened) {
    openings.open(
        title,
        context -> made(job, context),
        opened -> show(opened, whenOpened),
        context.notices()::show,
        () -> {});
  }

  private Opened made(Path folder, JobContext running) throws Exception {
    return made(job -> opener.openWorkspace(folder, job), running);
  }

  private Opened made(Job<ExplorerSession> job, JobContext running) throws Exception {
    return Opened.by(job, opener, pages.screens(), running);
  }

  private void show(Opened opened, Runnable whenOpened) {
    if (opened instanceof Opened.Session found) {
      show(found);
      whenOpened.run();
    } else if (opened instanceof Opened.WithoutModel found) {
      show(found.workspace());
      whenOpened.run();
    } else if (opened instanceof Opened.WithoutRoot gone
        && !context.navigation().ask(new Request.FindDataSet(gone.trouble().workspace()))) {
      context.notices().show(Failure.of(gone.trouble()));
    } else if (opened instanceof Opened.WorkspaceGone gone) {
      context
          .notices()
          .info(Texts.of("The workspace {0} is gone. This is the demo.", gone.folder()));
      openDemo();
    }
  }

  private void show(Opened.Session opened) {
    ExplorerSession now = opened.session();
    turnTo(Place.of(now));
    untrained.set(null);
    ExplorerSession before = session.get();
    session.set(now);
    context.marks().show(opened.marks());
    opened.screens().forEach(Runnable::run);
    leave(before);
    openFolder()
        .flatMap(folder -> memory.get().view(folder.toString()))
        .ifPresent(state -> pages.screens().forEach(screen -> screen.restore(state)));
    pages.sessionShown();
  }

  private void show(UntrainedWorkspace now) {
    turnTo(Place.of(now));
    untrained.set(now);
    ExplorerSession before = session.get();
    session.set(null);
    pages.screens().forEach(screen -> screen.showUntrained(now));
    leave(before);
    pages.sessionShown();
  }

  /** No screen shows it any more. */
  private void leave(@Nullable ExplorerSession before) {
    if (before != null && before != session.get()) {
      before.close();
    }
  }

  /** What is said of one workspace must not be read as said of another. */
  private void turnTo(Place next) {
    rememberView();
    if (!place().equals(Place.NONE) && !place().equals(next)) {
      context.notices().clear();
      whenOtherShows.run();
    }
  }

  /** The name of what is open; empty if nothing is. */
  String name() {
    return place().name();
  }

  private Place place() {
    if (untrained.get() != null) {
      return Place.of(untrained.get());
    }
    return session.get() == null ? Place.NONE : Place.of(session.get());
  }

  /** What is open, by its name and folder. */
  private record Place(String name, Optional<Path> folder) {
    static final Place NONE = new Place("", Optional.empty());

    static Place of(ExplorerSession session) {
      return new Place(session.name(), session.workspace().map(Workspace::folder));
    }

    static Place of(UntrainedWorkspace untrained) {
      return new Place(untrained.name(), Optional.of(untrained.workspace().folder()));
    }
  }

  /** Every screen lets go. */
  void close() {
    pages.screens().forEach(Screen::close);
  }
}
