package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesViewModelTest {
  private long seconds;
  private final NoticesViewModel notices = new NoticesViewModel(() -> seconds * 1_000_000_000L);

  private List<String> messages() {
    return notices.notices().stream().map(Notice::message).toList();
  }

  @Test
  void theOldestTroubleGivesWayToTheFourth() {
    for (String message : List.of("a", "b", "c", "d")) {
      notices.show(new Failure(message, ""));
    }

    assertEquals(List.of("b", "c", "d"), messages());
  }

  @Test
  void theSameMessageIsShownOnce() {
    notices.show(new Failure("a", "first"));
    notices.info("b");
    notices.show(new Failure("a", "second"));

    assertEquals(List.of(new Notice(Notice.Kind.ERROR, "a", "second")), notices.notices());
  }

  @Test
  void dismissedOnesGo() {
    notices.show(new Failure("a", ""));
    notices.info("b");

    notices.dismiss(notices.notices().get(0));

    assertEquals(List.of("b"), messages());
  }

  private void after(int more) {
    seconds += more;
    notices.sample();
  }

  @Test
  void whatIsWorthKnowingIsOneAtATimeAndEndsByItself() {
    notices.info("a");
    after(5);
    notices.info("b");
    assertEquals(List.of("b"), messages());
    after(5);
    assertEquals(List.of("b"), messages());
    after(1);
    assertEquals(List.of(), messages());
  }

  @Test
  void whatCanBeDoneAboutShowsLonger() {
    notices.info("a", "Undo", () -> {});
    after(11);
    assertEquals(List.of("a"), messages());
    after(1);
    assertEquals(List.of(), messages());
  }

  @Test
  void troubleStaysBelowWhatIsWorthKnowing() {
    notices.show(new Failure("a", ""));
    notices.info("b");
    after(100);
    after(100);
    assertEquals(List.of("a"), messages());
  }

  @Test
  void whoIsReadingHasAllTheTimeAndThenTheWholeTime() {
    notices.info("a");
    notices.hold(true);
    after(100);
    notices.hold(false);
    after(5);
    assertEquals(List.of("a"), messages());
    after(1);
    assertEquals(List.of(), messages());
  }
}
