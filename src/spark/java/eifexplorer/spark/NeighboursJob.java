package eifexplorer.spark;

import eifexplorer.array.Npz;
import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.confusion.NearestOfEach;
import eifexplorer.confusion.NearestOfSome;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.StoredRows;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.broadcast.Broadcast;

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
    Broadcast<HeadValues> head = cluster.broadcast(HeadValues.of(opened.bundle().head()));
    StoredRows all = StoredRows.of(test).orElseThrow();
    Task task = new Task(files, head, all, folder.getFileName().toString());
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
  private record Task(PartFiles files, Broadcast<HeadValues> head, StoredRows all, String identity)
      implements Serializable {
    private static final Map<String, FeatureMatrix> EMBEDDED = new HashMap<>();

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
                            embeddings(), queries.from(), queries.to(), JobContext.unattended());
                files.write(KIND, 0, queries.from(), queries.to(), read, out -> write(out, found));
                return found;
              });
    }

    /** Of all test samples, made by the first task of an executor; the others wait for it. */
    private FeatureMatrix embeddings() {
      synchronized (EMBEDDED) {
        if (!EMBEDDED.containsKey(identity)) {
          EMBEDDED.clear();
          EMBEDDED.put(
              identity, Embeddings.of(all.open(), head.value().head(), new JavaMatrixMath()));
        }
        return EMBEDDED.get(identity);
      }
    }

    private static NearestOfSome read(Npz npz, RowPart queries) {
      int n = queries.rows().size();
      return new NearestOfSome(
          queries.from(),
          npz.array("nearest").requireShape(n).ints(),
          npz.array("distance").requireShape(n).doubles());
    }

    private static void write(OutputStream out, NearestOfSome found) throws IOException {
      Npz.Writer writer = new Npz.Writer(out);
      int n = found.nearest().length;
      writer.put("nearest", Arrays.stream(found.nearest()).asLongStream().toArray(), n);
      writer.put("distance", found.distances(), n);
      writer.finish();
    }
  }
}
