package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.PairSurveyor;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.testing.ComputedSurvey;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SurveyViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final HeldJobRunner held = new HeldJobRunner();

  private SurveyViewModel survey(PairSurveyor surveyor) {
    SurveyViewModel survey = new SurveyViewModel(new FxJobs(held, Runnable::run), surveyor);
    survey.show(session);
    return survey;
  }

  @Test
  void nothingIsSaidBeforeAnythingIsKnown() {
    SurveyViewModel survey = survey(ComputedSurvey::survey);

    survey.start();

    assertEquals("", survey.harms(3));
  }

  @Test
  void theNumberOfHarmedPairsIsThatOfTheSurvey() {
    SurveyViewModel survey = survey(ComputedSurvey::survey);
    survey.start();
    held.job(0).finish();
    int harmed = survey.surveyProperty().get().pairsHarmed(3);

    assertEquals("harms " + harmed + (harmed == 1 ? " pair" : " pairs"), survey.harms(3));
    assertEquals("harms " + harmed + " by EIF", survey.harms(3, "EIF"));
  }

  @Test
  void itBeginsOnce() {
    SurveyViewModel survey = survey(ComputedSurvey::survey);
    survey.start();
    held.job(0).fail(new IllegalStateException());

    survey.start();

    assertEquals(1, held.count());
  }

  @Test
  void itIsPausedAndGoesOnBehindWhatIsKnown() {
    SurveyViewModel survey = survey(ComputedSurvey::survey);
    survey.start();
    survey.pause();
    assertEquals(
        List.of(true, false), List.of(survey.pausedProperty().get(), survey.busyProperty().get()));

    survey.goOn();
    held.job(1).finish();

    assertEquals(
        List.of(false, false), List.of(survey.pausedProperty().get(), survey.busyProperty().get()));
    assertEquals(session.pairs().size(), survey.surveyProperty().get().explained());
  }

  @Test
  void whatFailedCanGoOn() {
    SurveyViewModel survey = survey(ComputedSurvey::survey);
    survey.start();
    held.job(0).fail(new IllegalStateException());
    assertTrue(survey.pausedProperty().get());

    survey.goOn();

    assertEquals(2, held.count());
  }

  @Test
  void aSnapshotOfTheSessionBeforeIsNotShown() {
    List<Consumer<InfluenceSurvey>> listeners = new ArrayList<>();
    SurveyViewModel survey =
        survey(
            (of, soFar, context) -> {
              listeners.add(soFar);
              return ComputedSurvey.survey(of, soFar, context);
            });
    survey.start();
    held.job(0).finish();
    InfluenceSurvey old = survey.surveyProperty().get();

    survey.show(SampleSession.of(Optional.empty()));
    listeners.get(0).accept(old);

    assertNull(survey.surveyProperty().get());
  }

  @Test
  void aRunningSurveyRestsWhileTheUserIsAtWork() {
    List<Long> rests = new ArrayList<>();
    SurveyViewModel survey =
        survey(
            new PairSurveyor() {
              @Override
              public InfluenceSurvey survey(
                  ExplorerSession of, Consumer<InfluenceSurvey> soFar, JobContext context) {
                return ComputedSurvey.survey(of, soFar, context);
              }

              @Override
              public void rest(ExplorerSession of, long millis) {
                rests.add(millis);
              }
            });
    survey.userAtWork();
    survey.start();
    survey.userAtWork();
    held.job(0).finish();
    survey.userAtWork();

    assertEquals(List.of(300L), rests);
  }
}
