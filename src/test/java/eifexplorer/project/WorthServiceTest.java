package eifexplorer.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.experiment.attribution.ModelWorth;
import eifexplorer.experiment.attribution.Worth;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.CancelAfter;
import eifexplorer.testing.SmallWorkspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorthServiceTest {
  @TempDir Path folder;

  private Explorer explorer;
  private ExplorerSession session;
  private WorthService worths;

  @BeforeEach
  void open() {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(3);
    explorer = small.explorer();
    session = explorer.sessions().openWorkspace(small.workspace(), "", JobContext.unattended());
    worths = explorer.worths();
  }

  @AfterEach
  void close() {
    explorer.close();
  }

  private static ExplorerSession relabelled(ExplorerSession session) {
    int[] labels = session.bundle().trainLabels();
    labels[0] = (labels[0] + 1) % SmallWorkspace.CLASSES;
    return new ExplorerSession(
        session.name(),
        session.workspace(),
        session.dataset(),
        session.bundle().withTrainLabels(labels),
        session.loss(),
        session.modelTitle(),
        session.confusions(),
        session.estimator());
  }

  private static Optional<String> measurement(Optional<Worth> worth) {
    return worth.map(of -> of.measurement().subsets() + " × " + of.measurement().seeds());
  }

  @Test
  void whatWasMeasuredIsKnownAgainUntilALabelChanges() {
    assertEquals(Optional.empty(), worths.known(session).of("eif", Map.of()));
    EstimatorWorths.Plan plan =
        worths.plan(session, "trak", Map.of("lambda", "10"), JobContext.unattended());
    assertEquals("eif,gradient-dot,trak,trak:lambda=10", plan.values().get("estimators"));
    assertEquals(
        List.of("32", "2"), List.of(plan.values().get("subsets"), plan.values().get("seeds")));
    assertTrue(!plan.expected().isNegative() && !plan.expected().isZero());
    Map<String, String> fewer =
        Map.of(
            "protocol", "epoch", "subsets", "4", "seeds", "1", "estimators", "eif,trak:lambda=10");

    ModelWorth measured =
        worths.measure(
            session,
            new EstimatorWorths.Plan(fewer, 0, 4, plan.expected(), List.of()),
            JobContext.unattended());

    ModelWorth known = worths.known(session);
    for (ModelWorth worth : new ModelWorth[] {measured, known}) {
      assertEquals(Optional.of("4 × 1"), measurement(worth.of("trak", Map.of("lambda", "10"))));
    }
    ModelWorth after = worths.known(relabelled(session));
    assertEquals(Optional.empty(), after.of("eif", Map.of()));
    assertEquals(Optional.of("4 × 1"), measurement(after.formerly("eif", Map.of())));
  }

  @Test
  void aPlanCountsTheHeadsThatAreKept() {
    EstimatorWorths.Plan first = worths.plan(session, "eif", Map.of(), JobContext.unattended());
    assertEquals(List.of(0, 64), List.of(first.kept(), first.trainings()));
    assertEquals(
        List.of("Left out: TracIn. No epochs were kept of the run that trained this model."),
        first.leftOut());
    assertThrows(
        JobCancelledException.class, () -> worths.measure(session, first, new CancelAfter(5)));

    EstimatorWorths.Plan second =
        worths.plan(session, "trak", Map.of("lambda", "10"), JobContext.unattended());

    assertEquals(List.of(10, 54), List.of(second.kept(), second.trainings()));
  }
}
