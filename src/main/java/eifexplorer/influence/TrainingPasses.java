package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
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
 * <p>Of each of its parts, what EIF, what the derivatives of the losses and what the Hessian over the logits need, at most {@link
 * MatrixMath#mostBytes} is kept; what does not fit is computed again by each query, to the same numbers, and the Hessian over the
 * weights instead.
 */
public final class TrainingPasses implements AutoCloseable {
  private final MatrixMath math;
  private final EmbeddingBundle bundle;
  private final LossSpec loss;
  private final long mostBytes;
  private final Supplier<Optional<Path>> folder;
  private @Nullable SharedProjections projections;
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

  /** As the other one, keeping at most so many bytes of each part, and nothing in a file. */
  public TrainingPasses(MatrixMath math, EmbeddingBundle bundle, LossSpec loss, long mostBytes) {
    this(math, bundle, loss, mostBytes, Optional::empty);
  }

  TrainingPasses(
      MatrixMath math,
      EmbeddingBundle bundle,
      LossSpec loss,
      long mostBytes,
      Supplier<Optional<Path>> folder) {
    this.math = math;
    this.folder = folder;
    this.bundle = bundle;
    this.loss = loss;
    this.mostBytes = mostBytes;
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

  long mostBytes() {
    return mostBytes;
  }

  /** What queries by EIF share. Throws {@link ProblemException} if the loss does not fit the proxies. */
  synchronized SharedProjections projections() {
    SharedProjections made = projections;
    if (made == null) {
      made =
          new SharedProjections(
              math, bundle, MetricLosses.of(loss, bundle.proxies()), mostBytes, folder);
      projections = made;
    }
    return made;
  }

  /** Derivatives of the training losses. Throws {@link ProblemException} if the loss has several centres a class. */
  synchronized TrainingDerivatives derivatives() {
    TrainingDerivatives made = derivatives;
    if (made == null) {
      made = new TrainingDerivatives(math, bundle, loss, mostBytes);
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
  }
}
