package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void countsAreWrittenWithTheirThing() {
    assertEquals(
        List.of("0 pairs", "1 pair", "1,487 pairs"),
        List.of(
            Texts.count(0, "pair", "pairs"),
            Texts.count(1, "pair", "pairs"),
            Texts.count(1487, "pair", "pairs")));
  }

  @Test
  void placesAreCountedFromOne() {
    assertEquals(List.of("1", "1,000"), List.of(Texts.place(0), Texts.place(999)));
  }

  @Test
  void spansNameTheirTwoLargestUnits() {
    assertEquals(
        List.of("0 s", "15 s", "4 min 52 s", "2 h 5 min"),
        List.of(
            Texts.span(Duration.ofMillis(300)),
            Texts.span(Duration.ofSeconds(15)),
            Texts.span(Duration.ofSeconds(292)),
            Texts.span(Duration.ofMinutes(125))));
  }

  @Test
  void distancesHaveThreeDecimalsAndZeroIsNone() {
    assertEquals(
        List.of("0.148", "0.000", "0"),
        List.of(Texts.distance(0.1484), Texts.distance(1e-5), Texts.distance(0)));
  }

  @Test
  void probabilitiesAndCoefficientsHaveTwoDecimals() {
    assertEquals(
        List.of("1.00", "0.61", "\u22120.12", "\u22120.01", "0.00"),
        List.of(
            Texts.coefficient(1),
            Texts.coefficient(0.612),
            Texts.coefficient(-0.12),
            Texts.coefficient(-0.006),
            Texts.coefficient(-0.004)));
  }

  @Test
  void signedNumbersHaveATrueMinus() {
    assertEquals(
        List.of("+0.312", "\u22120.0400", "+4.10×10⁻⁶", "0"),
        List.of(Texts.signed(0.312), Texts.signed(-0.04), Texts.signed(4.1e-6), Texts.signed(0)));
    assertEquals(
        List.of("+0.31", "\u22120.04", "0.00", "0.00"),
        List.of(
            Texts.signed(0.312, 2),
            Texts.signed(-0.04, 2),
            Texts.signed(-0.004, 2),
            Texts.signed(0, 2)));
  }
}
