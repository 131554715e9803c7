package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstFrameTest {
  private final FirstFrame frame = new FirstFrame();
  private final List<String> done = new ArrayList<>();

  @Test
  void whatIsOpenedBeforeTheFrameIsHandedOnWithItInItsOrder() {
    frame.expect();
    frame.execute(() -> done.add("first"));
    frame.execute(() -> done.add("second"));
    assertEquals(List.of(), done);

    frame.painted();

    assertEquals(List.of("first", "second"), done);
  }

  @Test
  void nothingWaitsWithoutAWindowOrBehindItsFrame() {
    frame.execute(() -> done.add("no window"));
    frame.expect();
    frame.painted();
    frame.execute(() -> done.add("later"));

    assertEquals(List.of("no window", "later"), done);
  }
}
