package eifexplorer.ui.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What JavaFX says about the style sheets while a window shows, such as a colour that is not defined; it only logs that. */
final class StyleTroubles extends Handler {
  /** Where JavaFX reports; held, since a logger that nobody holds forgets its handlers. */
  private static final Logger STYLES = Logger.getLogger("javafx.css");

  private final List<String> said = Collections.synchronizedList(new ArrayList<>());

  private StyleTroubles() {}

  /** Listens from now on. */
  static StyleTroubles listen() {
    StyleTroubles troubles = new StyleTroubles();
    STYLES.addHandler(troubles);
    return troubles;
  }

  /** Listens no more; nothing was said. */
  void assertNone() {
    STYLES.removeHandler(this);
    assertEquals(List.of(), said.stream().distinct().toList());
  }

  @Override
  public void publish(LogRecord said) {
    this.said.add(said.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
