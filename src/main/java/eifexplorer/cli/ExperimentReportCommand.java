package eifexplorer.cli;

import eifexplorer.experiment.ExperimentResult;
import eifexplorer.export.ExperimentFiles;
import eifexplorer.export.ExperimentReport;
import eifexplorer.export.PageLanguage;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a result for others to read. */
@Command(
    name = "report",
    header = "Writes a result as an HTML report, or as a folder with tables and figures.",
    description =
        "FILE.html: one file that opens without a network. FILE.json: all numbers. Any other name:"
            + " a folder with report.html, result.json, tables (CSV) and figures (PNG and SVG).")
final class ExperimentReportCommand extends ExplorerCommand {
  @Mixin private ForceOption force = new ForceOption();

  @Parameters(paramLabel = "RESULT", description = "Its name in the list, or the beginning of it.")
  private String result;

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace.")
  private Path workspace;

  @Option(names = "--out", paramLabel = "PATH", required = true, description = "Where it goes.")
  private Path out;

  @Option(names = "--no-photographs", description = "Leave the data set's photographs out.")
  private boolean withoutPhotographs;

  ExperimentReportCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    force.check(out);
    force.outside(Workspace.open(workspace));
    ExperimentResult found = explorer.experiments().result(workspace, result);
    String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      ExperimentFiles.writeJson(out, found);
    } else {
      Function<String, Optional<byte[]>> thumbnails =
          withoutPhotographs
              ? path -> Optional.empty()
              : explorer.experiments().thumbnails(workspace);
      if (name.endsWith(".html")) {
        ExperimentReport.write(out, found, thumbnails, PageLanguage.ENGLISH);
      } else {
        ExperimentFiles.write(out, found, thumbnails);
      }
    }
    if (json()) {
      console().json(Map.of("result", found.run().fingerprint(), "out", out.toString()));
    } else {
      console().line("%s is in %s", found.title(), out);
    }
  }
}
