package eifexplorer.cli;

import eifexplorer.benchmark.InfluenceBenchmark;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.project.Explorer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures influence on made-up features. */
@Command(
    name = "influence",
    header = "Measures influence on made-up features of a chosen size.",
    description =
        "Times are those of a program that has been running for a while; memory is what is held"
            + " beyond the features. A limit is what must be read for it at least, divided by the"
            + " speed at which the memory was read in the same run. With --kernels both Java's and"
            + " PyTorch's are measured one after the other.")
final class BenchmarkInfluenceCommand extends MeasuringCommand {
  @Option(names = "--train", paramLabel = "N", defaultValue = "5864", description = SIZE)
  private int train;

  @Option(names = "--test", paramLabel = "M", defaultValue = "1000", description = SIZE)
  private int test;

  @Option(names = "--features", paramLabel = "F", defaultValue = "2048", description = SIZE)
  private int features;

  @Option(names = "--embedding", paramLabel = "E", defaultValue = "512", description = SIZE)
  private int embedding;

  @Option(names = "--classes", paramLabel = "C", defaultValue = "100", description = SIZE)
  private int classes;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = {
        "Put features, and cosines that do not fit the heap, into files there, as a workspace does:"
            + " for sizes beyond the memory.",
        "They stay for the next time (default: all in memory)."
      })
  private @Nullable Path folder;

  private static final String SIZE = "(default: ${DEFAULT-VALUE}).";

  BenchmarkInfluenceCommand(CommandContext context) {
    super(context);
  }

  @Override
  Map<String, Object> measure(Explorer explorer, MatrixMath math, JobContext progress) {
    if (train < 1 || test < 4 || features < 1 || embedding < 1 || classes < 2) {
      throw new UsageException(
          "Sizes must be at least 1, --classes at least 2 and --test at least 4");
    }
    return new InfluenceBenchmark(train, test, features, embedding, classes)
        .run(math, explorer.registries().estimators(), Optional.ofNullable(folder), progress);
  }
}
