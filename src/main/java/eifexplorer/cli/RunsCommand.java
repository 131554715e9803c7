package eifexplorer.cli;

import eifexplorer.export.OutputFormat;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.run.RunCsv;
import eifexplorer.run.RunListing;
import eifexplorer.run.RunSummary;
import eifexplorer.training.EpochReport;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the training runs of a workspace. */
@Command(
    name = "runs",
    header = "Lists the training runs of a workspace.",
    description =
        "With their state (running, finished, interrupted, failed; unreadable, with the reason),"
            + " epochs and best recall@1. Interrupted and failed ones go on with: train --workspace"
            + " DIR --resume RUN.")
final class RunsCommand extends ExplorerCommand {
  @Mixin private ForceOption force = new ForceOption();

  private static final String UNREADABLE = "unreadable";

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      required = true,
      description = "The workspace.")
  private Path workspace;

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      description =
          "Write the runs to a .csv file: plan, labels, last loss, metrics measured last.")
  private @Nullable Path out;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Print the epochs of this run instead; with --out write them.")
  private @Nullable String only;

  RunsCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    force.check(out, OutputFormat.CSV);
    force.outside(Workspace.open(workspace));
    RunListing listing = explorer.trainings().runs(workspace);
    if (out != null) {
      write(listing.runs(), out);
    }
    if (out != null && !json()) {
      console().line("Written to %s", out);
      return;
    }
    if (only != null) {
      printEpochs(chosen(listing.runs(), only));
      return;
    }
    if (json()) {
      List<Map<String, Object>> rows = new ArrayList<>();
      listing.runs().forEach(run -> rows.add(row(run)));
      listing.unreadable().forEach(run -> rows.add(row(run)));
      console().json(rows);
      return;
    }
    console().line("%-28s %-12s %8s %8s  %s", "run", "state", "epochs", "best R@1", "plan");
    for (RunSummary run : listing.runs()) {
      OptionalDouble best = run.best("recall_at_1");
      console()
          .line(
              "%-28s %-12s %8s %8s  %s",
              run.id(),
              state(run),
              run.epochs().size() + "/" + run.plan().totalEpochs(),
              best.isPresent() ? String.format(Locale.ROOT, "%.4f", best.getAsDouble()) : "-",
              run.plan().title());
      if (!run.message().isEmpty()) {
        console().line("  %s", run.message());
      }
    }
    for (Unreadable run : listing.unreadable()) {
      console().line("%-28s %-12s", run.id(), UNREADABLE);
      console().line("  %s", run.why());
    }
  }

  private void write(List<RunSummary> runs, Path out) {
    if (only == null) {
      RunCsv.writeRuns(out, runs);
      return;
    }
    RunCsv.writeEpochs(out, chosen(runs, only));
  }

  private static RunSummary chosen(List<RunSummary> runs, String id) {
    return runs.stream()
        .filter(run -> run.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badValue(
                    "run", id, String.join(", ", runs.stream().map(RunSummary::id).toList())));
  }

  private void printEpochs(RunSummary run) {
    if (json()) {
      console().json(Map.of("run", run.id(), "epochs", run.epochs()));
      return;
    }
    Set<String> metrics = new LinkedHashSet<>();
    run.epochs().forEach(epoch -> metrics.addAll(epoch.metrics().keySet()));
    List<String> head = new ArrayList<>(List.of("epoch", "loss", "seconds", "rate factor"));
    head.addAll(metrics);
    Table table = new Table(head.toArray(String[]::new));
    for (EpochReport epoch : run.epochs()) {
      List<Object> cells = new ArrayList<>();
      cells.add(epoch.epoch());
      cells.add(String.format(Locale.ROOT, "%.4f", epoch.loss()));
      cells.add(String.format(Locale.ROOT, "%.1f", epoch.seconds()));
      cells.add(epoch.rateFactor());
      for (String metric : metrics) {
        Double value = epoch.metrics().get(metric);
        cells.add(value == null ? "-" : Counted.metric(metric, value));
      }
      table.row(cells.toArray());
    }
    table.print(console());
  }

  private static Map<String, Object> row(Unreadable run) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("run", run.id());
    row.put("state", UNREADABLE);
    row.put("message", run.why());
    return row;
  }

  private static Map<String, Object> row(RunSummary run) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("run", run.id());
    row.put("state", state(run));
    row.put("message", run.message());
    row.put("epochs", run.epochs().size());
    row.put("planned_epochs", run.plan().totalEpochs());
    OptionalDouble best = run.best("recall_at_1");
    row.put("best_recall_at_1", best.isPresent() ? best.getAsDouble() : null);
    row.put("images_per_second", run.imagesPerSecond());
    row.put("labels", run.labels());
    row.put("remarks", run.remarks());
    row.put("started", run.provenance().created());
    row.put("plan", run.plan());
    return row;
  }

  private static String state(RunSummary run) {
    return run.state().name().toLowerCase(Locale.ROOT);
  }
}
