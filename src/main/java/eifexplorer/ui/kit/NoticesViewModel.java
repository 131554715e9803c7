package eifexplorer.ui.kit;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The messages on the screen, oldest first; a new one pushes out the oldest of four. */
public final class NoticesViewModel {
  private static final int MOST = 3;

  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(notices);

  /** What is shown. */
  public ObservableList<Notice> notices() {
    return view;
  }

  /** Shows what went wrong; the same message is not shown twice. */
  public void show(Failure failure) {
    add(new Notice(Notice.Kind.ERROR, failure.message(), failure.details()));
  }

  /** Shows a line worth knowing. */
  public void info(String message) {
    add(new Notice(Notice.Kind.INFO, message, ""));
  }

  /** Shows a line worth knowing with something to do about it, such as undoing it. */
  public void info(String message, String action, Runnable run) {
    Notice.Action offered = new Notice.Action(action, run);
    add(new Notice(Notice.Kind.INFO, message, "", Optional.of(offered)));
  }

  /** Takes a message away. */
  public void dismiss(Notice notice) {
    notices.remove(notice);
  }

  private void add(Notice notice) {
    notices.removeIf(other -> other.message().equals(notice.message()));
    notices.add(notice);
    while (notices.size() > MOST) {
      notices.remove(0);
    }
  }
}
