package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.checkpoint.StateDict;
import java.util.List;

/** What {@link TrainingLoop} moves: weights with their optimisers. */
interface Learner {
  /** Begins the warm-up or the main epochs, or goes on with them. */
  void setWarmUp(boolean warmUp);

  /** Forgets the optimisers' moments. */
  void freshOptimisers();

  /** The batches of (the rest of) an epoch. */
  BatchSource open(List<int[]> batches, int epoch);

  /** Moves the weights by the gradients held, at the plan's rates times {@code factor}. */
  void step(double factor);

  /** The last layer now. */
  EmbeddingHead head();

  /** The proxies. */
  LiveProxies proxies();

  /** Whether all weights outside the back bone are finite. */
  boolean isFinite();

  /** Weights and optimisers, as {@link Checkpoint#weights} names them. */
  StateDict state();

  /** Goes on from a {@link #state}. */
  void restore(StateDict state);

  /** Batches one after the other. */
  interface BatchSource extends AutoCloseable {
    /** Whether there is another batch; those without a readable sample are passed over. */
    boolean hasNext();

    /**
     * Adds the gradients of the next batch, times {@code share}, to those held.
     *
     * @return the batch's loss; not finite if it or a weight is not
     */
    double addNext(double share);

    /** How many of the planned batches are over. */
    int passed();

    /** Samples in the last batch. */
    int samples();

    @Override
    void close();
  }
}
