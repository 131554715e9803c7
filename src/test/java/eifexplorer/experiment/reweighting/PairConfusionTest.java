package eifexplorer.experiment.reweighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.PictureSheet;
import eifexplorer.experiment.ResultChart;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.Target;
import eifexplorer.influence.EifEstimator;
import eifexplorer.influence.EifParameters;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.testing.CancelAfter;
import eifexplorer.testing.ExperimentBench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairConfusionTest extends ExperimentBench {
  private static final Map<String, String> THREE_PAIRS =
      Map.of("pairs", "3", "seeds", "0,1", "rates", "4e-5,4e-3", "pictures", "1");

  @TempDir Path folder;

  PairConfusionTest() {
    super(new PairConfusion(InfluenceEstimators.standard()));
  }

  private Findings run(Map<String, String> given) {
    return run(given, FinishedUnits.inMemory(), JobContext.unattended());
  }

  @Test
  void aSentenceIsAsExactAsTheTable() {
    assertEquals(
        List.of("+0.0015", "\u22120.0300", "0.0000"),
        List.of(.00152, -.03, -.00004).stream().map(ReweightingFindings::change).toList());
  }

  @Test
  void influenceMovesPairsApartAndRandomSetsDoNot() {
    ResultTable summary = run(Map.of("pairs", "10", "pictures", "0")).tables().get(0);

    assertEquals(List.of("eif", "if", "random"), column(summary, "sets"));
    double eif = (double) summary.cell(0, "mean_change");
    double random = (double) summary.cell(2, "mean_change");
    assertTrue(eif > 0 && eif > random, eif + " and " + random);
  }

  @Test
  void peopleReadWordsAndFilesKeepIds() {
    Findings findings =
        run(Map.of("pairs", "1", "estimators", "gradient-dot", "pictures", "0", "rates", "4e-5"));
    ResultTable summary = findings.tables().get(0);
    ResultTable pairs = findings.table("pairs").orElseThrow();

    assertEquals("gradient-dot", summary.cell(0, "sets"));
    assertEquals("Gradient dot product", inWords(summary, "sets"));
    assertEquals("4e-5", inWords(summary, "rate"));
    assertEquals(
        List.of("change_gradient-dot_4e-5", "Δd Gradient dot product, 4e-5"),
        List.of(pairs.columns().get(7).name(), pairs.columns().get(7).title()));
    assertEquals(
        List.of("Gradient dot product", "random"),
        findings.charts().get(0).series().stream().map(ResultChart.Series::name).toList());
    assertTrue(
        findings
            .notes()
            .get(0)
            .matches("At learning rate 4e-5 the mean .* \\(Gradient dot product\\), .*"),
        findings.notes().get(0));
  }

  private static String inWords(ResultTable table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .map(column -> column.inWords(table.cell(0, name)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRowIsAPairWithTheMeanOfItsSeeds() {
    FinishedUnits units = FinishedUnits.inMemory();
    Findings findings = run(THREE_PAIRS, units, JobContext.unattended());
    ResultTable pairs = findings.table("pairs").orElseThrow();
    ConfusionPair first = inputs.confusions().pairs().get(0);
    String key = "p" + first.wrong() + "-" + first.confusedWith() + "/eif/4e-5/";
    Trial zero = units.find(key + 0, Trial.class).orElseThrow();
    Trial one = units.find(key + 1, Trial.class).orElseThrow();

    assertEquals(3, pairs.rows().size());
    assertEquals(Target.pair(first.wrong(), first.confusedWith()), pairs.rows().get(0).target());
    assertEquals(
        (zero.change() + one.change()) / 2, (double) pairs.cell(0, "change_eif_4e-5"), 1e-15);
    assertEquals(zero.before(), pairs.cell(0, "before"));
    assertEquals(first.distance(), zero.before(), 1e-5);
  }

  @Test
  void pairsAreTheFirstOrSpreadOverAll() {
    List<ConfusionPair> all = inputs.confusions().pairs();
    Map<String, String> spread =
        Map.of("pairs", "3", "estimators", "gradient-dot", "pictures", "0", "choice", "spread");

    assertEquals(
        List.of(0, all.size() / 3, 2 * all.size() / 3).stream()
            .map(i -> (Object) all.get(i).wrong())
            .toList(),
        column(run(spread).table("pairs").orElseThrow(), "wrong"));
    assertEquals(
        all.stream().limit(3).map(pair -> (Object) pair.wrong()).toList(),
        column(run(THREE_PAIRS).table("pairs").orElseThrow(), "wrong"));
  }

  @Test
  void thePictureHasThePairAndItsMostHarmfulImages() {
    PictureSheet sheet = run(THREE_PAIRS).sheets().get(0);
    ConfusionPair pair = inputs.confusions().pairs().get(0);
    int[] harmful =
        new EifEstimator(inputs.bundle(), inputs.loss(), EifParameters.DEFAULT)
            .estimate(
                InfluenceQuery.pair(pair.wrong(), pair.confusedWith()), JobContext.unattended())
            .harmful();

    assertEquals(3, sheet.rows().size());
    assertEquals(
        List.of("test/" + pair.wrong() + ".jpg", "test/" + pair.confusedWith() + ".jpg"),
        sheet.rows().get(0).pictures().stream().map(PictureSheet.Picture::path).toList());
    assertEquals(
        Arrays.stream(harmful).limit(5).boxed().toList(),
        sheet.rows().get(1).pictures().stream().map(PictureSheet.Picture::index).toList());
  }

  @Test
  void aCancelledRunGoesOnToTheSameResult() {
    Findings whole = run(THREE_PAIRS);
    Path file = folder.resolve("units.jsonl");
    for (int cancelled : new int[] {1, 5, 13}) {
      FinishedUnits units = FinishedUnits.in(file);
      assertThrows(
          JobCancelledException.class, () -> run(THREE_PAIRS, units, new CancelAfter(cancelled)));
    }
    assertEquals(1 + 5 + 13, FinishedUnits.in(file).size());

    assertEquals(whole, run(THREE_PAIRS, FinishedUnits.in(file), JobContext.unattended()));
  }

  @Test
  void whatIsKnownSoFarIsShownAfterEachPair() {
    List<Integer> pairs = new ArrayList<>();
    experiment.run(
        inputs,
        ParameterValues.of(experiment.parameters(), THREE_PAIRS),
        FinishedUnits.inMemory(),
        findings -> pairs.add(findings.table("pairs").orElseThrow().rows().size()),
        JobContext.unattended());

    assertEquals(List.of(1, 2, 3), pairs);
  }

  @Test
  void groupsAreThoseOfTheMostConfusedClasses() {
    Experiment groups = new GroupConfusion(InfluenceEstimators.standard());
    Findings findings =
        groups.run(
            inputs,
            ParameterValues.of(
                groups.parameters(), Map.of("classes", "2", "estimators", "eif", "pictures", "0")),
            FinishedUnits.inMemory(),
            ExperimentObserver.NONE,
            JobContext.unattended());

    ResultTable table = findings.table("groups").orElseThrow();
    assertEquals(2, table.rows().size());
    assertEquals(Target.Kind.GROUP, table.rows().get(0).target().kind());
    assertTrue((double) table.cell(0, "change_eif_4e-5") > 0);
  }

  private static List<Object> column(ResultTable table, String name) {
    List<Object> cells = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      cells.add(table.cell(row, name));
    }
    return cells;
  }
}
