package eifexplorer.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.run.RunState;
import eifexplorer.run.RunSummary;
import eifexplorer.training.BatchReport;
import eifexplorer.training.EpochReport;
import eifexplorer.training.PlanPresets;
import eifexplorer.workspace.Provenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class LiveRunTest {
  private final LiveRun run = new LiveRun(Path.of("ws"), PlanPresets.plan("demo"));

  @Test
  void lossesAreSmoothedOverEpochs() {
    run.batchDone(new BatchReport(1, 1, 2, 3));
    run.batchDone(new BatchReport(1, 2, 2, 2));
    assertEquals(List.of(new Point2D(0.5, 3), new Point2D(1, 0.9 * 3 + 0.1 * 2)), run.losses());
  }

  private static RunSummary summary(EpochReport... epochs) {
    return new RunSummary(
        "r",
        RunState.INTERRUPTED,
        "",
        PlanPresets.plan("demo"),
        List.of(epochs),
        Optional.empty(),
        0,
        "",
        List.of(),
        new Provenance("test", "2026-01-01T00:00:00Z", "train", Map.of(), Map.of()));
  }

  /** It was paused in its second epoch and begins that again from a checkpoint. */
  @Test
  void theCurveOfARunThatGoesOnIsThatOfTheWholeRun() {
    EpochReport first = new EpochReport(1, 2.5, 1, 100, 1, Map.of());
    run.started(summary());
    run.batchDone(new BatchReport(1, 1, 2, 3));
    run.batchDone(new BatchReport(1, 2, 2, 3));
    run.epochDone(first);
    run.batchDone(new BatchReport(2, 1, 2, 3));
    LiveRun on = LiveRun.goingOn(Path.of("ws"), RunRow.of(summary(first), Optional.of(run)));
    assertEquals(List.of(0.5, 1.0, 1.5), at(on));
    on.started(summary(first));
    on.batchDone(new BatchReport(2, 1, 2, 2));
    on.batchDone(new BatchReport(2, 2, 2, 2));
    assertEquals(List.of(0.5, 1.0, 1.5, 2.0), at(on));
    assertEquals(0.9 * 3 + 0.1 * 2, on.losses().get(2).getY(), 1e-12);
  }

  @Test
  void theCurveOfARunOfAnEarlierProgramStartBeginsWithItsEpochs() {
    EpochReport first = new EpochReport(1, 2.5, 1, 100, 1, Map.of());
    LiveRun on = LiveRun.goingOn(Path.of("ws"), RunRow.of(summary(first), Optional.empty()));
    on.started(summary(first));
    on.batchDone(new BatchReport(2, 1, 2, 2));
    assertEquals(List.of(1.0, 1.5), at(on));
  }

  private static List<Double> at(LiveRun run) {
    return run.losses().stream().map(Point2D::getX).toList();
  }

  @Test
  void aLongRunKeepsABoundedNumberOfPointsFromItsBeginningToItsEnd() {
    int batches = 5000;
    for (int b = 1; b <= batches; b++) {
      run.batchDone(new BatchReport(1, b, batches, 1));
    }
    List<Point2D> points = run.losses();
    assertTrue(points.size() <= 1001 && points.size() >= 300, "points: " + points.size());
    assertEquals(1.0 / batches, points.get(0).getX(), 1e-9);
    assertTrue(points.get(points.size() - 1).getX() > 0.99);
  }
}
