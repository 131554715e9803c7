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
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Files dragged over the window: what would become of them, and what does when they are dropped. */
public final class DropViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final ExplorerWindowViewModel window;
  private final ReadOnlyStringWrapper invitation = new ReadOnlyStringWrapper("");
  private @Nullable Path dragged;

  DropViewModel(FxJobs jobs, NoticesViewModel notices, ExplorerWindowViewModel window) {
    this.jobs = jobs;
    this.notices = notices;
    this.window = window;
  }

  /** What dropping would do, in words; empty while nothing is dragged over the window. */
  public ReadOnlyStringProperty invitationProperty() {
    return invitation.getReadOnlyProperty();
  }

  /** Something is dragged over the window. */
  public void over(Path path) {
    if (path.equals(dragged)) {
      return;
    }
    dragged = path;
    Optional<String> page = window.pageProperty().get().dropInvitation(path);
    if (page.isPresent()) {
      invitation.set(page.get());
      return;
    }
    invitation.set(Texts.of("Drop to open"));
    jobs.startQuietly(
        Texts.of("Look at {0}", path.getFileName()),
        Lane.IO,
        context -> DropTarget.of(path),
        Outcome.of(
            target -> {
              if (path.equals(dragged)) {
                invitation.set(target.invitation());
              }
            },
            failure -> {}));
  }

  /** It left the window, or was let go. */
  public void gone() {
    dragged = null;
    invitation.set("");
  }

  /** Opens the first of what was dropped, and says of more that only this one is. */
  public void drop(List<Path> paths) {
    Path first = paths.get(0);
    drop(first);
    if (paths.size() > 1) {
      notices.info(
          Texts.of(
              "{0} were dropped, and one is opened at a time: {1}",
              Texts.count(paths.size()), first));
    }
  }

  /** Opens what was dropped: a workspace, or anything else in its form, which a presentation would cover. */
  public void drop(Path path) {
    gone();
    window.presentation().leave();
    Page page = window.pageProperty().get();
    if (page.dropInvitation(path).isPresent()) {
      page.drop(path);
    } else {
      open(path);
    }
  }

  /** Opens a workspace, or shows the form for anything else. */
  public void open(Path path) {
    jobs.startQuietly(
        Texts.of("Look at {0}", path.getFileName()),
        Lane.IO,
        context -> DropTarget.of(path),
        Outcome.of(target -> dropped(path, target), notices::show));
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
}
