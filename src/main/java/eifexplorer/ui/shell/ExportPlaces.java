package eifexplorer.ui.shell;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.export.ExportTarget;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the window writes files that were asked for: anywhere but into the folder of the open data set. */
final class ExportPlaces implements Predicate<Path> {
  private final Supplier<@Nullable ExplorerSession> session;
  private final Supplier<@Nullable UntrainedWorkspace> untrained;
  private final NoticesViewModel notices;

  /** For what is open when a file is chosen. */
  ExportPlaces(
      Supplier<@Nullable ExplorerSession> session,
      Supplier<@Nullable UntrainedWorkspace> untrained,
      NoticesViewModel notices) {
    this.session = session;
    this.untrained = untrained;
    this.notices = notices;
  }

  /** Whether a file or folder may be written there; says in a notice why not. */
  @Override
  public boolean test(Path target) {
    try {
      ExportTarget.outside(target, dataset().flatMap(ImageDataset::root));
      return true;
    } catch (ProblemException e) {
      notices.show(Failure.of(e));
      return false;
    }
  }

  private Optional<ImageDataset> dataset() {
    return Optional.ofNullable(session.get())
        .map(ExplorerSession::dataset)
        .or(() -> Optional.ofNullable(untrained.get()).map(UntrainedWorkspace::dataset));
  }
}
