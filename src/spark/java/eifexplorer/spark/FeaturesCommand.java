package eifexplorer.spark;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.workspace.Fingerprint;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Computes what a model's back bone makes of all images. */
@Command(
    name = "features",
    description = "Computes what the model's back bone makes of all images of the workspace.")
final class FeaturesCommand extends ClusterCommand {
  @Option(
      names = "--images",
      paramLabel = "ADDRESS",
      defaultValue = "",
      description =
          "Where the executors find the images, such as hdfs://… or s3a://…; the data set's folder"
              + " if not given.")
  private String images;

  @Override
  String step() {
    return "features";
  }

  @Override
  String run(Cluster cluster) {
    ClusterWorkspace.Place place = place();
    ImageDataset dataset = place.dataset(context());
    Fingerprint key = new Fingerprint(place.card().features());
    FeatureStore store = new FeatureStore(place.workspace()::featureFolder);
    if (store.find(key, dataset).isPresent()) {
      return String.format(
          Locale.ROOT,
          "The features of all %,d images were there.",
          dataset.train().size() + dataset.test().size());
    }
    new FeaturesJob(cluster, place.workspace(), place.card(), dataset, images)
        .run(partitions(cluster), context());
    ImageDataset kept = store.find(key, dataset).orElseThrow().dataset();
    return String.format(
        Locale.ROOT,
        "The features of %,d images are there; %,d images were left out.",
        kept.train().size() + kept.test().size(),
        kept.skipped().size());
  }
}
