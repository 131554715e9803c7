package eifexplorer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.experiment.attribution.LinearDatamodelingScore;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.testing.SmallResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EarlierValuesTest {
  private final Experiment experiment = new LinearDatamodelingScore(InfluenceEstimators.standard());

  private List<String> added(Map<String, String> parameters) {
    ExperimentResult any = SmallResult.of("aa", 0);
    ExperimentRun run =
        new ExperimentRun("aa", experiment.id(), parameters, "m", any.run().provenance());
    Findings noted =
        EarlierValues.noted(
            experiment, new ExperimentResult(run, "t", "q", any.findings(), any.finished(), 1));
    List<String> notes = new ArrayList<>(noted.notes());
    notes.removeAll(any.findings().notes());
    return notes;
  }

  /** Their parameters as they were written: proxies could not be chosen, and learned. */
  @Test
  void whatAnEarlierVersionDidOtherwiseIsSaid() {
    assertEquals(
        List.of(
            "Run by an earlier version of the program, which knew no other way. Proxies: learned"
                + " too."),
        added(Map.of("protocol", "half")));
  }

  @Test
  void resultsThatNameTheirValuesStayAsTheyAre() {
    assertEquals(List.of(), added(Map.of("protocol", "half", "proxies", "learned")));
    assertEquals(List.of(), added(Map.of("protocol", "epoch")));
  }
}
