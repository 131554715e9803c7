package eifexplorer.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.training.BatchReport;
import eifexplorer.training.PlanPresets;
import java.nio.file.Path;
import java.util.List;
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
