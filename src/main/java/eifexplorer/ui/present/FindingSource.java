package eifexplorer.ui.present;

import eifexplorer.export.Finding;
import eifexplorer.job.JobContext;
import eifexplorer.project.findings.FindingKind;
import eifexplorer.session.ExplorerSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where findings come from; every method is called from a job. */
public interface FindingSource {
  /**
   * A finding; empty if there is nothing of its kind.
   *
   * @param soFar gets it while more of it is found out
   */
  Optional<Finding> find(
      FindingKind kind, ExplorerSession session, Consumer<Finding> soFar, JobContext context);

  /** Writes findings of a session as one HTML file. */
  void write(Path file, ExplorerSession session, List<Finding> findings);
}
