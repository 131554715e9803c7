package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreScaleTest {
  @Test
  void scoresHaveThreeDigitsThatCount() {
    ScoreScale scale = ScoreScale.upTo(0.0584);

    assertEquals(
        List.of("+0.0584", "\u22120.0433", "0.0000", "bars 0 – 0.06 in both strips"),
        List.of(scale.signed(0.0584), scale.signed(-0.0433), scale.signed(0), scale.text()));
  }

  @Test
  void smallScoresShareOnePowerOfTen() {
    ScoreScale scale = ScoreScale.upTo(4.21e-6);

    assertEquals(
        List.of("+4.21", "\u22120.35", "scores ×10⁻⁶ · bars 0 – 5 in both strips"),
        List.of(scale.signed(4.21e-6), scale.signed(-3.5e-7), scale.text()));
  }

  @Test
  void aScoreTooSmallForTheScaleHasItsOwnPowerWhereThereIsRoom() {
    ScoreScale scale = ScoreScale.upTo(4.21e-6);

    assertEquals(
        List.of("+0.00", "+3.00×10⁻¹⁰", "+0.35×10⁻⁶"),
        List.of(scale.signed(3e-10), scale.full(3e-10), scale.full(3.5e-7)));
  }

  @Test
  void largeScoresHaveNoDecimals() {
    assertEquals("+1,235", ScoreScale.upTo(1234.6).signed(1234.6));
  }

  @Test
  void barsGoFromNothingToTheTop() {
    ScoreScale scale = ScoreScale.upTo(0.0584);

    assertEquals(
        List.of(0.0, 0.5, 1.0),
        List.of(scale.share(0), round(scale.share(-0.03)), round(scale.share(0.06))));
  }

  private static double round(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  @Test
  void aRoundLargestScoreIsTheTopItself() {
    assertEquals("bars 0 – 0.2 in both strips", ScoreScale.upTo(0.2).text());
  }

  @Test
  void withoutScoresThereIsStillAScale() {
    assertEquals("bars 0 – 1 in both strips", ScoreScale.upTo(0).text());
  }
}
