package eifexplorer.ui.review;

import eifexplorer.job.Job;
import eifexplorer.review.ReviewQueue;
import eifexplorer.review.Verdict;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What one annotator says of the images of a queue. Each decision is on the disk before the next image shows; none is made
 * about an image that was not painted yet, and a second key for the same image is none.
 */
public final class QueueDecisions {
  private final QueueViewModel queue;
  private final NoticesViewModel notices;
  private final WriteLine line;
  private final DecisionPace pace;
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private boolean canUndo;
  private boolean canRedo;

  QueueDecisions(
      QueueViewModel queue, NoticesViewModel notices, WriteLine line, DecisionPace pace) {
    this.queue = queue;
    this.notices = notices;
    this.line = line;
    this.pace = pace;
  }

  /** What to say gently of the last keys, such as that they came before the image; empty if nothing. */
  public ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  /** Learns whether the annotator can undo and redo. */
  void stand(boolean nowCanUndo, boolean nowCanRedo) {
    canUndo = nowCanUndo;
    canRedo = nowCanRedo;
  }

  /** Has nothing to say any more. */
  void clear() {
    hint.set("");
  }

  /** Puts the image into the class of a key, from 1. */
  public void choose(int key) {
    decide(
        image ->
            key <= image.candidates().size()
                ? Optional.of(queue.verdict(image.candidates().get(key - 1).label()))
                : Optional.empty());
  }

  /** Puts the image into a class. */
  public void chooseLabel(int label) {
    decide(image -> Optional.of(queue.verdict(label)));
  }

  /** Says that the given label is right. */
  public void keep() {
    if (queue.blindProperty().get()) {
      notices.info(Texts.of("In a blind pass the given label is hidden: choose the class."));
    } else {
      decide(image -> Optional.of(Verdict.KEEP));
    }
  }

  /** Says that one can't tell. */
  public void unsure() {
    decide(image -> Optional.of(Verdict.UNSURE));
  }

  /** Leaves the image out of training. */
  public void exclude() {
    decide(image -> Optional.of(Verdict.EXCLUDE));
  }

  /** Says that the image belongs to none of the classes. */
  public void none() {
    decide(image -> Optional.of(Verdict.NONE));
  }

  /** Says that the image belongs to a class the data set lacks. */
  public void newClass(String name) {
    if (!name.isBlank()) {
      decide(image -> Optional.of(Verdict.newClass(name.strip())));
    }
  }

  /** Says that the image shows a second class too; its label stays what was decided, or the given one. */
  public void also(int label) {
    decide(image -> queue.withAlso(image.trainIndex(), label));
  }

  /** Of the image in sight when the key is pressed, and of no other. */
  private void decide(Function<ShownImage, Optional<Verdict>> verdict) {
    OptionalInt about = queue.current();
    if (about.isEmpty() || !mayWrite()) {
      return;
    }
    if (!pace.isSeen()) {
      hint.set(Texts.of("That key came before its image: nothing was decided."));
      return;
    }
    line.add(
        Texts.of("Keep a decision"),
        () ->
            Optional.ofNullable(queue.shownProperty().get())
                .filter(image -> OptionalInt.of(image.trainIndex()).equals(about))
                .flatMap(image -> verdict.apply(image).map(said -> job(image.trainIndex(), said))));
  }

  /** Says why nothing can be decided, if so. */
  private boolean mayWrite() {
    Optional<String> locked = queue.locked();
    locked.filter(why -> !why.isEmpty()).ifPresent(notices::info);
    return locked.isEmpty();
  }

  private Job<Runnable> job(int trainIndex, Verdict verdict) {
    double seconds = pace.seconds();
    hint.set(pace.decided() ? Texts.of("Three decisions in a second: slow down?") : "");
    return queue.steps().decided(of -> QueueSteps.at(of, of.decide(trainIndex, verdict, seconds)));
  }

  /** Several images are looked at together from now on. */
  void begin() {
    pace.begin();
  }

  /**
   * Decides the same of several images in one step; those that were decided meanwhile are left as they are.
   *
   * @param then the image to turn to; empty for the first open one
   */
  void decideBatch(List<Integer> trainIndices, Verdict verdict, OptionalInt then) {
    if (!mayWrite()) {
      return;
    }
    line.add(
        Texts.of("Keep decisions"),
        () -> {
          List<Integer> still = trainIndices.stream().filter(i -> !queue.isDecided(i)).toList();
          double seconds = pace.batchSeconds(still.size());
          pace.begin();
          return still.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  queue
                      .steps()
                      .decided(
                          of -> {
                            of.decideAll(still, verdict, seconds);
                            return then.isPresent() ? then : QueueSteps.at(of, of.nextOpen(-1));
                          }));
        });
  }

  /** Decides the same of an image that need not be the one in sight, and stays where it is. */
  void decideAt(int trainIndex, Verdict verdict) {
    add(
        Texts.of("Keep a decision"),
        () -> {
          OptionalInt here = queue.current();
          return of -> {
            of.decideEach(Map.of(trainIndex, verdict), "", 0);
            return here;
          };
        });
  }

  /** Decides about an image by its path, which may be a test image; what is shown stays. */
  void decideOn(String path, Verdict verdict, String reason) {
    add(
        Texts.of("Keep a decision"),
        () -> {
          OptionalInt here = queue.current();
          return of -> {
            of.decideOn(path, verdict, reason, 0);
            return here;
          };
        });
  }

  /** Leaves an image out of training, or takes that back; what is shown stays. */
  void toggleExcluded(int trainIndex) {
    add(
        Texts.of("Keep a decision"),
        () -> {
          OptionalInt here = queue.current();
          return of -> {
            of.toggleExcluded(trainIndex, 0);
            return here;
          };
        });
  }

  /** Takes the likeliest labels of images that were not looked at one by one, in one step, marked as such. */
  void accept(Map<Integer, Verdict> verdicts) {
    add(
        Texts.of("Keep accepted labels"),
        () ->
            of -> {
              of.decideEach(verdicts, JournalEntry.AUTO, 0);
              return QueueSteps.at(of, of.nextOpen(-1));
            });
  }

  /** Remarks something about an image; an empty text takes the remark before away. */
  public void note(int trainIndex, String text) {
    add(
        Texts.of("Keep a note"),
        () -> {
          OptionalInt here = queue.current();
          return of -> {
            of.note(trainIndex, text);
            return here;
          };
        });
  }

  private void add(String title, Supplier<Function<ReviewQueue, OptionalInt>> how) {
    if (mayWrite()) {
      line.add(title, () -> Optional.of(queue.steps().decided(how.get())));
    }
  }

  /** Takes back the annotator's last decision, with those made together with it, and turns to its image. */
  public void undo() {
    if (canUndo || !line.isIdle()) {
      back(Texts.of("Undo a decision"), ReviewQueue::undo);
    }
  }

  /** Brings back the decision taken back last, and turns to its image. */
  public void redo() {
    if (canRedo || !line.isIdle()) {
      back(Texts.of("Redo a decision"), ReviewQueue::redo);
    }
  }

  private void back(String title, Function<ReviewQueue, OptionalInt> how) {
    add(
        title,
        () -> {
          OptionalInt here = queue.current();
          return of -> {
            OptionalInt image = how.apply(of);
            return image.isPresent() ? image : here;
          };
        });
  }
}
