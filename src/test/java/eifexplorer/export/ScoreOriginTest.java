package eifexplorer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.experiment.attribution.LdsMeasurement;
import eifexplorer.experiment.attribution.Worth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScoreOriginTest {
  private static ScoreOrigin measured(OptionalDouble low, OptionalDouble ceiling) {
    LdsMeasurement.How how =
        new LdsMeasurement.How(
            "half", "half kept, retrained", "pairs", 64, 2, 486, ceiling, "2026-01-01T00:00:00Z");
    OptionalDouble high = low.isPresent() ? OptionalDouble.of(.71) : low;
    return new ScoreOrigin(
        "trak:lambda=10",
        Optional.of(new Worth("trak:lambda=10", "trak", Map.of(), .66, low, high, how)));
  }

  @Test
  void aTableHasTheNumbersOfTheJson() {
    ScoreOrigin origin = measured(OptionalDouble.of(.61), OptionalDouble.of(.97));
    Map<String, Object> json = new LinkedHashMap<>();
    origin.describeIn(json);
    Map<?, ?> worth = (Map<?, ?>) json.get("predicts_retraining");

    assertEquals(
        List.of(
            "estimator",
            "predicts_retraining",
            "predicts_retraining_low",
            "predicts_retraining_high",
            "predicts_retraining_ceiling"),
        ScoreOrigin.columns());
    assertEquals(List.of("trak:lambda=10", .66, .61, .71, .97), origin.cells());
    assertEquals(
        List.of(.66, .61, .71, .97),
        List.of(worth.get("mean"), worth.get("low"), worth.get("high"), worth.get("ceiling")));
  }

  @Test
  void whatWasNotMeasuredIsEmpty() {
    assertEquals(
        List.of("trak:lambda=10", .66, "", "", ""),
        measured(OptionalDouble.empty(), OptionalDouble.empty()).cells());
    assertEquals(List.of("eif", "", "", "", ""), new ScoreOrigin("eif", Optional.empty()).cells());
  }
}
