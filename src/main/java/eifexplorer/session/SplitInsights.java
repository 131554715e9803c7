package eifexplorer.session;

import eifexplorer.confusion.QueryRetrieval;
import eifexplorer.embedding.ClassCentroids;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the images of one split say of each other; embeddings, neighbours and class means are computed when first needed. */
final class SplitInsights {
  private final FeatureMatrix features;
  private final int[] labels;
  private final EmbeddingHead head;
  private final MatrixMath math;
  private @Nullable NeighbourIndex index;
  private @Nullable ClassCentroids centroids;

  SplitInsights(FeatureMatrix features, int[] labels, EmbeddingHead head, MatrixMath math) {
    this.features = features;
    this.labels = labels;
    this.head = head;
    this.math = math;
  }

  /** Labels [n]; not to be changed. */
  int[] labels() {
    return labels;
  }

  /** The embeddings, ready to be searched. */
  synchronized NeighbourIndex index(JobContext context) {
    if (index == null) {
      index = new NeighbourIndex(Embeddings.of(features, head, math, context));
    }
    return index;
  }

  private synchronized ClassCentroids centroids(JobContext context) {
    if (centroids == null) {
      centroids = new ClassCentroids(index(context).rows(), labels);
    }
    return centroids;
  }

  List<Neighbour> nearest(int row, int count, JobContext context) {
    NeighbourIndex all = index(context);
    List<Neighbour> neighbours = new ArrayList<>();
    if (count < 1) {
      return neighbours;
    }
    NeighbourTable table = all.nearest(new int[] {row}, count, context);
    float[] own = all.rows().row(row);
    for (int p = 0; p < count && table.index(0, p) != NeighbourTable.NONE; p++) {
      int other = table.index(0, p);
      double distance = Embeddings.normalisedSquaredDistance(own, all.rows().row(other));
      neighbours.add(new Neighbour(other, distance));
    }
    return neighbours;
  }

  OptionalInt rankOfOwnClass(int row, JobContext context) {
    int rank = QueryRetrieval.of(index(context), labels, row, 0, context).rank();
    return rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank);
  }

  double margin(int row, JobContext context) {
    return centroids(context).margin(row);
  }

  List<Integer> typical(int label, int count, JobContext context) {
    return centroids(context).typical(label).stream().limit(count).toList();
  }
}
