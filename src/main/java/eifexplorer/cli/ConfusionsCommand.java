package eifexplorer.cli;

import eifexplorer.export.ConfusionFiles;
import eifexplorer.export.ConfusionFiles.Grouping;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the test images whose nearest neighbour has another class. */
@Command(
    name = "confusions",
    header = "Lists the test images whose nearest neighbour has another class.",
    description = "By pair, by pair of classes, or by class.")
final class ConfusionsCommand extends ExplorerCommand {
  private static final int SHOWN = 30;

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--by",
      paramLabel = "pair|class-pair|class",
      defaultValue = "pair",
      description = "What a row is (default: ${DEFAULT-VALUE}).")
  private String by;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write all rows to a .csv or .json file.")
  private @Nullable Path out;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "" + SHOWN,
      description = "Rows printed (default: ${DEFAULT-VALUE}; 0 for all).")
  private int top;

  ConfusionsCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    Grouping grouping = grouping();
    if (top < 0) {
      throw new UsageException("--top is " + top + "; allowed: 0 or more");
    }
    ExplorerSession session = source.open(explorer, null, progress);
    List<Map<String, Object>> rows =
        ConfusionFiles.rows(session.confusions(), grouping, new SessionNames(session));
    if (out != null) {
      ConfusionFiles.write(out, rows);
    }
    if (json()) {
      console().json(rows);
    } else {
      print(session, rows);
    }
  }

  private Grouping grouping() {
    try {
      return Grouping.parse(by);
    } catch (ProblemException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private void print(ExplorerSession session, List<Map<String, Object>> rows) {
    console()
        .line(
            "%d of %d %s are confused (R@1 %.3f)",
            session.pairs().size(),
            session.confusions().queryCount(),
            session.isInGallery() ? "queries" : "test images",
            session.recallAt1());
    int pairs = session.confusions().distinctPairs();
    if (pairs < session.pairs().size()) {
      console()
          .line(
              "%d of them are each other's nearest neighbour: %d pairs of images",
              2 * (session.pairs().size() - pairs), pairs);
    }
    int shown = top == 0 ? rows.size() : Math.min(top, rows.size());
    if (shown > 0) {
      console().line("%s", String.join("\t", rows.get(0).keySet()));
    }
    for (Map<String, Object> row : rows.subList(0, shown)) {
      console()
          .line(
              "%s",
              row.values().stream().map(ConfusionsCommand::text).collect(Collectors.joining("\t")));
    }
    if (shown < rows.size()) {
      console().line("… %d more; all with --top 0 or --out FILE", rows.size() - shown);
    }
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? String.format(java.util.Locale.ROOT, "%.4f", number)
        : "" + value;
  }
}
