package eifexplorer.influence;

import static java.util.Objects.requireNonNull;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.job.HeapShare;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.math.SampleBlock.SoftmaxBlock;
import eifexplorer.problem.ProblemException;
import eifexplorer.training.LossSpec;
import eifexplorer.training.MetricLosses;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model with its training samples, and what its estimators share of them whatever their settings: made for a model once,
 * computed with the first query that needs it. Safe for use from any thread.
 *
 * <p>Of what EIF needs at most {@link MatrixMath#mostBytes} is kept, and of its other parts in the proportion of their {@link
 * HeapShare}s; what does not fit is computed again by each query, to the same numbers, and the Hessian over the weights instead
 * of that over the logits.
 */
public final class TrainingPasses implements AutoCloseable {
  private final MatrixMath math;
  private final EmbeddingBundle bundle;
  private final LossSpec loss;
  private final long mostBytes;
  private final Supplier<Optional<Path>> folder;
  private final @Nullable TrainingPasses shares;
  private @Nullable FeatureBlocks features;
  private @Nullable LastLayer layer;
  private volatile @Nullable SharedProjections projections;
  private @Nullable TrainingDerivatives derivatives;
  private int users;
  private boolean closing;

  /** As the other one, computing in Java. */
  public TrainingPasses(EmbeddingBundle bundle, LossSpec loss) {
    this(bundle, loss, Optional::empty);
  }

  /** As the other one, computing in Java. */
  public TrainingPasses(EmbeddingBundle bundle, LossSpec loss, Supplier<Optional<Path>> folder) {
    this(new JavaMatrixMath(), bundle, loss, folder);
  }

  /** As the other one, keeping nothing in a file. */
  public TrainingPasses(MatrixMath math, EmbeddingBundle bundle, LossSpec loss) {
    this(math, bundle, loss, Optional::empty);
  }

  /**
   * Nothing is computed yet.
   *
   * @param math where it will be, and be kept
   * @param folder of a file of cosines that do not fit, of this model alone; asked for if there is to be one
   */
  public TrainingPasses(
      MatrixMath math, EmbeddingBundle bundle, LossSpec loss, Supplier<Optional<Path>> folder) {
    this(math, bundle, loss, math.mostBytes(), folder);
  }

  /** As the other one, keeping at most so many bytes of its {@link HeapShare#PASSES}, and nothing in a file. */
  public TrainingPasses(MatrixMath math, EmbeddingBundle bundle, LossSpec loss, long mostBytes) {
    this(math, bundle, loss, mostBytes, Optional::empty);
  }

  TrainingPasses(
      MatrixMath math,
      EmbeddingBundle bundle,
      LossSpec loss,
      long mostBytes,
      Supplier<Optional<Path>> folder) {
    this(math, bundle, loss, mostBytes, folder, null);
  }

  private TrainingPasses(
      MatrixMath math,
      EmbeddingBundle bundle,
      LossSpec loss,
      long mostBytes,
      Supplier<Optional<Path>> folder,
      @Nullable TrainingPasses shares) {
    this.shares = shares;
    this.math = math;
    this.folder = folder;
    this.bundle = bundle;
    this.loss = loss;
    this.mostBytes = mostBytes;
  }

  /**
   * Another last layer on the same samples, which shares their features with this one: it is used while this is ({@link
   * #using}), and what it keeps beside them goes with it.
   *
   * @param mostBytes of its own {@link HeapShare#PASSES}
   */
  TrainingPasses at(EmbeddingHead head, Proxies proxies, long mostBytes) {
    EmbeddingBundle then = bundle.with(made -> made.head(head).proxies(proxies));
    return new TrainingPasses(math, then, loss, mostBytes, Optional::empty, this);
  }

  /**
   * The same where what an estimator of it keeps is bounded.
   *
   * @param mostBytes of all that is its own: the last layer, its passes, their derivatives and what the estimator keeps
   */
  public TrainingPasses within(long mostBytes, EmbeddingHead head, Proxies proxies) {
    return at(head, proxies, HeapShare.passesOf(Math.max(0, mostBytes - LastLayer.bytes(head))));
  }

  /** Where it is computed. */
  MatrixMath math() {
    return math;
  }

  /** The model and its samples. */
  EmbeddingBundle bundle() {
    return bundle;
  }

  /** What the model was trained with. */
  LossSpec loss() {
    return loss;
  }

  /** Up to so many bytes are kept of one of its parts. */
  public long mostBytes(HeapShare part) {
    return part.beside(HeapShare.PASSES, mostBytes);
  }

  /** Of the cosines of all samples with all proxies. */
  long cosineBytes() {
    return (long) Float.BYTES * bundle.trainLabels().length * proxyCount();
  }

  private int proxyCount() {
    return bundle.proxies().values().length / bundle.head().embeddingSize();
  }

  private int blockRows() {
    return math.blockRows(Math.max(bundle.trainFeatures().columns(), proxyCount()));
  }

  private boolean sharesFeatures() {
    return shares != null && shares.features().width() == blockRows();
  }

  /** The samples' features, of which those that are kept beside the cosines are kept once for all last layers. */
  synchronized FeatureBlocks features() {
    FeatureBlocks made = features;
    if (made == null) {
      made =
          sharesFeatures()
              ? requireNonNull(shares).features()
              : new FeatureBlocks(
                  math, bundle.trainFeatures(), blockRows(), mostBytes - cosineBytes());
      features = made;
    }
    return made;
  }

  /** The model's last layer. */
  synchronized LastLayer layer() {
    LastLayer made = layer;
    if (made == null) {
      made = new LastLayer(math, bundle.head(), mostBytes);
      layer = made;
    }
    return made;
  }

  /** What queries by EIF share. Throws {@link ProblemException} if the loss does not fit the proxies. */
  synchronized SharedProjections projections() {
    SharedProjections made = projections;
    if (made == null) {
      made = new SharedProjections(this, MetricLosses.of(loss, bundle.proxies()), folder);
      projections = made;
    }
    return made;
  }

  /** Losses of a block of {@link #features} by its number, if EIF keeps them; waits for nothing. */
  Optional<SoftmaxBlock> losses(int block) {
    return Optional.ofNullable(projections).flatMap(shared -> shared.losses(block));
  }

  /** Derivatives of the training losses. Throws {@link ProblemException} if the loss has several centres a class. */
  synchronized TrainingDerivatives derivatives() {
    TrainingDerivatives made = derivatives;
    if (made == null) {
      made = new TrainingDerivatives(this);
      derivatives = made;
    }
    return made;
  }

  /** Does something with the model's estimators, during which {@link #close} frees nothing. */
  public <T> T using(Supplier<T> work) {
    synchronized (this) {
      users++;
    }
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private synchronized void leave() {
    users--;
    if (users == 0 && closing) {
      free();
    }
  }

  /**
   * Gives back what is kept of the training samples, on a device too: at once, or when what is {@link #using} it is done.
   * Without it that happens some time after the last reference is gone. An estimator that is asked afterwards computes it again.
   */
  @Override
  public synchronized void close() {
    closing = true;
    if (users == 0) {
      free();
    }
  }

  private void free() {
    closing = false;
    if (projections != null) {
      projections.close();
    }
    if (derivatives != null) {
      derivatives.close();
    }
    if (features != null && !sharesFeatures()) {
      features.close();
    }
  }
}
