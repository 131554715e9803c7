package eifexplorer.spark;

import eifexplorer.export.OutputFormat;
import eifexplorer.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the training images whose labels are most likely wrong. */
@Command(
    name = "suspects",
    description =
        "Lists the training images whose labels are most likely wrong, by the quick order: the"
            + " mean rank of the label margins centroid and ridge.")
final class SuspectsCommand extends ClusterCommand {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "A new .csv or .json file, written by the driver.")
  private Path out;

  @Option(
      names = "--skip-neighbours",
      description =
          "Leave the column neighbours_agree empty: it takes a search of all training images for"
              + " each of them.")
  private boolean skipNeighbours;

  @Override
  String step() {
    return "suspects";
  }

  @Override
  void check() {
    OutputFormat.of(out, OutputFormat.CSV, OutputFormat.JSON);
    if (Files.exists(out)) {
      throw ProblemException.inFile(out, "The file is there already", "Give another name.");
    }
  }

  @Override
  String run(Cluster cluster) {
    int size = new SuspectsJob(cluster, open(), partitions(cluster)).write(out, !skipNeighbours);
    return String.format(Locale.ROOT, "%,d training images are ranked in %s.", size, out);
  }
}
