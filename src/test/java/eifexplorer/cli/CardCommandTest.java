package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.experiment.attribution.LdsMeasurement;
import eifexplorer.experiment.attribution.Worth;
import eifexplorer.export.PairCard;
import eifexplorer.export.PairCard.Photo;
import eifexplorer.export.PairCard.Strip;
import eifexplorer.export.ScoreOrigin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CardCommandTest {
  private static PairCard card(Optional<Worth> worth) {
    Photo photo = new Photo(Optional.empty(), "Crow", "a.jpg", 3, 0);
    return new PairCard(
        List.of(photo, new Photo(Optional.empty(), "Raven", "b.jpg", 7, 0)),
        .25,
        "",
        new Strip(List.of(), 0),
        new Strip(List.of(), 0),
        List.of("A sentence"),
        "TRAK · lambda 10",
        "worth",
        new ScoreOrigin("trak:lambda=10", worth),
        "",
        Map.of(),
        Optional.empty());
  }

  private static Map<String, Object> expected(Object worth) {
    Map<String, Object> all = new HashMap<>();
    all.put("pair", List.of(3, 7));
    all.put("distance", .25);
    all.put("verdict", List.of("A sentence"));
    all.put("estimator", "trak:lambda=10");
    all.put("predicts_retraining", worth);
    return all;
  }

  @Test
  void jsonHasTheWorthInNumbersOrSaysThatItWasNotMeasured() {
    Map<String, Object> worth = new HashMap<>();
    worth.put("mean", .66);
    worth.put("low", .61);
    worth.put("high", .71);
    worth.put("ceiling", .97);
    worth.put("protocol", "half");
    worth.put("of", "pairs");
    worth.put("subsets", 64);
    worth.put("seeds", 2);
    worth.put("measured", 486);
    LdsMeasurement.How how =
        new LdsMeasurement.How(
            "half", "half kept, retrained", "pairs", 64, 2, 486, OptionalDouble.of(.97), "2026");
    Worth measured =
        new Worth(
            "trak:lambda=10",
            "trak",
            Map.of("lambda", "10"),
            .66,
            OptionalDouble.of(.61),
            OptionalDouble.of(.71),
            how);

    assertEquals(expected(worth), CardCommand.described(card(Optional.of(measured))));
    assertEquals(expected(null), CardCommand.described(card(Optional.empty())));
  }
}
