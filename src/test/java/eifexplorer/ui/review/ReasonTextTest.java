package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.review.Reason;
import eifexplorer.review.suspect.SuspectDetector;
import eifexplorer.review.suspect.SuspectDetectors;
import org.junit.jupiter.api.Test;

class ReasonTextTest {
  private static String text(String detector, double value) {
    SuspectDetector by = SuspectDetectors.byId(detector);
    return ReasonText.of(new Reason(by.info(), value, by.format(value), 1, 12));
  }

  @Test
  void valuesAreWrittenAsOnEveryScreen() {
    assertEquals("6,562", text("tracin", 6562.15));
    assertEquals("0.00100", text("tracin", .001));
    assertEquals("1.20×10⁻⁵", text("tracin", .000012));
    assertEquals("\u22120.31", text("aum", -.31));
    assertEquals("unknown", text("aum", Double.NaN));
    assertEquals("1 pair", text("harmful", 1));
  }
}
