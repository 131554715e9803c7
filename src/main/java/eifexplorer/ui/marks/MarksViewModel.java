package eifexplorer.ui.marks;

import eifexplorer.job.Lane;
import eifexplorer.review.ReviewMarks;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.review.copies.Copies;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;

/**
 * The marks of what is open. A change shows at once and is written in the background; one that can't be written is taken
 * back with a notice.
 */
public final class MarksViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Set<String> flagged = new LinkedHashSet<>();
  private final Set<String> flaggedView = Collections.unmodifiableSet(flagged);
  private final ReadOnlyLongWrapper flagChanges = new ReadOnlyLongWrapper();
  private final ObservableSet<String> excluded = FXCollections.observableSet();
  private final ObservableSet<PairKey> reviewed = FXCollections.observableSet();

  // Kept, since a view that nobody holds takes its listeners with it.
  private final ObservableSet<PairKey> reviewedView =
      FXCollections.unmodifiableObservableSet(reviewed);
  private final ObservableSet<String> excludedView =
      FXCollections.unmodifiableObservableSet(excluded);
  private final ObservableMap<PairKey, String> notes = FXCollections.observableHashMap();
  private final ObservableMap<PairKey, String> notesView =
      FXCollections.unmodifiableObservableMap(notes);
  private final ObservableMap<String, String> relabelled = FXCollections.observableHashMap();
  private final ObservableMap<String, String> relabelledView =
      FXCollections.unmodifiableObservableMap(relabelled);
  private final ObjectProperty<Copies> copies = new SimpleObjectProperty<>(Copies.NONE);
  private final StringProperty staleLabels = new SimpleStringProperty("");
  private final Deque<Change> waiting = new ArrayDeque<>();
  private final Object pen = new Object();
  private int open;
  private ReviewMarks marks = ReviewMarks.inMemory();

  /** No marks yet. */
  public MarksViewModel(FxJobs jobs, NoticesViewModel notices) {
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Shows other marks. */
  public void show(ReviewMarks newMarks) {
    marks = newMarks;
    syncFlags(newMarks);
    reviewed.clear();
    reviewed.addAll(newMarks.reviewed());
    syncNotes(newMarks);
  }

  /** Paths of the flagged images as they are now; change it by {@link #flag}. */
  public Set<String> flagged() {
    return flaggedView;
  }

  /** Changes whenever {@link #flagged} does, once for images that are flagged together. */
  public ReadOnlyLongProperty flagChangesProperty() {
    return flagChanges.getReadOnlyProperty();
  }

  /** Paths of the images that are left out of training or measuring by a decision of the review; listen to it. */
  public ObservableSet<String> excluded() {
    return excludedView;
  }

  /** Shows what is left out of training by now: the review says so, which keeps it. */
  public void showExcluded(Set<String> images) {
    sync(excluded, images);
  }

  /** Shows at once what the review is about to keep; true if the image is left out now. */
  public boolean toggleExcluded(String image) {
    boolean now = !excluded.contains(image);
    put(excluded, image, now);
    return now;
  }

  /** Class names that a decision of the review gives images, by their paths; listen to it. */
  public ObservableMap<String, String> relabelled() {
    return relabelledView;
  }

  /** Shows what has another label by now: the review says so, which keeps it. */
  public void showRelabelled(Map<String, String> classes) {
    if (!relabelled.equals(classes)) {
      relabelled.keySet().retainAll(classes.keySet());
      relabelled.putAll(classes);
    }
  }

  /** Shows at once the class that the review is about to keep. */
  public void relabel(String image, String className) {
    relabelled.put(image, className);
  }

  /** The photographs that are there more than once, as far as they are known. */
  public ObjectProperty<Copies> copiesProperty() {
    return copies;
  }

  /** The pairs that were looked at; listen to it, change it by {@link #review}. */
  public ObservableSet<PairKey> reviewed() {
    return reviewedView;
  }

  /** What became of the labels since the session was opened, such as {@code stale: 12 labels changed}; may be empty. */
  public StringProperty staleLabelsProperty() {
    return staleLabels;
  }

  /** Flags an image, or takes the flag away. */
  public void flag(String image, boolean set) {
    flag(Set.of(image), set);
  }

  /** Flags images together, or takes their flags away; they may be many. */
  public void flag(Set<String> images, boolean set) {
    Set<String> changed =
        images.stream()
            .filter(image -> flagged.contains(image) != set)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (changed.isEmpty()) {
      return;
    }
    if (set) {
      flagged.addAll(changed);
    } else {
      flagged.removeAll(changed);
    }
    flagsChanged();
    keep(new Change(marks, changed, set, kept -> kept.flag(changed, set)));
  }

  private void flagsChanged() {
    flagChanges.set(flagChanges.get() + 1);
  }

  /** True if a pair was looked at, whichever way round. */
  public boolean isReviewed(PairKey pair) {
    return reviewed.contains(pair) || reviewed.contains(pair.reversed());
  }

  /** Says that a pair was looked at, or was not; both hold whichever way round it is. */
  public void review(PairKey pair, boolean set) {
    if (!set) {
      mark(pair.reversed(), false);
      mark(pair, false);
    } else if (!isReviewed(pair)) {
      mark(pair, true);
    }
  }

  /** The notes on pairs, each under the way round it was noted; listen to it, change it by {@link #note}. */
  public ObservableMap<PairKey, String> notes() {
    return notesView;
  }

  /** What is noted on a pair, whichever way round; empty if nothing is. */
  public String noteOn(PairKey pair) {
    return notes.getOrDefault(pair, notes.getOrDefault(pair.reversed(), ""));
  }

  /** Notes something on a pair in place of what was noted before; a blank text takes the note away. */
  public void note(PairKey pair, String text) {
    String now = text.strip();
    PairKey key = notes.containsKey(pair.reversed()) ? pair.reversed() : pair;
    if (now.equals(noteOn(pair))) {
      return;
    }
    if (now.isEmpty()) {
      notes.remove(key);
    } else {
      notes.put(key, now);
    }
    // What was noted before may be kept already, so that no note takes another back.
    keep(new Change(marks, new Object(), true, kept -> kept.note(key, now)));
  }

  private void mark(PairKey pair, boolean set) {
    if (reviewed.contains(pair) != set) {
      put(reviewed, pair, set);
      keep(new Change(marks, pair, set, kept -> kept.review(pair, set)));
    }
  }

  /**
   * What is to be written down.
   *
   * @param of whose marks
   * @param about images, or a pair
   * @param set whether it has the mark from then on
   */
  private record Change(ReviewMarks of, Object about, boolean set, Consumer<ReviewMarks> keep) {
    boolean takesBack(Change other) {
      return of == other.of && about.equals(other.about) && set != other.set;
    }
  }

  /** Changes are written in their order, whichever job comes first; one that is taken back before is not written. */
  private void keep(Change change) {
    synchronized (waiting) {
      if (!waiting.removeIf(change::takesBack)) {
        waiting.add(change);
      }
    }
    open++;
    ReviewMarks of = marks;
    jobs.startQuietly(
        Texts.of("Keep a mark"),
        Lane.IO,
        context -> {
          writeNext();
          return of;
        },
        new Outcome<>(
            this::written,
            failure -> {
              written(of);
              notices.show(failure);
            },
            () -> written(of)));
  }

  private void writeNext() {
    // Not under the lock of the screen's side, which must not wait for the disk.
    synchronized (pen) {
      Change next;
      synchronized (waiting) {
        next = waiting.poll();
      }
      if (next != null) {
        next.keep().accept(next.of());
      }
    }
  }

  /** Once all is written what is shown is what is kept, also where that failed. */
  private void written(ReviewMarks of) {
    open--;
    if (marks == of && open == 0) {
      syncFlags(of);
      sync(reviewed, of.reviewed());
      syncNotes(of);
    }
  }

  private void syncFlags(ReviewMarks of) {
    Set<String> kept = new LinkedHashSet<>(of.flagged());
    if (!flagged.equals(kept)) {
      flagged.clear();
      flagged.addAll(kept);
      flagsChanged();
    }
  }

  private void syncNotes(ReviewMarks of) {
    Map<PairKey, String> kept = of.notes();
    notes.keySet().retainAll(kept.keySet());
    notes.putAll(kept);
  }

  private static <T> void sync(ObservableSet<T> shown, Collection<T> kept) {
    shown.retainAll(kept);
    shown.addAll(kept);
  }

  private static <T> void put(ObservableSet<T> set, T value, boolean in) {
    if (in) {
      set.add(value);
    } else {
      set.remove(value);
    }
  }
}
