package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import java.util.List;

/**
 * A last layer and proxies that were trained, with what they were trained by.
 *
 * @param head W [E,F] and b [E]
 * @param proxies [C*K,E]
 * @param plan what decided the run; its loss is the proxies'
 * @param epochs one report an epoch
 */
public record TrainedHead(
    EmbeddingHead head, Proxies proxies, TrainingPlan plan, List<EpochReport> epochs) {
  /** Copies the list. */
  public TrainedHead {
    epochs = List.copyOf(epochs);
  }
}
