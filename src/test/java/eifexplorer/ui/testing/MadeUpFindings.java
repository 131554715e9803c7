package eifexplorer.ui.testing;

import eifexplorer.export.Finding;
import eifexplorer.job.JobContext;
import eifexplorer.project.findings.FindingKind;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.present.FindingSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Findings that are there at once, and what was asked to be written. */
public final class MadeUpFindings implements FindingSource {
  private final Map<FindingKind, Finding> findings;

  /** What was written. */
  public final List<Finding> written = new ArrayList<>();

  /** These alone. */
  public MadeUpFindings(Map<FindingKind, Finding> findings) {
    this.findings = Map.copyOf(findings);
  }

  /** A finding of one word, without photographs. */
  public static Finding of(String word) {
    return new Finding(word, word + " it is", List.of(), List.of());
  }

  @Override
  public Optional<Finding> find(
      FindingKind kind, ExplorerSession session, Consumer<Finding> soFar, JobContext context) {
    return Optional.ofNullable(findings.get(kind));
  }

  @Override
  public void write(Path file, ExplorerSession session, List<Finding> found) {
    written.addAll(found);
  }
}
