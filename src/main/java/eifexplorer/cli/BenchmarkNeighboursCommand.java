package eifexplorer.cli;

import eifexplorer.benchmark.NeighbourBenchmark;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.project.Explorer;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures searches among made-up embeddings. */
@Command(
    name = "neighbours",
    header = "Measures exact nearest neighbours and MAP@R on made-up embeddings.",
    description =
        "Times are those of a program that has been running for a while. With --kernels both Java's"
            + " and PyTorch's are measured one after the other.")
final class BenchmarkNeighboursCommand extends MeasuringCommand {
  @Option(names = "--rows", paramLabel = "N", defaultValue = "5924", description = SIZE)
  private int rows;

  @Option(names = "--embedding", paramLabel = "E", defaultValue = "512", description = SIZE)
  private int embedding;

  @Option(names = "--classes", paramLabel = "C", defaultValue = "100", description = SIZE)
  private int classes;

  @Option(names = "-k", paramLabel = "K", defaultValue = "10", description = SIZE)
  private int neighbours;

  private static final String SIZE = "(default: ${DEFAULT-VALUE}).";

  BenchmarkNeighboursCommand(CommandContext context) {
    super(context);
  }

  @Override
  Map<String, Object> measure(Explorer explorer, MatrixMath math, JobContext progress) {
    return new NeighbourBenchmark(rows, embedding, classes, neighbours).run(math, progress);
  }
}
