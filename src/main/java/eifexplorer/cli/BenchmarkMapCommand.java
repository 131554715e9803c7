package eifexplorer.cli;

import eifexplorer.benchmark.MapSize;
import eifexplorer.benchmark.WindowBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how the map copes with many images. */
@Command(
    name = "map",
    header = "Measures layout and map of many made-up images in a real window.",
    description = {
      "Lays clusters of 64 columns out with UMAP, shows the Map screen at 1440 x 800, moves and"
          + " zooms it, and points and lassoes all over it. Needs a display.",
      "",
      "neighbours_s, layout_s: exact neighbours, and the layout made of them. first_frame_ms: from"
          + " a finished layout until the map is drawn. pan_fps: pictures a second while moving and"
          + " zooming. hover_ms, lasso_ms: the slowest of many, a lasso around all images among"
          + " them, until what was picked is shown. longest_frame_ms: between two frames while"
          + " moving. fx_longest_ms: the longest the window did not answer, fx_longest_during what"
          + " was done then; fx_longest_cpu_ms, fx_longest_cpu_during: the same in time of the"
          + " processor, which other programs do not lengthen. peak_heap_mb: the most heap in use,"
          + " garbage included."
    })
final class BenchmarkMapCommand extends WindowBenchmarkCommand {
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
    super(context);
  }

  @Override
  Measurement measurement(WindowBenchmark window) {
    MapSize size = new MapSize(points, !madeUp);
    return (folder, progress) -> window.map(folder, size, progress);
  }
}
