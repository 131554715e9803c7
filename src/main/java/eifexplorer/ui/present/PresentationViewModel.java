package eifexplorer.ui.present;

import static java.util.Objects.requireNonNull;

import eifexplorer.export.Finding;
import eifexplorer.export.Finding.Photograph;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.project.findings.FindingKind;
import eifexplorer.project.findings.Findings;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The presentation of what is open. Findings are sought when it begins, all at once; it begins with the first of them in the
 * order of {@link FindingKind}, the others join as they come, and those that are not there are left out. What was found
 * stays until something else is open.
 */
public final class PresentationViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final FindingSource source;
  private final Map<FindingKind, Finding> found = new EnumMap<>(FindingKind.class);
  private final Map<FindingKind, JobHandle<?>> running = new EnumMap<>(FindingKind.class);
  private final Set<FindingKind> sought = EnumSet.noneOf(FindingKind.class);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Finding> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
  private @Nullable FindingKind current;
  private @Nullable ExplorerSession session;
  private boolean wanted;

  /** Nothing to present yet. */
  public PresentationViewModel(FxJobs jobs, NoticesViewModel notices, FindingSource source) {
    this.jobs = jobs;
    this.notices = notices;
    this.source = source;
  }

  /** Whether it shows. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** The finding on the screen; null while there is none. */
  public ReadOnlyObjectProperty<Finding> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Which of how many: {@code 2 of 5}; says so while more are sought, and if there is none. */
  public ReadOnlyStringProperty placeProperty() {
    return place.getReadOnlyProperty();
  }

  /** Turns to another session; null if there is none. Begins if {@link #openSoon} asked for it. */
  public void show(@Nullable ExplorerSession newSession) {
    leave();
    found.clear();
    sought.clear();
    current = null;
    session = newSession;
    update();
    if (wanted && newSession != null) {
      open();
    }
  }

  /** Begins with the session that is there, or else with the next. */
  public void openSoon() {
    wanted = true;
    open();
  }

  /** Ends with the session that is there, and begins with the next. */
  public void openNext() {
    leave();
    wanted = true;
  }

  /** Begins, or goes on where it was left; without a session nothing happens. */
  public void open() {
    ExplorerSession of = session;
    if (of == null || open.get()) {
      return;
    }
    wanted = false;
    open.set(true);
    for (FindingKind kind : FindingKind.values()) {
      if (!sought.contains(kind)) {
        seek(kind, of);
      }
    }
    update();
  }

  /** Ends it; what is still sought is given up. */
  public void leave() {
    open.set(false);
    running.forEach(
        (kind, handle) -> {
          sought.remove(kind);
          handle.cancel();
        });
    running.clear();
  }

  /** Begins or ends it. */
  public void toggle() {
    if (open.get()) {
      leave();
    } else {
      open();
    }
  }

  private void seek(FindingKind kind, ExplorerSession of) {
    sought.add(kind);
    Consumer<Finding> soFar =
        jobs.onScreen(
            finding -> {
              if (running.containsKey(kind)) {
                found.put(kind, finding);
                update();
              }
            });
    List<JobHandle<?>> mine = new ArrayList<>();
    JobHandle<?> handle =
        jobs.startQuietly(
            Texts.said(kind.heading()),
            lane(kind),
            context -> source.find(kind, of, soFar, of.givingWay(context.withoutProgress())),
            new Outcome<>(
                finding -> {
                  if (ended(kind, mine)) {
                    finding.ifPresentOrElse(
                        what -> found.put(kind, what), () -> found.remove(kind));
                    update();
                  }
                },
                failure -> {
                  if (ended(kind, mine)) {
                    notices.show(failure);
                    update();
                  }
                },
                () -> {}));
    mine.add(handle);
    if (!handle.result().isDone()) {
      running.put(kind, handle);
    }
  }

  /** Takes a job off the list; false if it was given up. With an inline runner it ends before its handle is known. */
  private boolean ended(FindingKind kind, List<JobHandle<?>> mine) {
    return mine.isEmpty() ? sought.contains(kind) : running.remove(kind, mine.get(0));
  }

  /** All pairs and copies are sought by Explore too: behind it, what it found is there. */
  private static Lane lane(FindingKind kind) {
    return switch (kind) {
      case CLOSEST_CONFUSION, WRONG_LABELS, CORRECTION -> Lane.QUESTION;
      case CULPRIT, TWO_LABELS -> Lane.BACKGROUND;
    };
  }

  /** Goes {@code by} findings on; stays at the ends. Before it began, it begins with what is there. */
  public void step(int by) {
    List<FindingKind> kinds = new ArrayList<>(found.keySet());
    if (!kinds.isEmpty()) {
      int to = kinds.indexOf(current) + by;
      current = kinds.get(Math.max(0, Math.min(kinds.size() - 1, to)));
      update();
    }
  }

  private void update() {
    if (current == null || !found.containsKey(current)) {
      current = beginning();
    }
    shown.set(current == null ? null : found.get(current));
    place.set(placeText());
  }

  /** The first finding, once none can come before it: what is shown is not put behind another. */
  private @Nullable FindingKind beginning() {
    if (found.isEmpty()) {
      return null;
    }
    FindingKind first = found.keySet().iterator().next();
    boolean settled = running.keySet().stream().allMatch(kind -> kind.compareTo(first) >= 0);
    return settled ? first : null;
  }

  private String placeText() {
    boolean more = !running.isEmpty();
    if (current == null) {
      return more
          ? Texts.of("Looking for what is worth showing …")
          : Texts.of("Nothing was found that is worth showing");
    }
    int at = List.copyOf(found.keySet()).indexOf(current) + 1;
    return more
        ? Texts.of("{0} of {1}, looking for more …", at, found.size())
        : Texts.of("{0} of {1}", at, found.size());
  }

  /** What is open, for people. */
  public String title() {
    return session == null ? "" : session.name();
  }

  /** What is open, and with which model, in a line. */
  public String facts() {
    return session == null ? "" : session.name() + " · " + Texts.said(Findings.facts(session));
  }

  /** The picture of a photograph of the finding that shows. */
  public Picture picture(Photograph of) {
    ExplorerSession from = requireNonNull(session);
    return new Picture(
        from.image(of.training() ? from.trainSample(of.index()) : from.testSample(of.index())),
        (of.training() ? Texts.of("train ") : Texts.of("test ")) + of.index(),
        of.caption());
  }

  /** Writes what was found so far as one HTML file, and says so. */
  public void export(Path file) {
    ExplorerSession of = session;
    if (of != null && !found.isEmpty()) {
      List<Finding> findings = List.copyOf(found.values());
      jobs.start(
          Texts.of("Write the presentation"),
          Lane.IO,
          context -> {
            source.write(file, of, findings);
            return file;
          },
          Outcome.of(
              done -> notices.info(Texts.of("Written: {0}", done.getFileName())), notices::show));
    }
  }
}
