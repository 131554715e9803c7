package eifexplorer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.experiment.attribution.LinearDatamodelingScore;
import eifexplorer.experiment.reweighting.GroupConfusion;
import eifexplorer.experiment.reweighting.PairConfusion;
import eifexplorer.experiment.study.RunningTime;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.SmallInputs;
import eifexplorer.training.LossSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An experiment that nobody tells whom to ask asks those whose formula is for the model's loss, and names the others. */
class EstimatorsOfEachLossTest {
  private static final String SOFTMAX =
      " is no softmax over one proxy a class, which the estimator's formula needs.";
  private static final String PROBABILITY =
      " gives no probability of a class, which the estimator's formula needs.";

  private static Findings run(Experiment experiment, LossSpec loss, Map<String, String> given) {
    return experiment.run(
        SmallInputs.withLoss(loss),
        ParameterValues.of(experiment.parameters(), given),
        FinishedUnits.inMemory(),
        ExperimentObserver.NONE,
        JobContext.unattended());
  }

  private static List<Object> column(Findings findings, String table, String column) {
    ResultTable of = findings.table(table).orElseThrow();
    return of.rows().stream().map(row -> of.cell(of.rows().indexOf(row), column)).toList();
  }

  private static List<String> leftOut(Findings findings) {
    return findings.notes().stream().filter(note -> note.startsWith("Left out")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ProxyNCA_prob_orig | eif gradient-dot trak if-exact | ",
        "SoftTriple | eif gradient-dot trak if-exact | ",
        "Norm_Softmax | eif gradient-dot trak if-exact | ",
        "ArcFace | eif trak | Left out: Gradient dot product, Gauss-Newton. The loss ArcFace",
        "Proxy_Anchor | eif | Left out: Gradient dot product, Gauss-Newton. The loss Proxy-Anchor",
      })
  void worthIsMeasuredOfThoseThatKnowTheLoss(String name, String estimators, String left) {
    LossSpec loss = LossSpec.named(name);
    LinearDatamodelingScore experiment =
        new LinearDatamodelingScore(InfluenceEstimators.standard());
    Findings findings =
        run(
            experiment,
            loss,
            Map.of("subsets", "4", "seeds", "1", "pairs", "2", "protocol", "epoch"));

    assertEquals(
        List.of((Object[]) estimators.split(" ")), column(findings, "summary", "estimator"));
    List<String> expected =
        left == null
            ? List.of()
            : loss.equals(LossSpec.PROXY_ANCHOR)
                ? List.of(left + SOFTMAX, "Left out: TRAK. The loss Proxy-Anchor" + PROBABILITY)
                : List.of(left + SOFTMAX);
    assertEquals(expected, leftOut(findings));
  }

  @ParameterizedTest
  @CsvSource({
    "ProxyNCA_prob_orig,eif if random,8",
    "SoftTriple,eif if random,8",
    "Norm_Softmax,eif if random,8",
    "ArcFace,eif random,5",
    "Proxy_Anchor,eif random,5"
  })
  void thePapersTablesAskThoseThatKnowTheLoss(String name, String sets, int timed) {
    LossSpec loss = LossSpec.named(name);
    InfluenceEstimators estimators = InfluenceEstimators.standard();
    Map<String, String> few = Map.of("pictures", "0", "rates", "4e-5");
    Findings pairs = run(new PairConfusion(estimators), loss, with(few, "pairs"));
    Findings groups = run(new GroupConfusion(estimators), loss, with(few, "classes"));
    Findings times = run(new RunningTime(), loss, Map.of("pairs", "1"));

    List<Object> expected = List.of((Object[]) sets.split(" "));
    assertEquals(expected, column(pairs, "summary", "sets"));
    assertEquals(expected, column(groups, "summary", "sets"));
    assertEquals(timed, column(times, "runtime", "what").size());
    boolean all = timed == 8;
    String of = " The loss " + loss.title() + SOFTMAX;
    List<String> one = all ? List.of() : List.of("Left out: Influence function." + of);
    assertEquals(List.of(one, one), List.of(leftOut(pairs), leftOut(groups)));
    assertEquals(
        all
            ? List.of()
            : List.of("Left out: Influence function, Gauss-Newton, Gradient dot product." + of),
        leftOut(times));
  }

  private static Map<String, String> with(Map<String, String> given, String count) {
    Map<String, String> values = new HashMap<>(given);
    values.put(count, "1");
    return values;
  }

  @Test
  void anEstimatorThatIsAskedForByNameIsMeant() {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () ->
                run(
                    new PairConfusion(InfluenceEstimators.standard()),
                    LossSpec.ARC_FACE,
                    Map.of("estimators", "eif,gradient-dot")));

    assertEquals(
        "The loss ArcFace"
            + SOFTMAX.replace(".", "")
            + ": estimator gradient-dot. Use the estimator eif.",
        problem.getMessage());
  }
}
