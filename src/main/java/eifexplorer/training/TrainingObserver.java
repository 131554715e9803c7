package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import java.util.Map;

/** Watches a training run; called on the thread that trains. */
public interface TrainingObserver {
  /** Sees nothing and measures nothing. */
  TrainingObserver NONE = new TrainingObserver() {};

  /** What to report after an epoch that is to be measured, by name, such as {@code recall_at_1}. */
  default Map<String, Double> measure(EmbeddingHead head) {
    return Map.of();
  }

  /** The last layer and the proxies after an epoch, counted from 1. */
  default void weights(int epoch, EmbeddingHead head, Proxies proxies) {}

  /** A batch is over. */
  default void batchDone(BatchReport report) {}

  /** An epoch is over. */
  default void epochDone(EpochReport report) {}
}
