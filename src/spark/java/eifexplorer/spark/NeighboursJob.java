package eifexplorer.spark;

import eifexplorer.array.Npz;
import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.confusion.Confusions;
import eifexplorer.confusion.NearestOfEach;
import eifexplorer.confusion.NearestOfSome;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.StoredRows;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The nearest neighbour of every test sample, over parts of the queries. Every executor embeds all test samples once, for
 * which it needs the head and the features, and searches them exactly.
 */
final class NeighboursJob {
  private static final String KIND = "nearest";

  private NeighboursJob() {}

  /** Finds them and keeps them where the window looks for them. */
  static NearestOfEach run(Cluster cluster, ClusterWorkspace opened, int partitions) {
    FeatureMatrix test = opened.bundle().testFeatures();
    List<RowPart> parts = RowParts.of(test, new int[0], partitions);
    Path folder =
        opened
            .nearest()
            .folder(opened.model().card(), opened.features().dataset(), opened.bundle());
    PartFiles files = PartFiles.in(folder);
    EmbeddedRows all =
        new EmbeddedRows(
            StoredRows.of(test).orElseThrow(),
            cluster.broadcast(HeadValues.of(opened.bundle().head())),
            RowHashes.of(cluster, test, parts));
    Task task = new Task(files, all);
    NearestOfEach found = NearestOfSome.all(cluster.map(parts, task::find));
    opened
        .nearest()
        .keep(
            opened.model().card(),
            opened.features().dataset(),
            opened.bundle(),
            found,
            Map.of("cluster", cluster.description()));
    files.delete();
    return found;
  }

  /** An executor's share. */
  private record Task(PartFiles files, EmbeddedRows all) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final HeldByExecutor<FeatureMatrix> EMBEDDINGS = new HeldByExecutor<>();

    NearestOfSome find(RowPart queries) {
      Function<Npz, NearestOfSome> read = npz -> read(npz, queries);
      return files
          .find(KIND, 0, queries.from(), queries.to(), read)
          .orElseGet(
              () -> {
                files.requireSeen();
                NearestOfSome found =
                    new ConfusionFinder(new JavaMatrixMath())
                        .nearest(
                            EMBEDDINGS.get(all.hashes().digits(), all::embed),
                            queries.from(),
                            queries.to(),
                            JobContext.unattended());
                files.write(KIND, 0, queries.from(), queries.to(), read, out -> write(out, found));
                return found;
              });
    }

    /** Neighbours depend on all features, not on the part's only. */
    private NearestOfSome read(Npz npz, RowPart queries) {
      int n = queries.rows().size();
      if (!npz.array("features").strings().equals(List.of(all.hashes().digits()))) {
        throw new IllegalArgumentException("it is of other features");
      }
      int[] nearest = npz.array("nearest").requireShape(n).ints();
      for (int index : nearest) {
        Objects.checkIndex(index - Confusions.NONE, all.features().size() - Confusions.NONE);
      }
      return new NearestOfSome(
          queries.from(),
          nearest,
          npz.array("distance").requireShape(n).doubles());
    }

    private void write(OutputStream out, NearestOfSome found) throws IOException {
      Npz.Writer writer = new Npz.Writer(out);
      int n = found.nearest().length;
      writer.put("nearest", Arrays.stream(found.nearest()).asLongStream().toArray(), n);
      writer.put("distance", found.distances(), n);
      writer.put("features", List.of(all.hashes().digits()));
      writer.finish();
    }
  }
}
