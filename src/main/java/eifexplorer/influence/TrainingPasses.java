package eifexplorer.influence;

import eifexplorer.embedding.EmbeddingBundle;
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
 * <p>Of each of its two parts, what EIF and what the derivatives of the losses need, at most a quarter of the heap is kept;
 * what does not fit is computed again by each query, to the same numbers.
 */
public final class TrainingPasses {
  private static final int HEAP_SHARES = 4;

  private final EmbeddingBundle bundle;
  private final LossSpec loss;
  private final long mostBytes;
  private final Supplier<Optional<Path>> folder;
  private @Nullable SharedProjections projections;
  private @Nullable TrainingDerivatives derivatives;

  /** Nothing is computed yet. */
  public TrainingPasses(EmbeddingBundle bundle, LossSpec loss) {
    this(bundle, loss, Optional::empty);
  }

  /**
   * As the other one; cosines that do not fit the heap are kept in a file.
   *
   * @param folder of that file, of this model alone; asked for if there is to be one
   */
  public TrainingPasses(EmbeddingBundle bundle, LossSpec loss, Supplier<Optional<Path>> folder) {
    this(bundle, loss, Runtime.getRuntime().maxMemory() / HEAP_SHARES, folder);
  }

  /** As the other one, keeping at most so many bytes of each part. */
  TrainingPasses(EmbeddingBundle bundle, LossSpec loss, long mostBytes) {
    this(bundle, loss, mostBytes, Optional::empty);
  }

  TrainingPasses(
      EmbeddingBundle bundle, LossSpec loss, long mostBytes, Supplier<Optional<Path>> folder) {
    this.folder = folder;
    this.bundle = bundle;
    this.loss = loss;
    this.mostBytes = mostBytes;
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
          new SharedProjections(bundle, MetricLosses.of(loss, bundle.proxies()), mostBytes, folder);
      projections = made;
    }
    return made;
  }

  /** Derivatives of the training losses. Throws {@link ProblemException} if the loss has several centres a class. */
  synchronized TrainingDerivatives derivatives() {
    TrainingDerivatives made = derivatives;
    if (made == null) {
      made = new TrainingDerivatives(bundle, loss, mostBytes);
      derivatives = made;
    }
    return made;
  }
}
