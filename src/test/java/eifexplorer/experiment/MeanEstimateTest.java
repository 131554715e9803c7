package eifexplorer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class MeanEstimateTest {
  /** Deviation sqrt(5/3); Student's t of .975 with 3 degrees of freedom is 3.18245. */
  @Test
  void anIntervalIsStudents() {
    MeanEstimate estimate = MeanEstimate.of(new double[] {1, 2, 3, 4});

    assertEquals(4, estimate.count());
    assertEquals(2.5, estimate.mean(), 1e-12);
    assertEquals(1.290994, estimate.deviation(), 1e-6);
    assertEquals(2.5 - 2.054260, estimate.low(), 1e-5);
    assertEquals(2.5 + 2.054260, estimate.high(), 1e-5);
  }

  @Test
  void oneValueHasNoInterval() {
    MeanEstimate estimate = MeanEstimate.of(new double[] {7});

    assertEquals(7, estimate.mean());
    assertNull(estimate.low());
    assertNull(estimate.high());
  }
}
