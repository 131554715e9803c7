package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.review.Verdict;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** The suspects of one class side by side: several are chosen and decided about together. */
public final class BatchViewModel {
  /** As many as can be taken in; decided ones make room for the next. */
  private static final int MOST = 48;

  private final QueueViewModel queue;
  private final NoticesViewModel notices;
  private final ObservableList<Integer> images = FXCollections.observableArrayList();
  private final ObservableSet<Integer> chosen = FXCollections.observableSet();
  private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper cursor = new ReadOnlyIntegerWrapper(-1);
  private @Nullable OpenReview review;
  private int label = -1;

  BatchViewModel(QueueViewModel queue, NoticesViewModel notices) {
    this.queue = queue;
    this.notices = notices;
    queue.signsProperty().addListener((value, old, now) -> refresh());
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

  /** The class, in words. */
  public String title() {
    return review == null || label < 0 ? "" : review.session().className(label);
  }

  /** How many are chosen, in words. */
  public String chosenText() {
    return Texts.count(chosen.size()) + " of " + Texts.count(images.size()) + " chosen";
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
    ShownImage image = queue.shownProperty().get();
    if (open.get()) {
      open.set(false);
    } else if (queue.blindProperty().get()) {
      notices.info("In a blind pass images are looked at one by one.");
    } else if (review != null && image != null) {
      label = image.given().get().label();
      chosen.clear();
      open.set(true);
      refresh();
      cursor.set(images.isEmpty() ? -1 : images.get(0));
      suggest();
    }
  }

  private void refresh() {
    if (!open.get() || review == null) {
      return;
    }
    List<Integer> now =
        queue.images().stream()
            .filter(i -> review.session().trainSample(i).label() == label)
            .filter(i -> !queue.isDecided(i))
            .limit(MOST)
            .toList();
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

  /** Moves the cursor. */
  public void move(int by) {
    int at = images.indexOf(cursor.get());
    if (!images.isEmpty()) {
      cursor.set(images.get(Math.max(0, Math.min(images.size() - 1, at + by))));
      suggest();
    }
  }

  /** Chooses an image, or no longer. */
  public void toggle(int trainIndex) {
    cursor.set(trainIndex);
    if (!chosen.remove(trainIndex)) {
      chosen.add(trainIndex);
    }
    suggest();
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
  private List<Integer> meant() {
    if (!chosen.isEmpty()) {
      return images.stream().filter(chosen::contains).toList();
    }
    return cursor.get() < 0 ? List.of() : List.of(cursor.get());
  }

  private void suggest() {
    List<Integer> of = meant();
    candidates.setAll(
        of.isEmpty() ? List.of() : new Suggested(requireNonNull(review)).common(of, Set.of(label)));
  }

  /** Puts them into the class of a key, from 1. */
  public void choose(int key) {
    if (key <= candidates.size()) {
      chooseLabel(candidates.get(key - 1).label());
    }
  }

  /** Puts them into a class. */
  public void chooseLabel(int to) {
    decide(Verdict.label(requireNonNull(review).session().dataset().classOf(to).name()));
  }

  /** Says that their given label is right. */
  public void keep() {
    decide(Verdict.KEEP);
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
      queue.decideAll(of, verdict);
    }
  }
}
