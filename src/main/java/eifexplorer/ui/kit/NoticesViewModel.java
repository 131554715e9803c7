package eifexplorer.ui.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The messages on the screen, of which the newest shows: at most one that is worth knowing, which ends by itself, and a few
 * of trouble, which stay until they are dismissed or something else is opened.
 */
public final class NoticesViewModel {
  private static final int MOST = 3;
  private static final Duration SHOWN = Duration.ofSeconds(6);

  /** Whoever is offered something has to decide, too. */
  private static final Duration SHOWN_WITH_ACTION = Duration.ofSeconds(12);

  private final LongSupplier nanoTime;
  private long since;
  private boolean held;

  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(notices);

  /** No messages. */
  public NoticesViewModel() {
    this(System::nanoTime);
  }

  /** No messages, with a clock in nanoseconds. */
  public NoticesViewModel(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** What there is to show, oldest first. */
  public ObservableList<Notice> notices() {
    return view;
  }

  /** Shows what went wrong; the same message is not shown twice. */
  public void show(Failure failure) {
    add(new Notice(Notice.Kind.ERROR, failure.message(), failure.details()));
  }

  /** Shows what went wrong with something to do about it. */
  public void show(Failure failure, String action, Runnable run) {
    add(
        new Notice(
            Notice.Kind.ERROR,
            failure.message(),
            failure.details(),
            Optional.of(new Notice.Action(action, run))));
  }

  /** Shows a line worth knowing. */
  public Notice info(String message) {
    return add(new Notice(Notice.Kind.INFO, message, ""));
  }

  /** Shows a line worth knowing with something to do about it, such as undoing it; dismiss it once that is done otherwise. */
  public Notice info(String message, String action, Runnable run) {
    Notice.Action offered = new Notice.Action(action, run);
    return add(new Notice(Notice.Kind.INFO, message, "", Optional.of(offered)));
  }

  /** Takes a message away. */
  public void dismiss(Notice notice) {
    notices.remove(notice);
  }

  /** Takes all away: they are about something that is no longer open. */
  public void clear() {
    notices.clear();
  }

  /** Whether somebody is at the newest, which does not end then. */
  public void hold(boolean hold) {
    held = hold;
    since = nanoTime.getAsLong();
  }

  /** Ends what has shown long enough; for a timer, a few times a second. */
  public void sample() {
    if (notices.isEmpty() || held) {
      return;
    }
    Notice newest = notices.get(notices.size() - 1);
    Duration shown = newest.action().isPresent() ? SHOWN_WITH_ACTION : SHOWN;
    if (newest.kind() == Notice.Kind.INFO && nanoTime.getAsLong() - since >= shown.toNanos()) {
      dismiss(newest);
    }
  }

  private Notice add(Notice notice) {
    since = nanoTime.getAsLong();
    notices.removeIf(
        other -> other.kind() == Notice.Kind.INFO || other.message().equals(notice.message()));
    notices.add(notice);
    while (notices.size() > MOST) {
      notices.remove(0);
    }
    return notice;
  }
}
