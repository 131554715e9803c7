package eifexplorer.ui.explore.totals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.ClassHarm;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassHarmViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final ExploreViewModel explore =
      new ExploreViewModel(
          jobs, SeededServices.standard(), new MarksViewModel(jobs, notices), notices, () -> {});
  private final ClassHarmViewModel model = explore.classHarm();

  @BeforeEach
  void show() {
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
  }

  @Test
  void nothingIsAddedUpBeforeTheSheetIsOpen() {
    assertNull(model.classesProperty().get());
  }

  @Test
  void everyTrainingClassIsListedAndTheWorstIsChosen() {
    model.toggle();

    InfluenceSurvey survey = explore.strips().survey().surveyProperty().get();
    List<ClassHarm> expected = ClassHarm.of(survey, session.bundle().trainLabels());
    assertEquals(expected, model.classesProperty().get());
    assertEquals(expected.get(0).label(), model.chosenProperty().get());
    assertEquals(
        survey.pairs() + " of " + survey.pairs() + " pairs explained", model.progressText());
  }

  @Test
  void theChosenClassesImagesAreThoseThatHarmWorstFirst() {
    model.toggle();
    ClassHarm other = model.classesProperty().get().get(1);
    model.chosenProperty().set(other.label());

    assertEquals(other.worst(), model.images().stream().map(HarmingImage::trainIndex).toList());
  }

  @Test
  void anImageOfTheListIsShownForTheOpenPairWhichStaysOpen() {
    PairItem open = explore.influence().pairProperty().get();
    model.toggle();
    HarmingImage third = model.images().get(2);
    assertFalse(model.isChosen(third));

    assertTrue(model.choose(third));

    assertTrue(model.isChosen(third));
    assertEquals(third.trainIndex(), explore.sample().itemProperty().get().trainIndex());
    assertTrue(model.openProperty().get());
    assertEquals(open, explore.influence().pairProperty().get());
  }

  @Test
  void harmIsSaidAsAShareOfAllHarm() {
    model.toggle();
    double all = model.classesProperty().get().stream().mapToDouble(ClassHarm::harm).sum();

    assertEquals(
        List.of("100.0 %", "25.0 %", "0.0 %"),
        List.of(model.harmShare(all), model.harmShare(all / 4), model.harmShare(0)));
    assertEquals("EIF", model.estimator());
  }

  @Test
  void anImageLeadsToThePairItHarmsMost() {
    model.toggle();
    HarmingImage worst = model.images().get(0);
    model.goTo(worst);

    assertFalse(model.openProperty().get());
    assertEquals(worst.worst(), explore.influence().shownProperty().get().query().pairs().get(0));
    assertEquals(worst.trainIndex(), explore.strips().chosenProperty().get().trainIndex());
  }
}
