package eifexplorer.ui.review;

import eifexplorer.review.journal.Decisions;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Notice;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Images left out of training from other screens: the mark shows at once, the decision is written as soon as the review is
 * open, and both are taken back the same way.
 */
final class Exclusions {
  private final MarksViewModel marks;
  private final NoticesViewModel notices;
  private final Set<Integer> pending = new LinkedHashSet<>();
  private final Map<String, Notice> offers = new HashMap<>();
  private final Set<String> written = new HashSet<>();
  private Decisions known = Decisions.NONE;

  Exclusions(MarksViewModel marks, NoticesViewModel notices) {
    this.marks = marks;
    this.notices = notices;
  }

  /** Turns to another session, of whose images so much is known before its review is opened. */
  void show(Decisions newKnown, String annotator) {
    known = newKnown;
    pending.clear();
    List.copyOf(offers.keySet()).forEach(this::withdraw);
    written.clear();
    markKnown(annotator);
  }

  /** Marks what an annotator leaves out, as far as that is known before the review is open. */
  void markKnown(String annotator) {
    marks.showExcluded(Excluded.by(annotator, known));
  }

  /** Marks what the open review leaves out. */
  void mark(Set<String> excluded) {
    marks.showExcluded(excluded);
    written.addAll(excluded);
    List.copyOf(offers.keySet()).stream()
        .filter(path -> written.contains(path) && !excluded.contains(path))
        .forEach(this::withdraw);
    written.retainAll(excluded);
  }

  /**
   * Marks an image or takes the mark away, and offers to undo it.
   *
   * @param again does the same again, which takes it back
   */
  void toggle(int trainIndex, String path, Runnable again) {
    boolean now = marks.toggleExcluded(path);
    String message =
        Texts.of("Training image {0} is left out of training once this is committed.", trainIndex);
    if (now) {
      offers.put(path, notices.info(message, Texts.of("Undo"), again));
    } else {
      withdraw(path);
    }
  }

  /** What is undone, in whatever way, is not offered to be undone any more. */
  private void withdraw(String path) {
    Optional.ofNullable(offers.remove(path)).ifPresent(notices::dismiss);
  }

  /** Has it written once the review is open; what waited and is taken back is never written. */
  void await(int trainIndex) {
    if (!pending.remove(trainIndex)) {
      pending.add(trainIndex);
    }
  }

  /** The review is open: what waited is written. */
  void write(IntConsumer toggle) {
    pending.forEach(toggle::accept);
    pending.clear();
  }

  /** The review could not be opened: what waited is given up, which is said. */
  void giveUp(Failure why, String annotator) {
    if (!pending.isEmpty()) {
      pending.clear();
      markKnown(annotator);
      notices.show(why);
    }
  }
}
