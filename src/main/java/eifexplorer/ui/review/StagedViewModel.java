package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Lane;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Staging;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What was decided and is not committed, the label revisions, and how far the review is. */
public final class StagedViewModel {
  private final NoticesViewModel notices;
  private final WriteLine line;
  private final LatestJob<Summary> summary;
  private final StringBinding stale;
  private final Runnable changed;
  private final StringProperty message = new SimpleStringProperty("");
  private final ObservableList<Revision> revisions = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper();
  private @Nullable OpenReview review;

  /**
   * Nothing staged yet.
   *
   * @param changed is told when something was committed or checked out
   */
  StagedViewModel(FxJobs jobs, NoticesViewModel notices, WriteLine line, Runnable changed) {
    this.notices = notices;
    this.line = line;
    this.changed = changed;
    summary = new LatestJob<>(jobs);
    stale =
        Bindings.createStringBinding(
            () -> summaryProperty().get() == null ? "" : summaryProperty().get().stale(),
            summary.valueProperty());
  }

  /** How far the review is; null while that is not known. */
  ReadOnlyObjectProperty<Summary> summaryProperty() {
    return summary.valueProperty();
  }

  /** What to say of the session's labels; empty if they are those of the current revision. */
  public StringBinding staleProperty() {
    return stale;
  }

  /** The message of the next commit. */
  public StringProperty messageProperty() {
    return message;
  }

  /** Every label revision, newest first. */
  public ObservableList<Revision> revisions() {
    return revisions;
  }

  /** Number of the current revision. */
  public ReadOnlyIntegerProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** What a commit would write; empty while that is not known. */
  public Optional<Staging> staging() {
    return Optional.ofNullable(summary.valueProperty().get()).map(Summary::staging);
  }

  /** Sums up an opened review. */
  void show(OpenReview newReview) {
    review = newReview;
    summary.clear();
    list();
  }

  /** Forgets the review. */
  void clear() {
    review = null;
    summary.clear();
    revisions.clear();
  }

  /** Sums up again. */
  void sumUp(Supplier<Summary> how) {
    summary.askQuietly(Texts.of("Sum up the review"), Lane.COMPUTE, context -> how.get());
  }

  private void list() {
    ReviewDesk desk = requireNonNull(review).desk();
    line.addOwn(
        Texts.of("List label revisions"),
        () -> Optional.of(context -> listed(desk, desk.revisions(), desk.current().number())));
  }

  private Runnable listed(ReviewDesk of, List<Revision> all, int number) {
    List<Revision> newest = new ArrayList<>(all);
    Collections.reverse(newest);
    return () -> {
      if (review != null && of == review.desk()) {
        revisions.setAll(newest);
        current.set(number);
      }
    };
  }

  /**
   * Commits what is staged, after what is still being written, or says why that can't be.
   *
   * @return false if only the message is missing
   */
  public boolean commit() {
    boolean nothing = staging().map(staging -> staging.changes().isEmpty()).orElse(false);
    if (!mayWrite()) {
      return true;
    } else if (nothing) {
      notices.info(Texts.of("Nothing is staged: there is nothing to commit."));
    } else if (message.get().isBlank()) {
      notices.info(Texts.of("The message is empty. Say in a few words what was done."));
      return false;
    } else {
      write();
    }
    return true;
  }

  private void write() {
    if (review != null) {
      ReviewDesk desk = requireNonNull(review).desk();
      String text = message.get();
      line.add(
          Texts.of("Commit"),
          () ->
              Optional.of(
                  context -> {
                    Revision made = desk.commit(text);
                    Runnable show = listed(desk, desk.revisions(), made.number());
                    return () -> {
                      show.run();
                      message.set("");
                      changed.run();
                    };
                  }));
    }
  }

  /** Goes to a revision; what is staged and not committed is dropped. */
  public void checkout(int number) {
    if (mayWrite()) {
      ReviewDesk desk = requireNonNull(review).desk();
      line.add(
          Texts.of("Go to revision {0}", number),
          () ->
              Optional.of(
                  context -> {
                    Revision gone = desk.checkout(number);
                    Runnable show = listed(desk, desk.revisions(), gone.number());
                    return () -> {
                      show.run();
                      changed.run();
                    };
                  }));
    }
  }

  private boolean mayWrite() {
    if (review == null) {
      return false;
    }
    review.locked().ifPresent(notices::info);
    return review.locked().isEmpty();
  }
}
