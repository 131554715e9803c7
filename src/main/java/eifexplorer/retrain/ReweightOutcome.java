package eifexplorer.retrain;

import eifexplorer.confusion.QueryRetrieval;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.influence.InfluenceQuery.TestPair;
import java.util.List;

/**
 * What a trial gave.
 *
 * @param seed of the trial
 * @param head the last layer afterwards; the bias is as before
 * @param pairs distances of the pairs asked for, in their order
 * @param recallBefore recall@1 of the test images before, 0..1
 * @param recallAfter the same afterwards
 */
public record ReweightOutcome(
    long seed,
    EmbeddingHead head,
    List<PairChange> pairs,
    double recallBefore,
    double recallAfter) {
  /**
   * A pair's distance {@code d(p) = ||n(e1) - n(e2)||²}, in 0..4, and what its first image finds.
   *
   * @param pair two test samples
   * @param before with the session's last layer
   * @param after with the trial's
   * @param foundBefore what the pair's first image finds with the session's last layer
   * @param foundAfter the same with the trial's
   */
  public record PairChange(
      TestPair pair,
      double before,
      double after,
      QueryRetrieval foundBefore,
      QueryRetrieval foundAfter) {
    /** Above 0 if the pair was pushed apart. */
    public double change() {
      return after - before;
    }

    /** Whether the first image's nearest neighbour has its class now, and had another one before. */
    public boolean isFixed() {
      return !foundBefore.isRight() && foundAfter.isRight();
    }
  }

  /** What it did, without the last layer. */
  public TrialEffect effect() {
    return new TrialEffect(seed, pairs, recallBefore, recallAfter);
  }

  /** Copies the list. */
  public ReweightOutcome {
    pairs = List.copyOf(pairs);
  }
}
