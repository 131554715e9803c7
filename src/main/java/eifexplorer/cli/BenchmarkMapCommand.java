package eifexplorer.cli;

import eifexplorer.benchmark.MapSize;
import eifexplorer.job.CancelOnInterrupt;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how the map copes with many images. */
@Command(
    name = "map",
    header = "Measures layout and map of many made-up images in a real window.",
    description = {
      "Lays clusters of 64 columns out with UMAP, shows the map at 1100 x 800, moves and zooms it,"
          + " and points and lassoes all over it. Needs a display.",
      "",
      "neighbours_s, layout_s: exact neighbours, and the layout made of them. first_frame_ms: from"
          + " a finished layout until the map is drawn. pan_fps: pictures a second while moving and"
          + " zooming. hover_ms, lasso_ms: the slowest of many. longest_frame_ms: between two"
          + " frames while moving. peak_heap_mb: the most heap in use, garbage included."
    })
final class BenchmarkMapCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // read by picocli alone
  private boolean help;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "Training and test images together (default: 100000).")
  private int points = 100_000;

  @Option(
      names = "--made-up-places",
      description = "Put the images anywhere instead of laying them out, to measure the map alone.")
  private boolean madeUp;

  BenchmarkMapCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    MapSize size = size();
    Path folder = temporaryFolder();
    try (CancelOnInterrupt interrupt = new CancelOnInterrupt(context.console()::stopping)) {
      ConsoleProgress progress = new ConsoleProgress(context.console(), interrupt::isInterrupted);
      try {
        print(context.windowBenchmark().map(folder, size, progress));
      } finally {
        progress.endBar();
      }
    } finally {
      delete(folder);
    }
    return ExitCode.DONE;
  }

  private MapSize size() {
    try {
      return new MapSize(points, !madeUp);
    } catch (ProblemException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private void print(Map<String, Object> measured) {
    if (json) {
      context.console().json(measured);
    } else {
      measured.forEach((name, value) -> context.console().line("%-20s %s", name, value));
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("eif-explorer-map");
    } catch (IOException e) {
      throw new ProblemException("No temporary folder can be made", "", "Check the disk.", e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new ProblemException(
          "The temporary files can't be deleted", folder.toString(), "Delete the folder.", e);
    }
  }
}
