package eifexplorer.ui.shell;

import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemReport;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.workspace.Settings;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** A report that somebody copies who meets trouble: versions, sizes, the last lines of the log. Nothing is sent. */
public final class ReportViewModel {
  private static final int LINES = 200;

  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final ReportSource source;
  private final String device;
  private final Supplier<Settings> settings;
  private final Supplier<@Nullable ExplorerSession> session;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final BooleanProperty withPaths = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private Texts texts = new Texts("", "");

  /** The report as it is, and without names of files. */
  private record Texts(String whole, String hidden) {}

  ReportViewModel(
      FxJobs jobs,
      NoticesViewModel notices,
      ReportSource source,
      String device,
      Supplier<Settings> settings,
      Supplier<@Nullable ExplorerSession> session) {
    this.jobs = jobs;
    this.notices = notices;
    this.source = source;
    this.device = device;
    this.settings = settings;
    this.session = session;
    open.addListener((value, old, now) -> whenOpen(now));
    withPaths.addListener((value, old, now) -> show());
  }

  /** Whether it is in sight; it is made anew each time. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Whether names of files and folders stay in it; not unless somebody wants them to. */
  public BooleanProperty withPathsProperty() {
    return withPaths;
  }

  /** The report. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  private void whenOpen(boolean now) {
    if (!now) {
      return;
    }
    withPaths.set(false);
    List<String> facts = facts();
    List<String> known = known();
    List<String> names =
        List.of(System.getProperty("user.name"), settings.get().personal().annotator());
    jobs.startQuietly(
        "Read the log",
        Lane.IO,
        context -> {
          String whole = ProblemReport.of(facts, source.log().lastLines(LINES));
          return new Texts(whole, ProblemReport.withoutPaths(whole, known, names));
        },
        Outcome.of(this::made, notices::show));
  }

  private void made(Texts now) {
    texts = now;
    show();
  }

  private void show() {
    text.set(withPaths.get() ? texts.whole() : texts.hidden());
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>(source.facts());
    facts.add(device);
    ExplorerSession shown = session.get();
    facts.add(
        shown == null
            ? "Nothing is open"
            : String.format(
                Locale.ROOT,
                "%d training and %d test images of %d classes, %s, F %d, E %d, %d confused"
                    + " pairs",
                shown.dataset().train().size(),
                shown.dataset().test().size(),
                shown.dataset().classes().size(),
                shown.loss().title(),
                shown.bundle().trainFeatures().columns(),
                shown.bundle().head().embeddingSize(),
                shown.pairs().size()));
    return facts;
  }

  /** Files and folders that are hidden whole, spaces and all: those that are open and those that were. */
  private List<String> known() {
    ExplorerSession shown = session.get();
    Stream<Path> open =
        shown == null
            ? Stream.of()
            : Stream.concat(
                shown.workspace().map(Workspace::folder).stream(), shown.dataset().root().stream());
    Settings chosen = settings.get();
    return Stream.of(
            Stream.concat(open, Stream.of(Path.of(System.getProperty("user.home"))))
                .map(Path::toString),
            chosen.recentWorkspaces().stream(),
            chosen.recentPaths().values().stream().flatMap(List::stream),
            chosen.folders().values().stream(),
            Stream.of(chosen.personal().workspaces()))
        .flatMap(paths -> paths)
        .toList();
  }
}
