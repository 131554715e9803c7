package eifexplorer.session;

import eifexplorer.job.JobContext;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the model says of single images of a session. What images share is computed when it is first needed and kept; a
 * method may take a while then, so call these from jobs. Safe for use from any thread.
 *
 * <p>Neighbours are searched as confusions are: by euclidean distance of the embeddings, the image itself left out. Every
 * method throws {@link eifexplorer.job.JobCancelledException} when the context was cancelled.
 */
public interface ImageInsights {
  /**
   * Likeliest labels of a training image by its nearest training images, likeliest first, at most {@code count}: the k
   * nearest vote with exp(-distance), k the lower median of samples per class (SPEC section 8, {@code kNN_label_pred}).
   */
  List<LabelProbability> likeliestLabels(int trainIndex, int count, JobContext context);

  /** Works out the likeliest labels of several training images in one pass, so that asking for each costs nothing. */
  default void prepareLikeliestLabels(Collection<Integer> trainIndices, JobContext context) {}

  /** Loss of a training image and its rank; equal losses have the same. */
  LossRank loss(int trainIndex, JobContext context);

  /**
   * By how much a training image's embedding is nearer to its own class than to the best other one: leave-one-out class
   * centroid cosines (SPEC section 17), -2..2; negative for suspects. NaN for the only image of its class.
   */
  double labelMargin(int trainIndex, JobContext context);

  /** The nearest training images of a training image, nearest first. */
  List<Neighbour> nearestTraining(int trainIndex, int count, JobContext context);

  /** The nearest test images of a test image, nearest first. */
  List<Neighbour> nearestTest(int testIndex, int count, JobContext context);

  /** Rank, from 1, of the first neighbour of a test image with its class; empty if it is alone in its class. */
  OptionalInt rankOfOwnClass(int testIndex, JobContext context);

  /** Training images of a class, the most typical first: by cosine to the mean of the class's unit embeddings. */
  List<Integer> typicalTraining(int label, int count, JobContext context);

  /** Test images of a class, the most typical first. */
  List<Integer> typicalTest(int label, int count, JobContext context);
}
