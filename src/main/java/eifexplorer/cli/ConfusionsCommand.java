package eifexplorer.cli;

import eifexplorer.export.ConfusionFiles;
import eifexplorer.export.ConfusionFiles.Grouping;
import eifexplorer.export.NamedRows;
import eifexplorer.export.OutputFormat;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  @Mixin private ForceOption force = new ForceOption();

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
      description = "Rows printed (default: " + SHOWN + ", with --json all; 0 for all).")
  private @Nullable Integer top;

  ConfusionsCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    force.check(out, OutputFormat.CSV, OutputFormat.JSON);
    Grouping grouping = grouping();
    if (top != null && top < 0) {
      throw new UsageException("--top is " + top + "; allowed: 0 or more");
    }
    ExplorerSession session = source.open(explorer, null, progress);
    force.outside(session);
    NamedRows rows = ConfusionFiles.rows(session.confusions(), grouping, new SessionNames(session));
    if (out != null) {
      rows.write(out);
    }
    if (json()) {
      console().json(first(rows.all(), top == null ? 0 : top));
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

  private void print(ExplorerSession session, NamedRows rows) {
    console()
        .note(
            String.format(
                Locale.ROOT,
                "%d of %d %s are confused (R@1 %.3f)",
                session.pairs().size(),
                session.confusions().queryCount(),
                session.isInGallery() ? "queries" : "test images",
                session.recallAt1()));
    LeftOutOfTest.note(console(), session);
    int pairs = session.confusions().distinctPairs();
    if (pairs < session.pairs().size()) {
      console()
          .note(
              String.format(
                  Locale.ROOT,
                  "%d of them are each other's nearest neighbour: %d pairs of images",
                  2 * (session.pairs().size() - pairs),
                  pairs));
    }
    List<Map<String, Object>> shown = first(rows.all(), top == null ? SHOWN : top);
    if (!shown.isEmpty()) {
      Table table = new Table(rows.names().toArray(String[]::new));
      shown.forEach(row -> table.row(row.values().stream().map(ConfusionsCommand::text).toArray()));
      table.print(console());
    }
    if (shown.size() < rows.all().size()) {
      console()
          .note(
              Counted.of(rows.all().size() - shown.size(), "row")
                  + " more; --top 0 or --out FILE has all");
    }
  }

  private static <T> List<T> first(List<T> rows, int most) {
    return most == 0 ? rows : rows.subList(0, Math.min(most, rows.size()));
  }

  private static String text(Object value) {
    return value instanceof Double number ? String.format(Locale.ROOT, "%.4f", number) : "" + value;
  }
}
