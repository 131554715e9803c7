package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededInsights;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabelsViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final SeededInsights insights = new SeededInsights(session);
  private final HeldJobRunner held = new HeldJobRunner();
  private final LabelsViewModel labels = new LabelsViewModel(new FxJobs(held, Runnable::run));

  @BeforeEach
  void show() {
    labels.show(session, insights);
  }

  @Test
  void whatIsInSightIsAskedFor() {
    labels.inSight("strip", List.of(3, 4));
    assertEquals(List.of(), labels.of(3));

    held.job(0).finish();

    assertEquals(
        LabelsViewModel.likeliest(session, insights, 3, 2, JobContext.unattended()), labels.of(3));
  }

  @Test
  void whatIsKnownIsNotAskedForAgain() {
    labels.inSight("strip", List.of(3, 4));
    held.job(0).finish();

    labels.inSight("strip", List.of(4, 3));
    labels.inSight("sheet", List.of(3));

    assertEquals(1, held.count());
  }

  @Test
  void whatGoesOutOfSightBeforeItsTurnIsDropped() {
    labels.inSight("strip", List.of(3, 4));
    labels.inSight("strip", List.of(10));
    held.job(0).begin();

    held.job(1).finish();

    assertTrue(held.job(0).cancelled());
    assertEquals(List.of(0, 2), List.of(labels.of(3).size(), labels.of(10).size()));
  }

  @Test
  void aQuestionUnderWayIsNotAskedTwice() {
    labels.inSight("harmful", List.of(3, 4));
    labels.inSight("sheet", List.of(4));

    assertEquals(List.of(1, false), List.of(held.count(), held.job(0).cancelled()));
  }

  @Test
  void afterAFailureItIsAskedAgain() {
    labels.inSight("strip", List.of(3));
    held.job(0).fail(new IllegalStateException());

    labels.retry();
    held.job(1).finish();

    assertEquals(2, labels.of(3).size());
  }

  @Test
  void anotherSessionKnowsNothing() {
    labels.inSight("strip", List.of(3));
    held.job(0).finish();

    labels.show(session, insights);

    assertEquals(List.of(), labels.of(3));
  }

  @Test
  void probabilitiesAreWrittenShort() {
    assertEquals(
        List.of(".61", "0.61", "1.00", ".00"),
        List.of(
            new LikelyLabel(0, "", 0.612, true).shortText(),
            new LikelyLabel(0, "", 0.612, true).text(),
            new LikelyLabel(0, "", 0.999, true).shortText(),
            new LikelyLabel(0, "", 0.001, true).shortText()));
  }
}
