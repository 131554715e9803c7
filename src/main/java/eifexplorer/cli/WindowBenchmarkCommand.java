package eifexplorer.cli;

import eifexplorer.benchmark.WindowBenchmark;
import eifexplorer.job.CancelOnInterrupt;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Measures something in a real window, with a folder that is deleted afterwards. */
abstract class WindowBenchmarkCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // read by picocli alone
  private boolean help;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  WindowBenchmarkCommand(CommandContext context) {
    this.context = context;
  }

  /** Measures; values by name. */
  interface Measurement {
    Map<String, Object> in(Path folder, JobContext progress);
  }

  /** What is measured; throws {@link UsageException} or {@link ProblemException} for options that make no sense. */
  abstract Measurement measurement(WindowBenchmark window);

  @Override
  public Integer call() {
    Measurement measurement = usable(() -> measurement(context.windowBenchmark()));
    Path folder = temporaryFolder();
    try (CancelOnInterrupt interrupt = new CancelOnInterrupt(context.console()::stopping)) {
      ConsoleProgress progress = new ConsoleProgress(context.console(), interrupt::isInterrupted);
      try {
        print(measurement.in(folder, progress));
      } finally {
        progress.endBar();
      }
    } finally {
      delete(folder);
    }
    return ExitCode.DONE;
  }

  private static Measurement usable(Supplier<Measurement> made) {
    try {
      return made.get();
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
      return Files.createTempDirectory("eif-explorer-benchmark");
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
