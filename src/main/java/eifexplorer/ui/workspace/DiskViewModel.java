package eifexplorer.ui.workspace;

import eifexplorer.job.Lane;
import eifexplorer.project.DiskUse;
import eifexplorer.project.Workspaces;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How much room the open workspace takes, and making some. */
public final class DiskViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Workspaces workspaces;
  private final ReadOnlyObjectWrapper<DiskUse> use = new ReadOnlyObjectWrapper<>();
  private Optional<Path> folder = Optional.empty();

  /** Nothing counted yet. */
  public DiskViewModel(FxJobs jobs, NoticesViewModel notices, Workspaces workspaces) {
    this.jobs = jobs;
    this.notices = notices;
    this.workspaces = workspaces;
  }

  /** The room by kind; null while it is counted, and for a bundle. */
  public ReadOnlyObjectProperty<DiskUse> useProperty() {
    return use.getReadOnlyProperty();
  }

  /** Counts for another workspace; nothing for a bundle. */
  public void show(Optional<Workspace> workspace) {
    folder = workspace.map(Workspace::folder);
    use.set(null);
    refresh();
  }

  /** Counts again; the old numbers stay until then. */
  public void refresh() {
    folder.ifPresent(
        of ->
            jobs.startQuietly(
                Texts.of("Count the room taken"),
                Lane.IO,
                context -> workspaces.diskUse(of, context),
                Outcome.of(
                    counted -> {
                      if (Optional.of(of).equals(folder)) {
                        use.set(counted);
                      }
                    },
                    notices::show)));
  }

  /** Deletes the thumbnails, which are made again when they are looked at. */
  public void clearThumbnails() {
    clear("thumbnails", workspaces::clearThumbnails);
  }

  /** Deletes the results that no model of the workspace can find again. */
  public void clearUnneededResults() {
    clear(Texts.of("results no model needs"), workspaces::clearUnneededResults);
  }

  /** Deletes the deleted models for good. */
  public void emptyTrash() {
    clear(Texts.of("deleted models"), workspaces::emptyTrash);
  }

  /** Something that is deleted from the workspace's folder. */
  private interface Clearing {
    void in(Path workspace);
  }

  private void clear(String what, Clearing clearing) {
    folder.ifPresent(
        of ->
            jobs.start(
                Texts.of("Clear {0}", what),
                Lane.IO,
                context -> {
                  long before = workspaces.diskUse(of, context).total();
                  clearing.in(of);
                  return before - workspaces.diskUse(of, context).total();
                },
                Outcome.of(
                    freed -> {
                      notices.info(Texts.of("Cleared {0}: {1} freed.", what, Texts.bytes(freed)));
                      refresh();
                    },
                    notices::show)));
  }
}
