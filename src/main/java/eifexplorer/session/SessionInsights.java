package eifexplorer.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.review.LabelShare;
import eifexplorer.review.NeighbourVote;
import eifexplorer.training.LossSpec;
import eifexplorer.training.MetricLoss;
import eifexplorer.training.MetricLosses;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The insights of a model and its samples; knows no session, which may thus be forgotten. */
public final class SessionInsights implements ImageInsights {
  /** Votes kept; those on a few thousand images take some megabytes. */
  private static final int KEPT_VOTES = 20_000;

  private static final int LOSS_BLOCK = 4096;

  private final MetricLoss loss;
  private final SplitInsights train;
  private final SplitInsights test;
  private final Cache<Integer, List<LabelShare>> votes =
      Caffeine.newBuilder().maximumSize(KEPT_VOTES).build();
  private @Nullable NeighbourVote vote;
  private double @Nullable [] losses;
  private double[] sortedLosses = {};

  /** What a bundle's model, trained with this loss, makes of its images. */
  public SessionInsights(EmbeddingBundle bundle, LossSpec loss, MatrixMath math) {
    this.loss = MetricLosses.of(loss, bundle.proxies());
    this.train =
        new SplitInsights(bundle.trainFeatures(), bundle.trainLabels(), bundle.head(), math);
    this.test = new SplitInsights(bundle.testFeatures(), bundle.testLabels(), bundle.head(), math);
  }

  private synchronized NeighbourVote vote(JobContext context) {
    if (vote == null) {
      vote = new NeighbourVote(train.index(context), train.labels());
    }
    return vote;
  }

  @Override
  public void prepareLikeliestLabels(Collection<Integer> trainIndices, JobContext context) {
    int[] missing =
        trainIndices.stream()
            .filter(i -> votes.getIfPresent(i) == null)
            .mapToInt(Integer::intValue)
            .distinct()
            .toArray();
    if (missing.length == 0) {
      return;
    }
    List<List<LabelShare>> counted = vote(context).of(missing, context);
    for (int m = 0; m < missing.length; m++) {
      votes.put(missing[m], counted.get(m));
    }
  }

  @Override
  public List<LabelProbability> likeliestLabels(int trainIndex, int count, JobContext context) {
    List<LabelShare> counted = votes.getIfPresent(trainIndex);
    if (counted == null) {
      counted = vote(context).of(new int[] {trainIndex}, context).get(0);
      votes.put(trainIndex, counted);
    }
    return counted.stream()
        .limit(count)
        .map(share -> new LabelProbability(share.label(), share.share()))
        .toList();
  }

  @Override
  public synchronized LossRank loss(int trainIndex, JobContext context) {
    if (losses == null) {
      double[] computed = losses(context);
      sortedLosses = computed.clone();
      Arrays.sort(sortedLosses);
      losses = computed;
    }
    double own = losses[trainIndex];
    int place = Arrays.binarySearch(sortedLosses, own);
    while (place + 1 < sortedLosses.length && sortedLosses[place + 1] == own) {
      place++;
    }
    return new LossRank(own, sortedLosses.length - place, sortedLosses.length);
  }

  private double[] losses(JobContext context) {
    FeatureMatrix embeddings = train.index(context).rows();
    double[] all = new double[embeddings.rows()];
    for (int from = 0; from < all.length; from += LOSS_BLOCK) {
      context.checkCancelled();
      int to = Math.min(all.length, from + LOSS_BLOCK);
      float[] block = new float[(to - from) * embeddings.columns()];
      embeddings.copyRows(from, to, block, 0);
      double[] values = new double[block.length];
      Arrays.setAll(values, i -> block[i]);
      double[] part = loss.perSample(values, Arrays.copyOfRange(train.labels(), from, to));
      System.arraycopy(part, 0, all, from, part.length);
      context.progress(to, all.length, "training images");
    }
    return all;
  }

  @Override
  public double labelMargin(int trainIndex, JobContext context) {
    return train.margin(trainIndex, context);
  }

  @Override
  public List<Neighbour> nearestTraining(int trainIndex, int count, JobContext context) {
    return train.nearest(trainIndex, count, context);
  }

  @Override
  public List<Neighbour> nearestTest(int testIndex, int count, JobContext context) {
    return test.nearest(testIndex, count, context);
  }

  @Override
  public OptionalInt rankOfOwnClass(int testIndex, JobContext context) {
    return test.rankOfOwnClass(testIndex, context);
  }

  @Override
  public List<Integer> typicalTraining(int label, int count, JobContext context) {
    return train.typical(label, count, context);
  }

  @Override
  public List<Integer> typicalTest(int label, int count, JobContext context) {
    return test.typical(label, count, context);
  }
}
