package eifexplorer.cli;

import eifexplorer.benchmark.GallerySize;
import eifexplorer.benchmark.WindowBenchmark;
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
final class BenchmarkGalleryCommand extends WindowBenchmarkCommand {
  @Option(
      names = "--images",
      paramLabel = "N",
      description = "Training and test images together (default: 100000).")
  private int images = 100_000;

  @Option(names = "--pairs", paramLabel = "N", description = "Confused pairs (default: 20000).")
  private int pairs = 20_000;

  BenchmarkGalleryCommand(CommandContext context) {
    super(context);
  }

  @Override
  Measurement measurement(WindowBenchmark window) {
    GallerySize size = new GallerySize(images, pairs);
    return (folder, progress) -> window.gallery(folder, size, progress);
  }
}
