package eifexplorer.spark;

import java.util.Locale;
import picocli.CommandLine.Command;

/** Finds every test image's nearest neighbour. */
@Command(
    name = "neighbours",
    description = "Finds every test image's nearest neighbour, and with them the confused pairs.")
final class NeighboursCommand extends ClusterCommand {
  @Override
  String step() {
    return "neighbours";
  }

  @Override
  String run(Cluster cluster) {
    ClusterWorkspace opened = open();
    int[] labels = opened.features().dataset().testLabels();
    boolean kept = opened.keptNearest().isPresent();
    int pairs =
        opened
            .keptNearest()
            .orElseGet(() -> NeighboursJob.run(cluster, opened, partitions(cluster)))
            .confusions(labels)
            .pairs()
            .size();
    return String.format(
        Locale.ROOT,
        "%,d of %,d test images are confused with another class%s.",
        pairs,
        labels.length,
        kept ? ", as was known" : "");
  }
}
