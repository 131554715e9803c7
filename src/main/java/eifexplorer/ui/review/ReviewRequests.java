package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.review.QueueFilter;
import eifexplorer.review.Verdict;
import eifexplorer.review.journal.Decisions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What other screens ask of the review, done as soon as it is open; what is decided so is marked on all screens at once. */
public final class ReviewRequests {
  private final MarksViewModel marks;
  private final NoticesViewModel notices;
  private final QueueViewModel queue;
  private final Supplier<String> who;
  private final Supplier<Optional<OpenReview>> review;
  private final Runnable enter;
  private final Exclusions exclusions;
  private final List<Runnable> waiting = new ArrayList<>();
  private @Nullable ExplorerSession session;
  private OptionalInt wanted = OptionalInt.empty();
  private Set<String> wantedOnly = Set.of();

  /**
   * Nothing is asked yet.
   *
   * @param who decides
   * @param review the one that is open
   * @param enter opens it
   */
  ReviewRequests(
      MarksViewModel marks,
      NoticesViewModel notices,
      QueueViewModel queue,
      Supplier<String> who,
      Supplier<Optional<OpenReview>> review,
      Runnable enter) {
    this.marks = marks;
    this.notices = notices;
    this.queue = queue;
    this.who = who;
    this.review = review;
    this.enter = enter;
    exclusions = new Exclusions(marks, notices);
  }

  /** Turns to another session, of whose images so much is known before its review is opened. */
  void show(ExplorerSession newSession, Decisions newKnown) {
    session = newSession;
    wanted = OptionalInt.empty();
    waiting.clear();
    exclusions.show(newKnown, who.get());
    marks.showRelabelled(Excluded.relabelled(who.get(), newKnown));
  }

  /** The training image to begin with; empty if nobody asked for one. */
  OptionalInt wanted() {
    return wanted;
  }

  /** The review is open and shown: what waited is done. */
  void serve() {
    wanted = OptionalInt.empty();
    listWanted();
    exclusions.write(queue.decisions()::toggleExcluded);
    waiting.forEach(Runnable::run);
    waiting.clear();
  }

  /** The review could not be opened: what waited is given up, which is said. */
  void giveUp(Failure why) {
    exclusions.giveUp(why, who.get());
    if (!waiting.isEmpty()) {
      waiting.clear();
      mark();
      marks.showRelabelled(Map.of());
      notices.show(why);
    }
  }

  /** Marks on every screen what is left out or has another label. */
  void mark() {
    if (review.get().isEmpty()) {
      exclusions.markKnown(who.get());
    } else {
      exclusions.mark(queue.excluded());
      marks.showRelabelled(queue.relabelled());
    }
  }

  /** Looks at a training image. */
  public void look(int trainIndex) {
    if (review.get().isEmpty()) {
      wanted = OptionalInt.of(trainIndex);
    } else {
      queue.select(trainIndex);
    }
  }

  /** Lists these training images alone, by their paths. */
  public void listOnly(Set<String> images) {
    wantedOnly = Set.copyOf(images);
    if (review.get().isPresent()) {
      listWanted();
    }
  }

  private void listWanted() {
    if (!wantedOnly.isEmpty()) {
      queue.filterProperty().set(QueueFilter.ALL.withOnly(Optional.of(wantedOnly)));
      wantedOnly = Set.of();
    }
  }

  /** Leaves a training image out of training, or takes that back. */
  public void toggleExcluded(int trainIndex) {
    if (isLocked()) {
      return;
    }
    exclusions.toggle(
        trainIndex,
        requireNonNull(session).trainSample(trainIndex).path(),
        () -> toggleExcluded(trainIndex));
    if (review.get().isPresent()) {
      queue.decisions().toggleExcluded(trainIndex);
    } else {
      exclusions.await(trainIndex);
      enter.run();
    }
  }

  /**
   * Gives an image a class, or leaves it out of training or measuring.
   *
   * @param path of a training or a test image
   * @param className empty to leave it out, or to take that back
   */
  public void correct(String path, Optional<String> className) {
    if (isLocked()) {
      return;
    }
    className.ifPresent(name -> marks.relabel(path, name));
    Verdict verdict =
        className
            .map(Verdict::label)
            .orElseGet(() -> marks.toggleExcluded(path) ? Verdict.EXCLUDE : Verdict.WITHDRAW);
    Runnable write = () -> queue.decisions().decideOn(path, verdict, "copy");
    if (review.get().isPresent()) {
      write.run();
    } else {
      waiting.add(write);
      enter.run();
    }
    notices.info(
        className.isPresent()
            ? Texts.of("The label counts once this is committed in Review.")
            : Texts.of("What is left out counts once this is committed in Review."));
  }

  /** Whether nothing can be decided now, which is said. */
  private boolean isLocked() {
    Optional<String> why = review.get().flatMap(OpenReview::locked);
    why.ifPresent(notices::info);
    return why.isPresent();
  }
}
