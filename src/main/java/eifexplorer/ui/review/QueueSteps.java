package eifexplorer.ui.review;

import eifexplorer.job.Job;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.suspect.SuspectScores;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** The jobs that change one annotator's queue; each hands out where the review stands then. */
final class QueueSteps {
  private final ReviewQueue queue;
  private final ReviewDesk desk;
  private final String annotator;
  private final Consumer<Standing> apply;

  /**
   * Steps of a queue.
   *
   * @param apply shows where the review stands after a step of this; called on the JavaFX thread
   */
  QueueSteps(ReviewQueue queue, ReviewDesk desk, String annotator, Consumer<Standing> apply) {
    this.queue = queue;
    this.desk = desk;
    this.annotator = annotator;
    this.apply = apply;
  }

  /** The queue. */
  ReviewQueue queue() {
    return queue;
  }

  /** Changes the decisions; {@code how} gives the image to turn to. */
  Job<Runnable> decided(Function<ReviewQueue, OptionalInt> how) {
    return context -> {
      Standing standing = Standing.of(desk, queue, annotator, how.apply(queue));
      return () -> apply.accept(standing);
    };
  }

  /** Names what another detector found; the image stays. */
  Job<Runnable> learned(String detector, SuspectScores found, OptionalInt image) {
    return decided(
        of -> {
          of.learn(detector, found);
          return image;
        });
  }

  /** Changes what is listed, and stays at an image that is still listed, else turns to the first open one, else to the first. */
  Job<Runnable> listedAnew(Consumer<ReviewQueue> how, OptionalInt image) {
    return context -> {
      how.accept(queue);
      boolean stays = image.isPresent() && queue.position(image.getAsInt()).isPresent();
      OptionalInt open = at(queue, queue.nextOpen(-1));
      OptionalInt first = queue.size() == 0 ? OptionalInt.empty() : OptionalInt.of(queue.at(0));
      OptionalInt goTo = stays ? image : open.isPresent() ? open : first;
      Standing standing = Standing.listed(desk, queue, annotator, goTo);
      return () -> apply.accept(standing);
    };
  }

  /** Changes what is listed, and turns to an image or, if that is empty, to the first open one. */
  Job<Runnable> listed(Consumer<ReviewQueue> how, OptionalInt image) {
    return context -> {
      how.accept(queue);
      OptionalInt goTo = image.isPresent() ? image : at(queue, queue.nextOpen(-1));
      Standing standing = Standing.listed(desk, queue, annotator, goTo);
      return () -> apply.accept(standing);
    };
  }

  /** The training image of a row, if there is one. */
  static OptionalInt at(ReviewQueue queue, OptionalInt position) {
    return position.isPresent()
        ? OptionalInt.of(queue.at(position.getAsInt()))
        : OptionalInt.empty();
  }
}
