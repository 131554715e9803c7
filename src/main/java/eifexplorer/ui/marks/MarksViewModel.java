package eifexplorer.ui.marks;

import eifexplorer.job.Lane;
import eifexplorer.review.ReviewMarks;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/**
 * The marks of what is open. A change shows at once and is written in the background; one that can't be written is taken
 * back with a notice.
 */
public final class MarksViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final ObservableSet<String> flagged = FXCollections.observableSet();
  private final ObservableSet<PairKey> reviewed = FXCollections.observableSet();

  // Kept, since a view that nobody holds takes its listeners with it.
  private final ObservableSet<String> flaggedView =
      FXCollections.unmodifiableObservableSet(flagged);
  private final ObservableSet<PairKey> reviewedView =
      FXCollections.unmodifiableObservableSet(reviewed);
  private final StringProperty staleLabels = new SimpleStringProperty("");
  private ReviewMarks marks = ReviewMarks.inMemory();

  /** No marks yet. */
  public MarksViewModel(FxJobs jobs, NoticesViewModel notices) {
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Shows other marks. */
  public void show(ReviewMarks newMarks) {
    marks = newMarks;
    flagged.clear();
    flagged.addAll(newMarks.flagged());
    reviewed.clear();
    reviewed.addAll(newMarks.reviewed());
  }

  /** Paths of the flagged training images; listen to it, change it by {@link #flag}. */
  public ObservableSet<String> flagged() {
    return flaggedView;
  }

  /** The pairs that were looked at; listen to it, change it by {@link #review}. */
  public ObservableSet<PairKey> reviewed() {
    return reviewedView;
  }

  /** What became of the labels since the session was opened, such as {@code stale: 12 labels changed}; may be empty. */
  public StringProperty staleLabelsProperty() {
    return staleLabels;
  }

  /** Flags a training image, or takes the flag away. */
  public void flag(String image, boolean set) {
    change(flagged, image, set, kept -> kept.flag(image, set));
  }

  /** True if a pair was looked at, whichever way round. */
  public boolean isReviewed(PairKey pair) {
    return reviewed.contains(pair) || reviewed.contains(pair.reversed());
  }

  /** Says that a pair was looked at, or was not; both hold whichever way round it is. */
  public void review(PairKey pair, boolean set) {
    if (!set) {
      review(pair.reversed(), false, reviewed);
      review(pair, false, reviewed);
    } else if (!isReviewed(pair)) {
      review(pair, true, reviewed);
    }
  }

  private void review(PairKey pair, boolean set, ObservableSet<PairKey> shown) {
    change(shown, pair, set, kept -> kept.review(pair, set));
  }

  /** A way to keep a change. */
  private interface Keep {
    void in(ReviewMarks marks);
  }

  private <T> void change(ObservableSet<T> shown, T value, boolean set, Keep keep) {
    if (shown.contains(value) == set) {
      return;
    }
    put(shown, value, set);
    ReviewMarks of = marks;
    jobs.startQuietly(
        "Keep a mark",
        Lane.IO,
        context -> {
          keep.in(of);
          return of;
        },
        Outcome.of(
            kept -> {},
            failure -> {
              if (marks == of) {
                put(shown, value, !set);
              }
              notices.show(failure);
            }));
  }

  private static <T> void put(ObservableSet<T> set, T value, boolean in) {
    if (in) {
      set.add(value);
    } else {
      set.remove(value);
    }
  }
}
