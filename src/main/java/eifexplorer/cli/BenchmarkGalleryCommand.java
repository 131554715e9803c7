package eifexplorer.cli;

import eifexplorer.benchmark.GallerySize;
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

/** Measures how the window copes with a large workspace. */
@Command(
    name = "gallery",
    header = "Measures opening and scrolling of a large workspace in a real window.",
    description = {
      "Paints the pictures into a temporary folder, opens the workspace once so that its nearest"
          + " neighbours are known, then opens it in a window, scrolls through the pairs and jumps"
          + " about. Needs a display and about 12 KB of disk for each image.",
      "",
      "open_ms: from the request until the gallery is drawn. first_thumbnail_ms: until the first"
          + " thumbnail is. settle_ms: after a jump to pairs not seen before, until all thumbnails"
          + " in sight are there (the slowest of several jumps). frames, frames_over_50ms and"
          + " longest_frame_ms: while scrolling through 60 pairs a second. blank_share: thumbnails"
          + " in sight that were not there yet, on average while scrolling. peak_heap_mb: the most"
          + " heap in use, garbage included."
    })
final class BenchmarkGalleryCommand implements Callable<Integer> {
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
      names = "--images",
      paramLabel = "N",
      description = "Training and test images together (default: 100000).")
  private int images = 100_000;

  @Option(names = "--pairs", paramLabel = "N", description = "Confused pairs (default: 20000).")
  private int pairs = 20_000;

  BenchmarkGalleryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    GallerySize size = size();
    Path folder = temporaryFolder();
    try (CancelOnInterrupt interrupt = new CancelOnInterrupt(context.console()::stopping)) {
      ConsoleProgress progress = new ConsoleProgress(context.console(), interrupt::isInterrupted);
      try {
        print(context.windowBenchmark().gallery(folder, size, progress));
      } finally {
        progress.endBar();
      }
    } finally {
      delete(folder);
    }
    return ExitCode.DONE;
  }

  private GallerySize size() {
    try {
      return new GallerySize(images, pairs);
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
      return Files.createTempDirectory("eif-explorer-gallery");
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
