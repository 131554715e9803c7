package eifexplorer.ui.explore.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.influence.InfluenceEstimator;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobContext;
import eifexplorer.job.JobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreServices;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.ComputedSurvey;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededInsights;
import eifexplorer.ui.testing.SeededServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleViewModelTest {
  @TempDir Path folder;

  private final NoticesViewModel notices = new NoticesViewModel();

  /** The same scores for every query: training image 5 alone is harmful. */
  private record Fixed(double[][] deltaLoss, double... deltaDistance)
      implements InfluenceEstimator {
    @Override
    public String id() {
      return "fixed";
    }

    @Override
    public String title() {
      return "fixed";
    }

    @Override
    public InfluenceScores estimate(InfluenceQuery query, JobContext context) {
      double[] influence = new double[SampleSession.trainSize()];
      influence[5] = 0.2;
      return new InfluenceScores(influence, deltaLoss, deltaDistance, 0.3);
    }
  }

  private ExploreViewModel show(JobRunner runner, ExplorerSession session, ExploreServices with) {
    FxJobs jobs = new FxJobs(runner, Runnable::run);
    ExploreViewModel explore =
        new ExploreViewModel(jobs, with, new MarksViewModel(jobs, notices), notices, () -> {});
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
    return explore;
  }

  private SampleViewModel sample(ExplorerSession session) {
    return show(new InlineJobRunner(), session, SeededServices.standard()).sample();
  }

  private SampleViewModel fixed(
      Optional<Path> images, double[][] deltaLoss, double... deltaDistance) {
    return sample(SampleSession.of(images, new Fixed(deltaLoss, deltaDistance)));
  }

  @Test
  void theScoreIsExplainedByItsTwoFactors() {
    double[] losses = new double[SampleSession.trainSize()];
    losses[5] = 0.25;

    assertEquals(
        "When the weights move so that the distance grows by 0.800, the loss of this image rises"
            + " by 0.250.",
        fixed(Optional.empty(), new double[][] {losses}, 0.8).explanationProperty().get());
  }

  @Test
  void marksAreShownOfWhatIsChosenAndTakenBackTheSameWay() {
    MarksViewModel marks =
        new MarksViewModel(new FxJobs(new InlineJobRunner(), Runnable::run), notices);
    ExploreViewModel explore =
        new ExploreViewModel(
            new FxJobs(new InlineJobRunner(), Runnable::run),
            SeededServices.standard(),
            marks,
            notices,
            () -> {});
    ExplorerSession session = SampleSession.of(Optional.empty());
    explore.show(session, PairIndex.of(session), ScopePairs.of(session.confusions()));
    InfluenceItem first = explore.sample().itemProperty().get();
    marks.toggleExcluded(first.sample().path());
    explore.sample().toggleFlag();
    List<Boolean> both = marked(explore.sample());
    explore.strips().step(InfluenceKind.HARMFUL, 1);
    List<Boolean> other = marked(explore.sample());
    explore.strips().step(InfluenceKind.HARMFUL, -1);
    marks.toggleExcluded(first.sample().path());
    explore.sample().toggleFlag();

    assertEquals(
        List.of(List.of(true, true), List.of(false, false), List.of(false, false)),
        List.of(both, other, marked(explore.sample())));
    assertEquals(Set.of(), Set.copyOf(marks.flagged()));
  }

  private static List<Boolean> marked(SampleViewModel sample) {
    return List.of(sample.flaggedProperty().get(), sample.excludedProperty().get());
  }

  @Test
  void estimatorsWithoutThetaGiveNoExplanation() {
    assertEquals("", fixed(Optional.empty(), new double[0][]).explanationProperty().get());
  }

  @Test
  void aBundlesSampleHasNoFile() {
    assertEquals(Optional.empty(), fixed(Optional.empty(), new double[0][]).file());
  }

  @Test
  void aFileThatIsGoneIsToldOfInANotice() {
    SampleViewModel sample = fixed(Optional.of(folder), new double[0][]);

    sample.reveal();
    sample.open();

    assertEquals(
        List.of(
            "The file is no longer there: "
                + folder.resolve("001.Amber_Tern/Amber_Tern_0005.png")
                + ". Check the data set's folder."),
        notices.notices().stream().map(notice -> notice.message()).toList());
  }

  @Test
  void whatTheModelSaysIsOfTheChosenImage() {
    SampleViewModel sample = fixed(Optional.empty(), new double[0][]);

    SampleInsights insights = sample.insightsProperty().get();

    assertEquals(
        List.of(5, "Typical 5 of 5", "0 of 5 carry the label Amber Tern"),
        List.of(
            insights.trainIndex(),
            "Typical " + insights.typical().images().size() + " of " + SampleInsights.PICTURES,
            insights.agreementText()));
  }

  @Test
  void whatIsKnownStaysWhileMoreIsAskedFor() {
    HeldJobRunner held = new HeldJobRunner();
    ExplorerSession session = SampleSession.of(Optional.empty());
    ExploreViewModel explore = show(held, session, SeededServices.standard());
    finishAll(held);
    SampleInsights before = explore.sample().insightsProperty().get();

    explore.strips().step(InfluenceKind.HELPFUL, 1);

    assertEquals(
        List.of(before, true),
        List.of(explore.sample().insightsProperty().get(), explore.sample().busyProperty().get()));
  }

  private static void finishAll(HeldJobRunner held) {
    for (int i = 0; i < held.count(); i++) {
      held.job(i).finish();
    }
  }

  @Test
  void aFailureIsToldAndAskedAgain() {
    ExplorerSession session = SampleSession.of(Optional.empty());
    ExploreServices failing =
        SeededServices.with(of -> new SeededInsights(of, true), of -> Optional.empty());
    SampleViewModel sample = show(new InlineJobRunner(), session, failing).sample();
    assertNull(sample.insightsProperty().get());

    sample.retry();

    assertEquals(
        "The embeddings are not finite. Train the model again.",
        sample.failureProperty().get().message());
  }

  @Test
  void thePairsItHarmsMostAreThoseOfTheSurvey() {
    ExplorerSession session = SampleSession.of(Optional.empty());
    ExploreViewModel explore = show(new InlineJobRunner(), session, SeededServices.standard());
    InfluenceSurvey survey = ComputedSurvey.survey(session, s -> {}, JobContext.unattended());
    int chosen = explore.sample().itemProperty().get().trainIndex();

    assertEquals(
        survey.harmed(chosen, 3).stream().map(InfluenceSurvey.HarmedPair::pair).toList(),
        explore.sample().harmed().stream().map(HarmedPairItem::pair).toList());
    assertTrue(explore.sample().harmTextProperty().get().startsWith("harms "));
    explore.strips().estimators().restore("gradient-dot", Map.of());
    assertTrue(explore.sample().harmTextProperty().get().endsWith(" by EIF"));
    assertEquals("Pairs it harms most, by EIF", explore.sample().harmedTitle());
  }

  @Test
  void aHarmedPairLeadsThere() {
    ExplorerSession session = SampleSession.of(Optional.empty());
    ExploreViewModel explore = show(new InlineJobRunner(), session, SeededServices.standard());
    List<HarmedPairItem> harmed = List.copyOf(explore.sample().harmed());
    HarmedPairItem last = harmed.get(harmed.size() - 1);

    explore.sample().goTo(last);

    assertEquals(last.pair().first(), explore.pairs().selectedProperty().get().pair().wrong());
    assertNotNull(explore.influence().shownProperty().get());
  }
}
