package eifexplorer.spark;

import eifexplorer.cli.Console;
import eifexplorer.cli.ExitCode;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the steps have in common: a workspace and the number of parts. */
@Command(mixinStandardHelpOptions = true)
abstract class ClusterCommand implements Callable<Integer> {
  private static final int PARTS_A_SLOT = 4;

  @Option(
      names = "--workspace",
      required = true,
      paramLabel = "FOLDER",
      description = "The workspace, under a path that all machines see it by.")
  private Path workspace;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Parts to cut the rows into; 4 for each task that runs at the same time.")
  private @Nullable Integer partitions;

  @Option(
      names = "--model",
      paramLabel = "ID",
      defaultValue = "",
      description = "One of the workspace's models; the current one if not given.")
  private String model;

  private Console console = Console.standard();

  void printTo(Console other) {
    this.console = other;
  }

  /** What the step is called. */
  abstract String step();

  /** Looks at what was asked for before the cluster is. Throws {@link ProblemException} where it can't be done. */
  void check() {}

  /** Does it; what it says is a sentence for people. */
  abstract String run(Cluster cluster) throws Exception;

  @Override
  public Integer call() throws Exception {
    if (partitions != null && partitions < 1) {
      throw ProblemException.badValue("--partitions", partitions, "1 and above");
    }
    check();
    try (Cluster cluster = new Cluster(step())) {
      console.line("%s", run(cluster));
    } catch (OutOfMemoryError e) {
      throw new ProblemException(
          "The driver has not enough memory for this",
          (Runtime.getRuntime().maxMemory() >> 20) + " MB may be used",
          "Submit with a larger --driver-memory; parts that are there are kept.",
          e);
    }
    return ExitCode.DONE;
  }

  ClusterWorkspace open() {
    return place().open(context());
  }

  ClusterWorkspace.Place place() {
    return ClusterWorkspace.place(workspace, model);
  }

  int partitions(Cluster cluster) {
    return partitions == null ? PARTS_A_SLOT * cluster.slots() : partitions;
  }

  JobContext context() {
    return new LoggingContext(console);
  }
}
