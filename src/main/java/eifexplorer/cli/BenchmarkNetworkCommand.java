package eifexplorer.cli;

import eifexplorer.benchmark.NetworkBenchmark;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.project.Explorer;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures networks on made-up images. */
@Command(
    name = "network",
    header = "Measures how many images a second a network embeds and learns from.",
    description = "Weights are random, images made up; nothing is read or stored.")
final class BenchmarkNetworkCommand extends MeasuringCommand {
  @Option(
      names = "--backbone",
      paramLabel = "NAME/POOLING/NORM",
      defaultValue = "resnet50/max/layernorm",
      description = "As model cards name it (default: ${DEFAULT-VALUE}).")
  private String backbone;

  @Option(names = "--image-size", paramLabel = "PIXELS", defaultValue = "224", description = SIZE)
  private int image;

  @Option(names = "--batch-size", paramLabel = "N", defaultValue = "16", description = SIZE)
  private int batch;

  @Option(
      names = "--batches",
      paramLabel = "N",
      defaultValue = "5",
      description = "Measured of each kind; one more goes before (default: ${DEFAULT-VALUE}).")
  private int batches;

  private static final String SIZE = "(default: ${DEFAULT-VALUE}).";

  BenchmarkNetworkCommand(CommandContext context) {
    super(context);
  }

  @Override
  boolean isOfNetworks() {
    return true;
  }

  @Override
  Map<String, Object> measure(Explorer explorer, MatrixMath math, JobContext progress) {
    return new NetworkBenchmark(BackboneSpec.parse(backbone), image, batch, batches)
        .run(explorer.engine().get(), progress);
  }
}
