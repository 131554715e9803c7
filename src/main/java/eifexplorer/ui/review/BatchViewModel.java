package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.review.Verdict;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * The suspects of one class side by side: several are chosen and decided about together, in one step of undo. The image
 * under the cursor is the one the queue stands at, whichever of the two moves; a class that is done makes way for the next.
 * In a blind pass they are the next images of the queue, of whatever class.
 */
public final class BatchViewModel {
  /** Widths a picture may have. */
  static final double SMALLEST = 80;

  static final double LARGEST = 320;

  /** As many as can be taken in; decided ones make room for the next. */
  private static final int MOST = 48;

  private final QueueViewModel queue;
  private final ObservableList<Integer> images = FXCollections.observableArrayList();
  private final ObservableSet<Integer> chosen = FXCollections.observableSet();
  private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper cursor = new ReadOnlyIntegerWrapper(-1);
  private final DoubleProperty width = new SimpleDoubleProperty(112);
  private final BooleanProperty whole = new SimpleBooleanProperty();
  private @Nullable OpenReview review;
  private int label = -1;

  BatchViewModel(QueueViewModel queue) {
    this.queue = queue;
    queue.signsProperty().addListener((value, old, now) -> refresh());
    queue.shownProperty().addListener((value, old, now) -> follow());
    // What was shown with labels must not be looked at in a blind pass.
    queue.blindProperty().addListener((value, old, now) -> open.set(false));
  }

  /** Whether the class's suspects are shown side by side. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Open suspects of the class, the most suspect first. */
  public ObservableList<Integer> images() {
    return images;
  }

  /** Those that are decided about together; may be changed by {@link #toggle}. */
  public ObservableSet<Integer> chosen() {
    return chosen;
  }

  /** The classes of the keys 1 to 5: the likeliest of the chosen images on average. */
  public ObservableList<Candidate> candidates() {
    return candidates;
  }

  /** The image under the cursor; -1 if there is none. */
  public ReadOnlyIntegerProperty cursorProperty() {
    return cursor.getReadOnlyProperty();
  }

  /** How wide a picture is; change it by {@link #zoom}. */
  public DoubleProperty widthProperty() {
    return width;
  }

  /** Whether pictures are whole, rather than filling their place. */
  public BooleanProperty wholeProperty() {
    return whole;
  }

  /** Makes the pictures larger, or smaller, by a factor. */
  public void zoom(double by) {
    width.set(Math.rint(Math.max(SMALLEST, Math.min(LARGEST, width.get() * by))));
  }

  /** What they have in common, in words. */
  public String title() {
    if (review == null || images.isEmpty()) {
      return Texts.of("Nothing left here");
    }
    return isBlind()
        ? Texts.of("The next {0}", Texts.count(images.size(), "image", "images"))
        : review.session().className(label);
  }

  /** How many are chosen, in words. */
  public String chosenText() {
    return Texts.of("{0} of {1} chosen", Texts.count(chosen.size()), Texts.count(images.size()));
  }

  private boolean isBlind() {
    return queue.blindProperty().get();
  }

  /** Turns to an opened review. */
  void show(OpenReview newReview) {
    review = newReview;
    open.set(false);
  }

  /** Forgets the review. */
  void clear() {
    open.set(false);
    images.clear();
    chosen.clear();
    candidates.clear();
    review = null;
  }

  /** Shows the suspects of the class of the image that is decided about, or that image again. */
  public void toggleOpen() {
    if (open.get()) {
      open.set(false);
    } else if (review != null && queue.current().isPresent()) {
      chosen.clear();
      images.clear();
      label = -1;
      open.set(true);
      queue.decisions().begin();
      follow();
    }
  }

  /** Goes to the class, and puts the cursor on the image, that the queue stands at. */
  private void follow() {
    OptionalInt image = queue.current();
    if (!open.get() || review == null) {
      return;
    }
    int of = image.isPresent() ? review.session().trainSample(image.getAsInt()).label() : -1;
    if (of != label) {
      label = of;
      if (!isBlind()) {
        chosen.clear();
      }
    }
    refresh();
    if (image.isPresent() && images.contains(image.getAsInt())) {
      cursor.set(image.getAsInt());
      suggest();
    }
  }

  private Stream<Integer> all() {
    return queue.images().stream()
        .filter(i -> isBlind() || requireNonNull(review).session().trainSample(i).label() == label)
        .filter(i -> !queue.isDecided(i));
  }

  private void refresh() {
    if (!open.get() || review == null) {
      return;
    }
    List<Integer> now = all().limit(MOST).toList();
    if (!now.equals(images)) {
      images.setAll(now);
    }
    if (chosen.retainAll(now)) {
      suggest();
    }
    if (!now.contains(cursor.get())) {
      cursor.set(now.isEmpty() ? -1 : now.get(0));
      suggest();
    }
  }

  /** Moves the cursor, and the queue with it. */
  public void move(int by) {
    int at = images.indexOf(cursor.get());
    if (!images.isEmpty()) {
      turnTo(images.get(Math.max(0, Math.min(images.size() - 1, at + by))));
    }
  }

  private void turnTo(int trainIndex) {
    cursor.set(trainIndex);
    queue.select(trainIndex);
    suggest();
  }

  /** Chooses an image, or no longer. */
  public void toggle(int trainIndex) {
    if (!chosen.remove(trainIndex)) {
      chosen.add(trainIndex);
    }
    turnTo(trainIndex);
  }

  /** Chooses all, or none if all are. */
  public void toggleAll() {
    if (chosen.containsAll(images)) {
      chosen.clear();
    } else {
      chosen.addAll(images);
    }
    suggest();
  }

  /** What is decided about: the chosen images, else the one under the cursor. */
  List<Integer> meant() {
    if (!chosen.isEmpty()) {
      return images.stream().filter(chosen::contains).toList();
    }
    return cursor.get() < 0 ? List.of() : List.of(cursor.get());
  }

  private void suggest() {
    List<Integer> of = meant();
    Suggested suggested = of.isEmpty() ? null : new Suggested(requireNonNull(review));
    candidates.setAll(
        suggested == null
            ? List.of()
            : isBlind() ? suggested.commonBlind(of) : suggested.common(of, Set.of(label)));
  }

  /** Puts them into the class of a key, from 1. */
  public void choose(int key) {
    if (key <= candidates.size()) {
      chooseLabel(candidates.get(key - 1).label());
    }
  }

  /** Puts them into a class. */
  public void chooseLabel(int to) {
    decide(queue.verdict(to));
  }

  /** Says that they belong to a class the data set lacks. */
  public void newClass(String name) {
    decide(Verdict.newClass(name.strip()));
  }

  /** Says that they belong to none of the classes. */
  public void none() {
    decide(Verdict.NONE);
  }

  /** Says that their given label is right. */
  public void keep() {
    if (isBlind()) {
      queue.decisions().keep();
    } else {
      decide(Verdict.KEEP);
    }
  }

  /** Says that one can't tell. */
  public void unsure() {
    decide(Verdict.UNSURE);
  }

  /** Leaves them out of training. */
  public void exclude() {
    decide(Verdict.EXCLUDE);
  }

  private void decide(Verdict verdict) {
    List<Integer> of = meant();
    if (!of.isEmpty()) {
      List<Integer> rest = new ArrayList<>(all().toList());
      rest.removeAll(of);
      queue
          .decisions()
          .decideBatch(
              of, verdict, rest.isEmpty() ? OptionalInt.empty() : OptionalInt.of(rest.get(0)));
    }
  }
}
