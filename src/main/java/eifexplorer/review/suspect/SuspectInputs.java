package eifexplorer.review.suspect;

import eifexplorer.confusion.Confusions;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * What detectors look at: a model with its training samples and their given labels. What several of them need (embeddings,
 * label margins, the vote of the neighbours, a short training run) is computed once. Safe for use from any thread.
 */
public final class SuspectInputs {
  private final EmbeddingBundle bundle;
  private final LossSpec loss;
  private final Confusions confusions;
  private final InfluenceEstimator estimator;
  private final List<Optional<Path>> images;
  private final ScoreKeeper keeper;
  private final MatrixMath math;
  private final Lazy<FeatureMatrix> embeddings;
  private final Lazy<FeatureMatrix> units;
  private final Lazy<FeatureMatrix> learnable;
  private final Lazy<FeatureMatrix> depths;
  private final Lazy<CentroidFit> centroid;
  private final Lazy<RidgeFit> ridge;
  private final Lazy<DiscriminantFit> discriminant;
  private final Lazy<FeatureMatrix> whitened;
  private final Lazy<CentroidFit> whitenedCentroid;
  private final Lazy<WhitenedVote> whitenedVote;
  private final Lazy<VoteShares> vote;
  private final Lazy<HeadRun> run;
  private final Lazy<IntUnaryOperator> pairsHarmed;

  /**
   * Inputs of a model.
   *
   * @param bundle features, given labels, head and proxies
   * @param loss what the model was trained with
   * @param confusions the confused test pairs
   * @param estimator explains them
   * @param images file of every training sample [N], empty where there is none
   * @param pairsHarmed number of confused pairs a training sample harms, as {@link
   *     eifexplorer.influence.InfluenceSurvey#pairsHarmed} tells it; made when it is first asked for
   * @param keeper of scores that take long
   */
  public SuspectInputs(
      EmbeddingBundle bundle,
      LossSpec loss,
      Confusions confusions,
      InfluenceEstimator estimator,
      List<Optional<Path>> images,
      Function<JobContext, IntUnaryOperator> pairsHarmed,
      MatrixMath math,
      ScoreKeeper keeper) {
    this.bundle = bundle;
    this.loss = loss;
    this.confusions = confusions;
    this.estimator = estimator;
    this.images = List.copyOf(images);
    this.math = math;
    this.keeper = keeper;
    this.embeddings =
        new Lazy<>(job -> Embeddings.of(bundle.trainFeatures(), bundle.head(), math, job));
    this.units = new Lazy<>(job -> Embeddings.normalised(embeddings(job)));
    this.learnable = new Lazy<>(job -> ScaledRows.of(bundle.trainFeatures()));
    this.depths = new Lazy<>(job -> DepthRows.of(bundle));
    this.centroid =
        new Lazy<>(
            job -> new CentroidFit(unitEmbeddings(job), bundle.trainLabels(), classCount(), math));
    this.ridge = new Lazy<>(job -> RidgeFit.of(this, job));
    this.discriminant = new Lazy<>(job -> DiscriminantFit.of(this, job));
    this.whitened = new Lazy<>(job -> Embeddings.normalised(discriminantFit(job).rows()));
    this.whitenedCentroid = new Lazy<>(this::whitenedCentres);
    this.whitenedVote =
        new Lazy<>(job -> WhitenedVote.of(whitened.get(job), discriminantFit(job), math, job));
    this.vote =
        new Lazy<>(
            job -> VoteShares.of(embeddings(job), bundle.trainLabels(), classCount(), math, job));
    this.run = new Lazy<>(job -> HeadRun.train(this, job));
    this.pairsHarmed = new Lazy<>(pairsHarmed);
  }

  /** Gives back what several detectors share, once all have been asked; who asks again has it computed again. */
  public void forget() {
    List.of(
            embeddings,
            units,
            centroid,
            ridge,
            discriminant,
            whitened,
            whitenedCentroid,
            whitenedVote,
            vote,
            run)
        .forEach(Lazy::forget);
  }

  /** Features, given labels, head and proxies. */
  public EmbeddingBundle bundle() {
    return bundle;
  }

  /** N. */
  public int size() {
    return bundle.trainLabels().length;
  }

  /** C. */
  public int classCount() {
    return bundle.proxies().classCount();
  }

  /** Training features for what is learnt from them anew: in a unit that single precision holds. */
  FeatureMatrix learnableFeatures(JobContext context) {
    return learnable.get(context);
  }

  /** Training features and, where they are kept, the averages of the network's stages [N,F+D]. */
  FeatureMatrix rowsOfDepths(JobContext context) {
    return depths.get(context);
  }

  LossSpec loss() {
    return loss;
  }

  Confusions confusions() {
    return confusions;
  }

  InfluenceEstimator estimator() {
    return estimator;
  }

  /** File of every training sample [N], empty where there is none. */
  List<Optional<Path>> images() {
    return images;
  }

  ScoreKeeper keeper() {
    return keeper;
  }

  /** Whether a detector's scores are kept from an earlier time. */
  boolean isKept(String detector) {
    return keeper.find(detector).isPresent();
  }

  MatrixMath math() {
    return math;
  }

  FeatureMatrix embeddings(JobContext context) {
    return embeddings.get(context);
  }

  FeatureMatrix unitEmbeddings(JobContext context) {
    return units.get(context);
  }

  CentroidFit centroidFit(JobContext context) {
    return centroid.get(context);
  }

  RidgeFit ridgeFit(JobContext context) {
    return ridge.get(context);
  }

  DiscriminantFit discriminantFit(JobContext context) {
    return discriminant.get(context);
  }

  private CentroidFit whitenedCentres(JobContext context) {
    DiscriminantFit fit = discriminantFit(context);
    return new CentroidFit(
        whitened.get(context), bundle.trainLabels(), fit::weight, classCount(), math);
  }

  CentroidFit whitenedCentroidFit(JobContext context) {
    return whitenedCentroid.get(context);
  }

  WhitenedVote whitenedVote(JobContext context) {
    return whitenedVote.get(context);
  }

  VoteShares vote(JobContext context) {
    return vote.get(context);
  }

  HeadRun headRun(JobContext context) {
    return run.get(context);
  }

  int pairsHarmed(int trainIndex, JobContext context) {
    return pairsHarmed.get(context).applyAsInt(trainIndex);
  }
}
