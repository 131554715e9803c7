package eifexplorer.ui.shell;

import eifexplorer.job.Lane;
import eifexplorer.project.FileInspector;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Page;
import eifexplorer.ui.screen.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Files dragged over the window: what would become of them, and what does when they are dropped. */
public final class DropViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final ExplorerWindowViewModel window;
  private final ReadOnlyStringWrapper invitation = new ReadOnlyStringWrapper("");
  private List<Path> dragged = List.of();

  DropViewModel(FxJobs jobs, NoticesViewModel notices, ExplorerWindowViewModel window) {
    this.jobs = jobs;
    this.notices = notices;
    this.window = window;
  }

  /** What dropping would do, in words; empty while nothing is dragged over the window. */
  public ReadOnlyStringProperty invitationProperty() {
    return invitation.getReadOnlyProperty();
  }

  /** Files are dragged over the window. */
  public void over(List<Path> paths) {
    if (paths.equals(dragged)) {
      return;
    }
    dragged = paths;
    Optional<String> page =
        paths.stream().map(page()::dropInvitation).flatMap(Optional::stream).findFirst();
    if (page.isPresent()) {
      invitation.set(page.get());
      return;
    }
    invitation.set(Texts.of("Drop to open"));
    look(
        paths,
        found -> {
          if (paths.equals(dragged)) {
            invitation.set(found.target().invitation());
          }
        },
        failure -> {});
  }

  /** It left the window, or was let go. */
  public void gone() {
    dragged = List.of();
    invitation.set("");
  }

  /** Opens what was dropped: a workspace, or anything else in its form, which a presentation would cover. */
  public void drop(Path path) {
    drop(List.of(path));
  }

  /** Opens the first of what was dropped that can be opened, and says of more that only this one is. */
  public void drop(List<Path> paths) {
    gone();
    window.presentation().leave();
    Page page = page();
    paths.stream()
        .filter(path -> page.dropInvitation(path).isPresent())
        .findFirst()
        .ifPresentOrElse(
            path -> {
              page.drop(path);
              sayOthers(paths, path);
            },
            () -> open(paths));
  }

  /** Opens a workspace, or shows the form for anything else. */
  public void open(Path path) {
    open(List.of(path));
  }

  private void open(List<Path> paths) {
    look(
        paths,
        found -> {
          dropped(found.path(), found.target());
          if (found.target() != DropTarget.NONE) {
            sayOthers(paths, found.path());
          }
        },
        notices::show);
  }

  private void sayOthers(List<Path> paths, Path opened) {
    if (paths.size() > 1) {
      notices.info(
          Texts.of(
              "{0} were dropped, and one is opened at a time: {1}",
              Texts.count(paths.size()), opened));
    }
  }

  private void look(List<Path> paths, Consumer<Found> then, Consumer<Failure> failed) {
    jobs.startQuietly(
        Texts.of("Look at {0}", paths.get(0).getFileName()),
        Lane.IO,
        context -> Found.among(paths),
        Outcome.of(then, failed));
  }

  private Page page() {
    return window.pageProperty().get();
  }

  private void dropped(Path path, DropTarget target) {
    switch (target) {
      case WORKSPACE -> window.openWorkspace(path);
      case BUNDLE -> window.ask(new Request.Open(Optional.of(path)));
      case MODEL -> window.ask(new Request.AddModel(Optional.of(path)));
      case DATA_SET -> window.ask(new Request.NewDataSet(Optional.of(path)));
      case NONE -> notices.show(Failure.of(FileInspector.nothing(path)));
    }
  }

  /** The one of several that is opened, and as what. */
  private record Found(Path path, DropTarget target) {
    /** The first that can be opened, else the first. */
    static Found among(List<Path> paths) {
      return paths.stream()
          .map(path -> new Found(path, DropTarget.of(path)))
          .filter(found -> found.target != DropTarget.NONE)
          .findFirst()
          .orElseGet(() -> new Found(paths.get(0), DropTarget.NONE));
    }
  }
}
