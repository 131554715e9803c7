package eifexplorer.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InfluenceBenchmarkTest {
  private static final int ENOUGH = 3;

  private final List<Long> done = new ArrayList<>();
  private final List<Long> totals = new ArrayList<>();

  @Test
  void everyMeasurementIsAStepAfterWhichItCanBeCancelled() {
    InfluenceBenchmark benchmark = new InfluenceBenchmark(20, 4, 3, 2, 2);
    assertThrows(
        JobCancelledException.class,
        () ->
            benchmark.run(
                new JavaMatrixMath(), InfluenceEstimators.standard(), Optional.empty(), watched()));

    assertEquals(List.of(0L, 1L, 2L), done, "of the whole alone");
    assertEquals(1, totals.stream().distinct().count(), "one job");
  }

  private JobContext watched() {
    return new JobContext() {
      @Override
      public void progress(long now, long total, String unit) {
        done.add(now);
        totals.add(total);
      }

      @Override
      public void log(String line) {}

      @Override
      public boolean cancelled() {
        return done.size() >= ENOUGH;
      }
    };
  }
}
