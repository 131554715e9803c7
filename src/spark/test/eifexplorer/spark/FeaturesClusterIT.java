package eifexplorer.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.job.JobContext;
import eifexplorer.project.DemoWorkspace;
import eifexplorer.spark.LocalCluster.Ended;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features on a cluster by the tensor runtime, of pictures below an address of Hadoop's that is no path. */
class FeaturesClusterIT {
  private static final int TORN = 40;

  @TempDir Path folder;

  @Test
  void theDemosFeaturesAreThoseOfOneMachineAndATornPictureIsLeftOut() throws Exception {
    LocalCluster cluster = new LocalCluster(folder);
    Path workspace = cluster.demo("cluster");
    DemoWorkspace demo = new DemoWorkspace(folder.resolve("home"));
    demo.draw(JobContext.unattended());
    String key = only(workspace.resolve("features")).getFileName().toString();
    ClusterWorkspace.Place place = ClusterWorkspace.place(workspace, "");
    DatasetFeatures shipped = find(workspace, key, place);
    float[] expected = without(shipped.train(), TORN).toArray();
    float[] expectedTest = shipped.test().toArray();
    String torn = shipped.dataset().train().get(TORN).path();
    FolderTrees.delete(workspace.resolve("features"));
    tear(demo.images().resolve(torn));

    Ended ended =
        cluster
            .submit(
                Map.of(
                    "spark.jars", tensorRuntime().toString(),
                    "spark.hadoop.fs.viewfs.mounttable.pictures.link./demo",
                        demo.images().toUri().toString()),
                "features",
                "--workspace",
                workspace.toString(),
                "--images",
                "viewfs://pictures/demo",
                "--partitions",
                "4")
            .await();

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().contains("1 images were left out"), ended.out());
    assertTrue(ended.err().contains("viewfs://pictures/demo/" + torn), ended.err());
    DatasetFeatures found = find(workspace, key, place);
    assertEquals(shipped.dataset().train().size() - 1, found.train().rows());
    assertArrayEquals(expected, found.train().toArray());
    assertArrayEquals(expectedTest, found.test().toArray());
  }

  private static DatasetFeatures find(Path workspace, String key, ClusterWorkspace.Place place) {
    return new FeatureStore(Workspace.open(workspace)::featureFolder)
        .find(new Fingerprint(key), place.dataset(JobContext.unattended()))
        .orElseThrow();
  }

  private static FeatureMatrix without(FeatureMatrix rows, int left) {
    return SelectedRows.of(
        rows, IntStream.range(0, rows.rows()).filter(i -> i != left).toArray());
  }

  private static void tear(Path picture) throws IOException {
    try (FileChannel file = FileChannel.open(picture, StandardOpenOption.WRITE)) {
      file.truncate(file.size() / 2);
    }
  }

  /** What {@code mvn package} leaves for this machine. */
  private static Path tensorRuntime() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("target", "lib").toAbsolutePath())) {
      return all.filter(file -> file.getFileName().toString().startsWith("pytorch-native-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Path only(Path in) throws IOException {
    try (Stream<Path> all = Files.list(in)) {
      return all.findFirst().orElseThrow();
    }
  }
}
