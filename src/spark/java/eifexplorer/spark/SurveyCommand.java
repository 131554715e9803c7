package eifexplorer.spark;

import java.util.Locale;
import picocli.CommandLine.Command;

/** Explains every confused pair. */
@Command(
    name = "survey",
    description = "Explains every confused pair; neighbours are found first if they are not known.")
final class SurveyCommand extends ClusterCommand {
  @Override
  String step() {
    return "survey";
  }

  @Override
  String run(Cluster cluster) {
    ClusterWorkspace opened = open();
    if (opened.keptNearest().isEmpty()) {
      NeighboursJob.run(cluster, opened, partitions(cluster));
    }
    SurveyJob job =
        new SurveyJob(cluster, opened.session(context()), partitions(cluster), context());
    int computed = job.run();
    return String.format(
        Locale.ROOT,
        "%,d pairs are explained over %,d training images; %,d blocks of pairs were computed.",
        job.pairs(),
        opened.bundle().trainLabels().length,
        computed);
  }
}
