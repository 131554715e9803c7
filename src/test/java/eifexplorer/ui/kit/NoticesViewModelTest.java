package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesViewModelTest {
  private final NoticesViewModel notices = new NoticesViewModel();

  private List<String> messages() {
    return notices.notices().stream().map(Notice::message).toList();
  }

  @Test
  void theOldestGivesWayToTheFourth() {
    for (String message : List.of("a", "b", "c", "d")) {
      notices.info(message);
    }

    assertEquals(List.of("b", "c", "d"), messages());
  }

  @Test
  void theSameMessageIsShownOnce() {
    notices.show(new Failure("a", "first"));
    notices.info("b");
    notices.show(new Failure("a", "second"));

    assertEquals(
        List.of(
            new Notice(Notice.Kind.INFO, "b", ""), new Notice(Notice.Kind.ERROR, "a", "second")),
        notices.notices());
  }

  @Test
  void dismissedOnesGo() {
    notices.info("a");
    notices.info("b");

    notices.dismiss(notices.notices().get(0));

    assertEquals(List.of("b"), messages());
  }
}
