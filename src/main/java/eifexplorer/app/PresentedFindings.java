package eifexplorer.app;

import eifexplorer.export.Finding;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.findings.FindingKind;
import eifexplorer.project.findings.Findings;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.present.FindingSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The program's findings, for the window's presentation and in its language. */
final class PresentedFindings implements FindingSource {
  private final Findings findings;

  PresentedFindings(Explorer explorer) {
    findings = new Findings(explorer);
  }

  @Override
  public Optional<Finding> find(
      FindingKind kind, ExplorerSession session, Consumer<Finding> soFar, JobContext context) {
    return findings
        .find(kind, session, found -> soFar.accept(found.in(Texts::said)), context)
        .map(found -> found.in(Texts::said));
  }

  @Override
  public void write(Path file, ExplorerSession session, List<Finding> found) {
    findings.write(file, session, found, Texts.pages());
  }
}
