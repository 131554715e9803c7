package eifexplorer.spark;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.StoredRows;
import eifexplorer.math.JavaMatrixMath;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * How an executor comes by the embeddings of all samples of a split.
 *
 * @param features where they are
 * @param head the last layer
 * @param hashes of the features as they were when the job began
 */
record EmbeddedRows(StoredRows features, Broadcast<HeadValues> head, RowHashes hashes)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Embeds them [n,E]. Throws {@link eifexplorer.problem.ProblemException} if the features are others now. */
  FeatureMatrix embed() {
    FeatureMatrix rows = features.open();
    FeatureMatrix embeddings = Embeddings.of(rows, head.value().head(), new JavaMatrixMath());
    hashes.requireUnchanged(rows);
    return embeddings;
  }
}
