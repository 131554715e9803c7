package eifexplorer.cli;

import eifexplorer.export.Finding;
import eifexplorer.export.OutputFormat;
import eifexplorer.export.PageLanguage;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.project.findings.Findings;
import eifexplorer.session.ExplorerSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what is worth showing of a workspace as one page. */
@Command(
    name = "present",
    header = "Lists what is most worth showing of a workspace, and writes it as one page.",
    description = {
      "The closest confusion with the images that harm and help it and what becomes of it without"
          + " the harm, photographs under two labels, the class that harms most, the likeliest"
          + " wrong labels, and what a model trained on corrected labels does differently. What is"
          + " not there is left out.",
      "The page holds its photographs, names no file and needs nothing else; the window shows the"
          + " same with F11."
    })
final class PresentCommand extends ExplorerCommand {
  @Mixin private ForceOption force = new ForceOption();
  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--loss-type",
      paramLabel = "NAME",
      description = "What the bundle's model was trained with (a workspace knows).")
  private @Nullable String lossType;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "The .html file to write (default: the findings are printed).")
  private @Nullable Path export;

  PresentCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    force.check(export, OutputFormat.HTML);
    ExplorerSession session = source.openWithLoss(explorer, lossType, progress);
    force.outside(session);
    Findings findings = new Findings(explorer);
    List<Finding> found = findings.all(session, progress);
    if (export != null) {
      findings.write(export, session, found, PageLanguage.ENGLISH);
    }
    if (json()) {
      console().json(Map.of("findings", found));
    } else {
      found.forEach(this::print);
      if (found.isEmpty()) {
        console().line("Nothing was found that is worth showing.");
      }
    }
  }

  private void print(Finding finding) {
    console().line("%s", finding.heading());
    console().line("  %s", finding.sentence());
    finding.details().forEach(detail -> console().line("  %s", detail));
  }
}
