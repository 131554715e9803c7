package eifexplorer.experiment.mislabel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.ResultTable;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.CancelAfter;
import eifexplorer.testing.ExperimentBench;
import eifexplorer.testing.SmallInputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MislabelDetectionTest extends ExperimentBench {
  private static final Map<String, String> FEW =
      Map.of(
          "rates",
          "0.1",
          "seeds",
          "0,1",
          "losses",
          "SoftTriple",
          "detectors",
          "default,eif-group,harmful,random");

  @TempDir Path folder;

  MislabelDetectionTest() {
    super(new MislabelDetection());
  }

  @Test
  void everyDetectorHasARowAndACurve() {
    Findings findings = run(FEW, FinishedUnits.inMemory(), JobContext.unattended());
    ResultTable detection = findings.table("detection").orElseThrow();

    assertEquals(4, detection.rows().size());
    assertEquals(
        List.of("shift5", 0.1, "SoftTriple", "default"), detection.key(detection.rows().get(0)));
    assertEquals(2, detection.cell(0, "seeds"));
    assertTrue(
        (double) detection.cell(0, "average_precision")
            > (double) detection.cell(3, "average_precision"));
    assertEquals(
        List.of("The queue's order", "Influence on the worst group", "Harmful", "At random"),
        findings.charts().get(0).series().stream().map(series -> series.name()).toList());
    assertEquals(100.0, findings.charts().get(0).series().get(0).y().get(100), 1e-9);
    ResultTable relabelling = findings.table("relabelling").orElseThrow();
    assertEquals("reference", relabelling.cell(0, "rule"));
    assertEquals(5, relabelling.rows().size());
    assertEquals(
        List.of(
            "five classes on (paper)",
            "0.10",
            "SoftTriple",
            "The authors' rule, of harmful images"),
        inWords(relabelling, 4));
    assertTrue(
        findings.notes().get(0).startsWith("five classes on (paper), 10 % wrong, SoftTriple: "),
        findings.notes().get(0));
  }

  private static List<String> inWords(ResultTable table, int columns) {
    return IntStream.range(0, columns)
        .mapToObj(c -> table.columns().get(c).inWords(table.rows().get(0).cells().get(c)))
        .toList();
  }

  @Test
  void aCancelledRunGoesOnToTheSameResult() {
    Findings whole = run(FEW, FinishedUnits.inMemory(), JobContext.unattended());
    Path file = folder.resolve("units.jsonl");
    for (int cancelled : new int[] {1, 2, 4}) {
      FinishedUnits units = FinishedUnits.in(file);
      assertThrows(JobCancelledException.class, () -> run(FEW, units, new CancelAfter(cancelled)));
    }
    assertEquals(7, FinishedUnits.in(file).size());

    assertEquals(whole, run(FEW, FinishedUnits.in(file), JobContext.unattended()));
  }

  @Test
  void labelsKnownToBeWrongAreSetRightFirst() {
    Findings clean = run(FEW, FinishedUnits.inMemory(), JobContext.unattended());
    inputs = SmallInputs.withWrongLabels(inputs, .2);

    Findings again = run(FEW, FinishedUnits.inMemory(), JobContext.unattended());

    assertEquals(clean.tables(), again.tables());
    assertEquals(
        "The 60 labels that are known to be wrong were set right before others were made wrong.",
        again.notes().get(again.notes().size() - 1));
  }

  /** Each class is taken for the one that looks most alike: with one seed there is no spread. */
  @Test
  void lookAlikesCanBeTakenForEachOther() {
    Map<String, String> lookAlikes =
        Map.of(
            "noise",
            "confusion",
            "rates",
            "0.2",
            "seeds",
            "0",
            "losses",
            "ProxyNCA_prob_orig",
            "detectors",
            "centroid,random");

    ResultTable detection =
        run(lookAlikes, FinishedUnits.inMemory(), JobContext.unattended())
            .table("detection")
            .orElseThrow();

    assertEquals(null, detection.cell(0, "average_precision_sd"));
    assertTrue(
        (double) detection.cell(0, "average_precision")
            > (double) detection.cell(1, "average_precision"));
  }

  @Test
  void labelsThatTheDataSetHasWrongAreLookedFor() {
    inputs = SmallInputs.withWrongLabels(inputs, .2);
    Map<String, String> given =
        Map.of(
            "noise", "given", "seeds", "0", "losses", "SoftTriple", "detectors", "centroid,random");
    Findings findings = run(given, FinishedUnits.inMemory(), JobContext.unattended());
    ResultTable detection = findings.table("detection").orElseThrow();
    assertEquals(
        List.of("given", .2, "SoftTriple", "centroid"), detection.key(detection.rows().get(0)));
    assertEquals(
        detection.cell(0, "average_precision"),
        value(findings, "mislabel", "given", "SoftTriple", "centroid", "average_precision"));
    assertTrue(
        (double) detection.cell(0, "average_precision")
            > (double) detection.cell(1, "average_precision"));
    assertEquals(
        findings.table("relabelling").orElseThrow().cell(1, "accuracy"),
        value(findings, "mislabel", "given", "SoftTriple", "suggestions", "margins_top1"));
  }

  private static @Nullable Object value(Findings findings, String... path) {
    Object value = findings.values();
    for (String name : path) {
      value = ((Map<?, ?>) value).get(name);
    }
    return value;
  }

  @Test
  void withoutTrueLabelsThereIsNothingToLookFor() {
    ProblemException e =
        assertThrows(
            ProblemException.class,
            () ->
                run(
                    Map.of("noise", "shift5,given"),
                    FinishedUnits.inMemory(),
                    JobContext.unattended()));
    assertEquals("No training label is known to be wrong", e.what());
  }
}
