package eifexplorer.ui.review;

import eifexplorer.job.Job;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.suspect.DefaultOrder;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.ui.kit.Texts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the queue is ordered by: what the annotator chose, else the best order that there are scores for by now. */
public final class QueueOrdering {
  private final QueueViewModel queue;
  private final WriteLine line;
  private final ReadOnlyObjectWrapper<RankWeights> order =
      new ReadOnlyObjectWrapper<>(RankWeights.QUICK);
  private @Nullable OpenReview review;

  /** Whether the annotator chose another order than the usual one. */
  private boolean chosen;

  QueueOrdering(QueueViewModel queue, WriteLine line) {
    this.queue = queue;
    this.line = line;
  }

  /** Turns to another review, which comes in an order of its own; null if there is none. */
  void show(@Nullable OpenReview newReview) {
    review = newReview;
    chosen = false;
    if (newReview != null) {
      order.set(newReview.order());
    }
  }

  /** What the images are ordered by; change it by {@link #sort}. */
  public ReadOnlyObjectProperty<RankWeights> orderProperty() {
    return order.getReadOnlyProperty();
  }

  /** Detectors whose scores are there, by id. */
  public Set<String> detectors() {
    return queue.ranking().map(ranking -> ranking.detectors()).orElse(Set.of());
  }

  /** Orders the queue by other detectors. */
  public void sort(RankWeights weights) {
    if (review != null && detectors().containsAll(weights.weights().keySet())) {
      order.set(weights);
      chosen = !weights.equals(usual());
      queue.list(() -> queue.steps().listed(of -> of.sort(weights), OptionalInt.empty()));
    }
  }

  /** The default order as far as its scores are there, until then the quick one. */
  public RankWeights usual() {
    RankWeights usual = review == null ? RankWeights.QUICK : DefaultOrder.of(review.inputs());
    return detectors().containsAll(usual.weights().keySet()) ? usual : RankWeights.QUICK;
  }

  /** Whether another order than this is the default one as soon as its scores are there. */
  public boolean isUsualToCome() {
    return review != null && !usual().equals(DefaultOrder.of(review.inputs()));
  }

  /** Names what another detector found as a reason from now on; does nothing for another review. */
  void learn(OpenReview from, String detector, SuspectScores found) {
    if (from == review) {
      line.addOwn(
          Texts.of("Take more reasons"),
          () -> Optional.of(queue.steps().learned(detector, found, queue.current())));
      line.addOwn(Texts.of("List suspects"), () -> orderAsUsual(from));
    }
  }

  /** Turns to the default order unless the annotator chose one; the image in sight stays. */
  private Optional<Job<Runnable>> orderAsUsual(OpenReview of) {
    RankWeights usual = usual();
    if (of != review || chosen || usual.equals(order.get())) {
      return Optional.empty();
    }
    order.set(usual);
    return Optional.of(queue.steps().listed((ReviewQueue all) -> all.sort(usual), queue.current()));
  }
}
